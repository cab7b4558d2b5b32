// One table, four ways to write it: for eyes, for spreadsheets, for programs, for documents.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace algemeente::cli {

enum class TableFormat : std::uint8_t { table, csv, json, markdown };

using Cell = std::variant<std::string, double>;

/// Rows hold as many cells as there are columns.
struct Table {
    std::vector<std::string> columns;
    std::vector<std::vector<Cell>> rows;
};

/// The table as text that ends with a line break. Numbers stay numbers in JSON and are exact everywhere.
/// `width` (0: unlimited) makes the format `table` break long texts over lines.
std::string render(const Table& table, TableFormat format, std::size_t width = 0);

}  // namespace algemeente::cli
