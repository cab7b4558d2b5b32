#include "netherlands/csv_table.h"

#include "text/error.h"
#include "text/nearest_name.h"

#include <fmt/format.h>
#include <algorithm>
#include <boost/tokenizer.hpp>
#include <charconv>
#include <cmath>
#include <fstream>
#include <locale>
#include <sstream>

namespace algemeente {

namespace {

/// The number a whole cell spells, or NaN. A stream of the classic locale, because strtod obeys the user's locale
/// (a decimal comma in the Netherlands) and from_chars for floating point is missing from some libraries.
double number_in(const std::string& cell) {
    std::istringstream stream(cell);
    stream.imbue(std::locale::classic());
    double value = std::nan("");
    stream >> std::noskipws >> value;
    const bool all_read = !stream.fail() && stream.peek() == std::istringstream::traits_type::eof();
    return all_read ? value : std::nan("");
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

CsvTable::CsvTable(const std::filesystem::path& file) : file_(file.string()) {
    std::ifstream stream(file);
    if (!stream) throw InputError(fmt::format("{}: cannot be read", file_));

    std::string line;
    for (int line_number = 1; std::getline(stream, line); ++line_number) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (line.empty()) continue;
        std::vector<std::string> cells = cells_of(line, line_number);
        if (headings_.empty()) {
            headings_ = std::move(cells);
        } else if (cells.size() != headings_.size()) {
            throw InputError(fmt::format("{}:{}: {} cells where the heading row has {}", file_, line_number,
                                         cells.size(), headings_.size()));
        } else {
            rows_.push_back({.line = line_number, .cells = std::move(cells)});
        }
    }
    if (headings_.empty()) throw InputError(fmt::format("{}: has no heading row", file_));
}

std::vector<std::string> CsvTable::cells_of(const std::string& line, int line_number) const {
    try {
        const boost::tokenizer<boost::escaped_list_separator<char>> tokens(line);
        return {tokens.begin(), tokens.end()};
    } catch (const boost::escaped_list_error& error) {
        throw InputError(fmt::format("{}:{}: {}", file_, line_number, error.what()));
    }
}

std::size_t CsvTable::index_of(std::string_view column) const {
    const auto found = std::find(headings_.begin(), headings_.end(), column);
    if (found != headings_.end()) return static_cast<std::size_t>(found - headings_.begin());
    const std::vector<std::string_view> names(headings_.begin(), headings_.end());
    throw InputError(fmt::format("{}:1: {}: no such column{}", file_, column, did_you_mean(column, names)));
}

void CsvTable::reject(std::size_t row, std::string_view column, std::string_view problem) const {
    throw InputError(fmt::format("{}:{}: {}: {}", file_, rows_[row].line, column, problem));
}

const std::string& CsvTable::text(std::size_t row, std::string_view column) const {
    const std::string& cell = rows_[row].cells[index_of(column)];
    if (cell.empty()) reject(row, column, "empty cell");
    return cell;
}

double CsvTable::number(std::size_t row, std::string_view column) const {
    const std::string& cell = text(row, column);
    const double value = number_in(cell);
    if (!std::isfinite(value)) reject(row, column, fmt::format("'{}' is not a number", cell));
    return value;
}

int CsvTable::whole_number(std::size_t row, std::string_view column) const {
    const std::string& cell = text(row, column);
    int value = 0;
    const auto [end, problem] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    const bool all_read = problem == std::errc{} && end == cell.data() + cell.size();
    if (!all_read) reject(row, column, fmt::format("'{}' is not a whole number", cell));
    return value;
}

std::uint32_t CsvTable::municipality_key(std::size_t row, std::string_view column) const {
    const std::string& code = text(row, column);
    constexpr std::string_view letters = "GM";
    constexpr std::size_t digits = 4;      // of a CBS code
    constexpr std::uint32_t decimal = 10;  // how numbers are written
    const bool is_code = code.size() == letters.size() + digits && code.starts_with(letters) &&
                         std::all_of(code.begin() + letters.size(), code.end(), is_digit);
    if (!is_code) reject(row, column, fmt::format("'{}' is not a CBS code (GM and four digits)", code));
    std::uint32_t key = 0;
    for (const char digit : std::string_view(code).substr(letters.size()))
        key = key * decimal + static_cast<std::uint32_t>(digit - '0');
    return key;
}

}  // namespace algemeente
