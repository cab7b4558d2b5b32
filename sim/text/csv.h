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

/// A number within the words of a cell: so many decimals, and a decimal point in every language.
std::string csv_decimals(double number, int decimals);
/// The same with so many digits that count, at most.
std::string csv_digits(double number, int digits);

/// The words as a cell, in quotes where they are needed.
std::string csv_quoted(std::string_view words);

/// What separates cells and marks decimals: as standards have it, or as spreadsheets of countries with a decimal comma
/// expect it.
enum class CsvDialect : std::uint8_t { standard, excel };

/// Rewrites comma-separated values, piece by piece, for spreadsheets of countries with a decimal comma: semicolons
/// between cells, a decimal comma in numbers, and a byte-order mark in front, so that letters with accents are read as
/// UTF-8. Words stay as they are.
class ExcelCsv {
public:
    /// The pieces of `csv` that are complete; the rest follows with the next call.
    std::string rewritten(std::string_view csv);
    /// What is left at the end.
    std::string rest();

private:
    void end_cell(std::string& out);

    std::string cell_;
    bool in_quotes_ = false;
    bool was_quoted_ = false;
    bool begun_ = false;
};

/// The same of a whole text.
std::string csv_for_excel(std::string_view csv);

}  // namespace algemeente
