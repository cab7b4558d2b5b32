// Cells of comma-separated values (RFC 4180): the one place that knows when a cell needs quotes.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace algemeente {

/// How many digits a number gets: seven significant ones, or as many as give the same bits when they are read again.
enum class CsvDigits : std::uint8_t { seven, all };

/// Appends words as a cell, in quotes where a comma, a quote or a line break asks for them.
void append_csv_text(std::string_view words, fmt::memory_buffer& buffer);
/// Appends a number as a cell; a number that does not exist (NaN) is an empty cell.
void append_csv_number(double number, CsvDigits digits, fmt::memory_buffer& buffer);

/// The words as a cell, in quotes where they are needed.
std::string csv_quoted(std::string_view words);

}  // namespace algemeente
