// Months: the only clock of the model. Month 0 is January 2015, when care, work and youth became municipal tasks.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace algemeente {

inline constexpr int first_year = 2015;
inline constexpr int months_per_year = 12;

constexpr int month_of(int year, int month_in_year) {
    return (year - first_year) * months_per_year + month_in_year - 1;
}
constexpr int year_of(int month) {
    return first_year + month / months_per_year;
}
constexpr bool is_december(int month) {
    return month % months_per_year == months_per_year - 1;
}

/// May 2018: the GDPR (AVG) applies. Grounded: regulation 2016/679.
inline constexpr int gdpr_applies_from = month_of(2018, 5);

/// Municipal elections: March 2018, 2022, 2026, and every four years. Grounded: Kieswet.
inline constexpr int first_election = month_of(2018, 3);
inline constexpr int months_between_elections = 4 * months_per_year;

constexpr bool is_election(int month) {
    return month >= first_election && (month - first_election) % months_between_elections == 0;
}
/// Months from `month` to the next election; 0 in the month of an election itself.
constexpr int months_until_election(int month) {
    if (month <= first_election) return first_election - month;
    const int since = (month - first_election) % months_between_elections;
    return since == 0 ? 0 : months_between_elections - since;
}

/// "2021-03" for a month number (also past 2029).
std::string date_of(int month);

/// Month number of "YYYY-MM", or nothing when the text is not such a date or lies before January 2015.
std::optional<int> parse_month(std::string_view date);
/// The same, also of a month before January 2015, whose number is below 0.
std::optional<int> parse_any_month(std::string_view date);

}  // namespace algemeente
