#include "text/table.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdint>

namespace algemeente {

namespace {

nlohmann::ordered_json json_of(const Cell& cell) {
    const double* number = std::get_if<double>(&cell);
    if (number == nullptr) return std::get<std::string>(cell);
    if (std::isnan(*number)) return nullptr;
    constexpr double exact_below = 9007199254740992.0;  // 2^53: up to there a double holds every whole number
    if (std::floor(*number) == *number && std::abs(*number) < exact_below) return static_cast<std::int64_t>(*number);
    return *number;
}

}  // namespace

std::string table_as_csv(const Table& table, CsvDigits digits) {
    fmt::memory_buffer text;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (i > 0) text.push_back(',');
        append_csv_text(table.columns[i], text);
    }
    text.push_back('\n');
    for (const std::vector<Cell>& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) text.push_back(',');
            if (const double* number = std::get_if<double>(&row[i]))
                append_csv_number(*number, digits, text);
            else
                append_csv_text(std::get<std::string>(row[i]), text);
        }
        text.push_back('\n');
    }
    return fmt::to_string(text);
}

std::string table_as_json(const Table& table) {
    auto objects = nlohmann::ordered_json::array();
    for (const std::vector<Cell>& row : table.rows) {
        auto object = nlohmann::ordered_json::object();
        for (std::size_t i = 0; i < row.size(); ++i) object[table.columns[i]] = json_of(row[i]);
        objects.push_back(std::move(object));
    }
    return objects.dump(2) + '\n';
}

}  // namespace algemeente
