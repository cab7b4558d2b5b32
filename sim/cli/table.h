// One table, four ways to write it: for eyes, for spreadsheets, for programs, for documents.
#pragma once

#include "text/table.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace algemeente::cli {

enum class TableFormat : std::uint8_t { table, csv, json, markdown };

/// The table as text that ends with a line break. Numbers stay numbers in JSON and are exact everywhere.
/// `width` (0: unlimited) makes the format `table` break long texts over lines.
std::string render(const Table& table, TableFormat format, std::size_t width = 0);

}  // namespace algemeente::cli
