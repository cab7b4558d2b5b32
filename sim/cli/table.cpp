#include "cli/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace algemeente::cli {

namespace {

constexpr std::size_t narrowest_text = 16;  ///< texts broken further than this cannot be read
constexpr std::size_t gap = 2;

/// A number, or one that was put in words: "1.234,5", "−0.2", "61 %".
bool is_number(const Cell& cell) {
    if (std::holds_alternative<double>(cell)) return true;
    const std::string& words = std::get<std::string>(cell);
    const std::size_t sign = words.starts_with("\u2212") ? std::string_view("\u2212").size() : 0;
    return words.size() > sign && words[sign] >= '0' && words[sign] <= '9' &&
           words.find_first_not_of("0123456789.,%\u00a0", sign) == std::string::npos;
}

std::string text_of(const Cell& cell) {
    if (const double* number = std::get_if<double>(&cell)) return fmt::format("{}", *number);
    return std::get<std::string>(cell);
}

/// Letters, not bytes: continuation bytes of UTF-8 take no room.
std::size_t width_of(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

/// Breaks at spaces into lines of at most `width`; a longer word gets a line of its own.
std::vector<std::string> broken(const std::string& text, std::size_t width) {
    std::vector<std::string> lines{""};
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const std::string word = text.substr(begin, end - begin);
        if (lines.back().empty())
            lines.back() = word;
        else if (width_of(lines.back()) + 1 + width_of(word) <= width)
            lines.back() += ' ' + word;
        else
            lines.push_back(word);
        begin = end + 1;
    }
    return lines;
}

/// Room a column takes: as it is, and when its texts are broken as far as they can be.
struct ColumnWidth {
    std::size_t natural = 0;
    std::size_t least = 0;
};

ColumnWidth width_of_column(const Table& table, std::size_t column) {
    ColumnWidth width;
    const auto take = [&width](const std::string& text) {
        width.natural = std::max(width.natural, width_of(text));
        for (const std::string& word : broken(text, 1)) width.least = std::max(width.least, width_of(word));
    };
    take(table.columns[column]);
    for (const auto& row : table.rows) take(text_of(row[column]));
    if (width.natural > narrowest_text) width.least = std::max(width.least, narrowest_text);
    return width;
}

/// Takes room from the widest column that can be broken, again and again, until the line fits or nothing is left.
std::vector<std::size_t> fitting_widths(const Table& table, std::size_t room) {
    std::vector<std::size_t> widths;
    std::vector<std::size_t> least;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const ColumnWidth width = width_of_column(table, column);
        widths.push_back(width.natural);
        least.push_back(std::min(width.least, width.natural));
    }
    if (room == 0) return widths;
    for (std::size_t total = std::accumulate(widths.begin(), widths.end(), gap * (widths.size() - 1)); total > room;
         --total) {
        std::size_t widest = widths.size();
        for (std::size_t i = 0; i < widths.size(); ++i)
            if (widths[i] > least[i] && (widest == widths.size() || widths[i] > widths[widest])) widest = i;
        if (widest == widths.size()) break;
        --widths[widest];
    }
    return widths;
}

std::string padded(const std::string& text, std::size_t width, bool right) {
    const std::string spaces(width - std::min(width, width_of(text)), ' ');
    return right ? spaces + text : text + spaces;
}

/// One row as one or more lines of text.
std::string laid_out(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths,
                     const std::vector<bool>& right) {
    std::vector<std::vector<std::string>> columns;
    std::size_t height = 1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        columns.push_back(broken(cells[i], widths[i]));
        height = std::max(height, columns.back().size());
    }
    std::string text;
    for (std::size_t line = 0; line < height; ++line) {
        std::string words;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const std::string cell = line < columns[i].size() ? columns[i][line] : "";
            words += std::string(i == 0 ? 0 : gap, ' ') + padded(cell, widths[i], right[i]);
        }
        text += words.substr(0, words.find_last_not_of(' ') + 1) + '\n';
    }
    return text;
}

std::vector<std::string> texts_of(const std::vector<Cell>& row) {
    std::vector<std::string> texts(row.size());
    std::transform(row.begin(), row.end(), texts.begin(), text_of);
    return texts;
}

/// Columns of numbers stand to the right.
std::vector<bool> number_columns(const Table& table) {
    std::vector<bool> numbers(table.columns.size(), false);
    if (table.rows.empty()) return numbers;
    // by the first cell that is not empty
    for (std::size_t column = 0; column < numbers.size(); ++column)
        for (const auto& row : table.rows) {
            if (text_of(row[column]).empty()) continue;
            numbers[column] = is_number(row[column]);
            break;
        }
    return numbers;
}

std::string as_table(const Table& table, std::size_t width) {
    const std::vector<std::size_t> widths = fitting_widths(table, width);
    const std::vector<bool> right = number_columns(table);
    std::string text = laid_out(table.columns, widths, right);
    std::vector<std::string> rules(widths.size());
    std::transform(widths.begin(), widths.end(), rules.begin(),
                   [](std::size_t column) { return std::string(column, '-'); });
    text += laid_out(rules, widths, right);
    for (const auto& row : table.rows) text += laid_out(texts_of(row), widths, right);
    return text;
}

std::string markdown_line(const std::vector<std::string>& cells) {
    std::string line = "|";
    for (const std::string& cell : cells) {
        line += ' ';
        for (const char letter : cell) {
            if (letter == '|') line += '\\';
            line += letter;
        }
        line += " |";
    }
    return line + '\n';
}

std::string as_markdown(const Table& table) {
    std::string text = markdown_line(table.columns) + '|';
    for (const bool number : number_columns(table)) text += number ? "---:|" : "---|";
    text += '\n';
    for (const auto& row : table.rows) text += markdown_line(texts_of(row));
    return text;
}

}  // namespace

std::string render(const Table& table, TableFormat format, std::size_t width) {
    switch (format) {
        case TableFormat::csv: return table_as_csv(table);
        case TableFormat::json: return table_as_json(table);
        case TableFormat::markdown: return as_markdown(table);
        case TableFormat::table: break;
    }
    return as_table(table, width);
}

}  // namespace algemeente::cli
