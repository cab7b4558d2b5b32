#include "text/csv.h"

#include "text/number.h"

#include <fmt/compile.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace algemeente {

void append_csv_text(std::string_view words, fmt::memory_buffer& buffer) {
    if (words.find_first_of(",\"\r\n") == std::string_view::npos) {
        buffer.append(words);
        return;
    }
    buffer.push_back('"');
    for (const char letter : words) {
        if (letter == '"') buffer.push_back('"');
        buffer.push_back(letter);
    }
    buffer.push_back('"');
}

void append_csv_number(double number, CsvDigits digits, fmt::memory_buffer& buffer) {
    if (std::isnan(number)) return;
    if (digits == CsvDigits::seven)
        fmt::format_to(std::back_inserter(buffer), FMT_COMPILE("{:.7g}"), number);
    else
        fmt::format_to(std::back_inserter(buffer), FMT_COMPILE("{}"), number);
}

std::string csv_decimals(double number, int decimals) {
    return fmt::format("{:.{}f}", number, decimals);
}

std::string csv_digits(double number, int digits) {
    return fmt::format("{:.{}g}", number, digits);
}

std::string csv_quoted(std::string_view words) {
    fmt::memory_buffer buffer;
    append_csv_text(words, buffer);
    return fmt::to_string(buffer);
}

void ExcelCsv::end_cell(std::string& out) {
    if (!was_quoted_ && parse_number(cell_)) {
        std::replace(cell_.begin(), cell_.end(), '.', ',');
    } else if (!was_quoted_ && cell_.find(';') != std::string::npos) {
        cell_ = '"' + cell_ + '"';  // the comma needed none around it; a quoted cell has kept its quotes
    }
    out += cell_;
    cell_.clear();
    was_quoted_ = false;
}

std::string ExcelCsv::rewritten(std::string_view csv) {
    std::string out;
    if (!std::exchange(begun_, true)) out += "\xEF\xBB\xBF";
    for (const char letter : csv) {
        if (letter == '"') {
            in_quotes_ = !in_quotes_;  // a doubled quote ends quotes and begins them again
            was_quoted_ = true;
        } else if (!in_quotes_ && (letter == ',' || letter == '\n')) {
            end_cell(out);
            out += letter == ',' ? ';' : '\n';
            continue;
        }
        cell_ += letter;
    }
    return out;
}

std::string ExcelCsv::rest() {
    std::string out;
    end_cell(out);
    return out;
}

std::string csv_for_excel(std::string_view csv) {
    ExcelCsv excel;
    std::string out = excel.rewritten(csv);
    return out += excel.rest();
}

}  // namespace algemeente
