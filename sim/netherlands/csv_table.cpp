#include "netherlands/csv_table.h"

#include "text/error.h"
#include "text/nearest_name.h"
#include "text/number.h"
#include "text/one_line.h"

#include <fmt/format.h>
#include <algorithm>
#include <boost/tokenizer.hpp>
#include <charconv>
#include <fstream>
#include <optional>

namespace algemeente {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

/// What separates the headings: the first of semicolon and tab that is there without a comma.
char separator_of(const std::string& line) {
    if (line.find(',') != std::string::npos) return ',';
    for (const char separator : {';', '\t'})
        if (line.find(separator) != std::string::npos) return separator;
    return ',';
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
        if (headings_.empty()) {
            take_headings(line, line_number);
            continue;
        }
        std::vector<std::string> cells = cells_of(line, line_number);
        if (cells.size() != headings_.size()) {
            throw InputError(fmt::format("{}:{}: {} cells where the heading row has {}", file_, line_number,
                                         cells.size(), headings_.size()));
        } else {
            rows_.push_back({.line = line_number, .cells = std::move(cells)});
        }
    }
    if (headings_.empty()) throw InputError(fmt::format("{}: has no heading row", file_));
}

void CsvTable::take_headings(std::string line, int line_number) {
    if (line.starts_with("\xFF\xFE") || line.starts_with("\xFE\xFF"))
        throw InputError(fmt::format("{}: is in UTF-16; save it as CSV in UTF-8", file_));
    if (line.starts_with(utf8_mark)) line.erase(0, utf8_mark.size());
    separator_ = separator_of(line);
    headings_ = cells_of(line, line_number);
    for (auto heading = headings_.begin(); heading != headings_.end(); ++heading)
        if (std::find(headings_.begin(), heading, *heading) != heading)
            throw InputError(fmt::format("{}:{}: {}: this column is there twice; remove one", file_, line_number,
                                         heading->empty() ? "(no name)" : one_line(*heading)));
}

std::vector<std::string> CsvTable::cells_of(const std::string& line, int line_number) const {
    try {
        const boost::escaped_list_separator<char> separators('\\', separator_, '"');
        const boost::tokenizer<boost::escaped_list_separator<char>> tokens(line, separators);
        return {tokens.begin(), tokens.end()};
    } catch (const boost::escaped_list_error& error) {
        throw InputError(fmt::format("{}:{}: {}; write \\\\ for a backslash", file_, line_number, error.what()));
    }
}

std::size_t CsvTable::index_of(std::string_view column) const {
    const auto found = std::find(headings_.begin(), headings_.end(), column);
    if (found != headings_.end()) return static_cast<std::size_t>(found - headings_.begin());
    const std::vector<std::string_view> names(headings_.begin(), headings_.end());
    throw InputError(fmt::format("{}:1: {}: no such column{}", file_, column, did_you_mean(column, names)));
}

void CsvTable::reject(std::size_t row, std::string_view column, std::string_view problem) const {
    // a control character in a cell must not cut the message off
    throw InputError(fmt::format("{}:{}: {}: {}", file_, rows_[row].line, column, one_line(std::string(problem))));
}

const std::string& CsvTable::text(std::size_t row, std::string_view column) const {
    const std::string& cell = rows_[row].cells[index_of(column)];
    if (cell.empty()) reject(row, column, "empty cell");
    return cell;
}

const std::string& CsvTable::text_or_nothing(std::size_t row, std::string_view column) const {
    return rows_[row].cells[index_of(column)];
}

double CsvTable::number(std::size_t row, std::string_view column) const {
    const std::string& cell = text(row, column);
    std::optional<double> value = parse_number(cell);
    if (!value && separator_ != ',') value = parse_number_with_comma(cell);
    if (!value) reject(row, column, fmt::format("'{}' is not a number{}", cell, decimal_point_hint(cell)));
    return *value;
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
