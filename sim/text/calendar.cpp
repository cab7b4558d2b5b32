#include "text/calendar.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente {

std::string date_of(int month) {
    return fmt::format("{:04}-{:02}", year_of(month), month % months_per_year + 1);
}

std::optional<int> parse_any_month(std::string_view date) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (date.size() != 7 || date[4] != '-') return std::nullopt;
    for (std::size_t i = 0; i < date.size(); ++i)
        if (i != 4 && !is_digit(date[i])) return std::nullopt;

    int year = 0;
    for (const char c : date.substr(0, 4)) year = year * 10 + (c - '0');
    const int month_in_year = (date[5] - '0') * 10 + (date[6] - '0');
    if (month_in_year < 1 || month_in_year > months_per_year) return std::nullopt;
    return month_of(year, month_in_year);
}

std::optional<int> parse_month(std::string_view date) {
    const std::optional<int> month = parse_any_month(date);
    return month && *month >= 0 ? month : std::nullopt;
}

}  // namespace algemeente
