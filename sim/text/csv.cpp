#include "text/csv.h"

#include <fmt/compile.h>

#include <cmath>
#include <iterator>

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

std::string csv_quoted(std::string_view words) {
    fmt::memory_buffer buffer;
    append_csv_text(words, buffer);
    return fmt::to_string(buffer);
}

}  // namespace algemeente
