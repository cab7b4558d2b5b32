#include "present/page/markdown.h"

#include "present/page/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace algemeente::present {

namespace {

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.remove_suffix(1);
        lines.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string_view trimmed(std::string_view words) {
    while (!words.empty() && words.front() == ' ') words.remove_prefix(1);
    while (!words.empty() && words.back() == ' ') words.remove_suffix(1);
    return words;
}

/// A sign around words, and what it becomes.
struct Mark {
    std::string_view sign;
    std::string_view element;
};
constexpr Mark marks[] = {{"**", "b"}, {"*", "i"}, {"`", "code"}};

/// The words of a link at the beginning of `rest`, and how long it is; 0: it is none.
std::pair<std::string_view, std::size_t> link_in(std::string_view rest) {
    if (!rest.starts_with('[')) return {};
    const std::size_t middle = rest.find("](");
    const std::size_t end = middle == std::string_view::npos ? middle : rest.find(')', middle);
    if (end == std::string_view::npos) return {};
    return {rest.substr(1, middle - 1), end + 1};
}

/// Words with marks inside a line. What is opened and not closed is only a sign.
std::string inside(std::string_view words) {
    std::string html;
    std::size_t plain = 0;
    std::size_t at = 0;
    const auto flush = [&] { html += prose(words.substr(plain, at - plain)); };
    while (at < words.size()) {
        const std::string_view rest = words.substr(at);
        if (const auto [name, length] = link_in(rest); length > 0) {
            flush();
            html += inside(name);
            plain = at += length;
            continue;
        }
        const auto* const mark = std::find_if(std::begin(marks), std::end(marks),
                                              [&](const Mark& one) { return rest.starts_with(one.sign); });
        const std::size_t size = mark == std::end(marks) ? 0 : mark->sign.size();
        const std::size_t end = size == 0 ? std::string_view::npos : rest.find(mark->sign, size);
        if (end == std::string_view::npos || end == size) {
            at += std::max<std::size_t>(size, 1);
            continue;
        }
        flush();
        const std::string_view within = rest.substr(size, end - size);
        const std::string content = mark->sign == "`" ? prose(within) : inside(within);
        html += fmt::format("<{0}>{1}</{0}>", mark->element, content);
        plain = at += end + size;
    }
    at = words.size();
    flush();
    return html;
}

int heading_level(std::string_view line) {
    int level = 0;
    while (level < 3 && static_cast<std::size_t>(level) < line.size() && line[static_cast<std::size_t>(level)] == '#')
        ++level;
    const auto end = static_cast<std::size_t>(level);
    return level > 0 && end < line.size() && line[end] == ' ' ? level : 0;
}

/// How long the sign of a list's item is, or 0: "- " or "12. ".
std::size_t item_sign(std::string_view line) {
    if (line.starts_with("- ")) return 2;
    std::size_t digits = 0;
    while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9') ++digits;
    return digits > 0 && line.substr(digits).starts_with(". ") ? digits + 2 : 0;
}

bool is_rule(std::string_view line) {
    return line.size() >= 3 && line.find_first_not_of('_') == std::string_view::npos;
}

/// Whether the line begins something of its own.
bool begins(std::string_view line) {
    return line.empty() || heading_level(line) > 0 || item_sign(line) > 0 || line.starts_with('|') || is_rule(line);
}

/// A line and those that go on with it, as one.
std::string flowing(const Lines& lines, std::size_t& at, std::size_t sign) {
    std::string words(trimmed(lines[at++].substr(sign)));
    while (at < lines.size() && !begins(trimmed(lines[at]))) words += " " + std::string(trimmed(lines[at++]));
    return words;
}

std::string list_html(const Lines& lines, std::size_t& at) {
    const bool bullets = lines[at].starts_with("- ");
    std::string html = bullets ? "<ul>\n" : "<ol>\n";
    while (at < lines.size() && item_sign(lines[at]) > 0 && lines[at].starts_with("- ") == bullets)
        html += fmt::format("<li>{}</li>\n", inside(flowing(lines, at, item_sign(lines[at]))));
    return html + (bullets ? "</ul>\n" : "</ol>\n");
}

std::vector<std::string> cells_of(std::string_view line) {
    std::vector<std::string> cells;
    line.remove_prefix(1);
    while (!line.empty()) {
        const std::size_t end = std::min(line.find('|'), line.size());
        cells.push_back(inside(trimmed(line.substr(0, end))));
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return cells;
}

/// The line below the heading of a table: dashes only.
bool is_below_heading(std::string_view line) {
    return line.starts_with('|') && line.find_first_not_of("|-: ") == std::string_view::npos;
}

std::string row_html(std::string_view line, std::string_view element) {
    std::string html = "<tr>";
    for (const std::string& cell : cells_of(line)) html += fmt::format("<{0}>{1}</{0}>", element, cell);
    return html + "</tr>\n";
}

std::string table_lines_html(const Lines& lines, std::size_t& at) {
    std::string html = "<table>\n";
    const bool heads = at + 1 < lines.size() && is_below_heading(lines[at + 1]);
    if (heads) {
        html += "<thead>" + row_html(lines[at], "th") + "</thead>\n";
        at += 2;
    }
    while (at < lines.size() && lines[at].starts_with('|')) html += row_html(lines[at++], "td");
    return html + "</table>\n";
}

std::string block_html(const Lines& lines, std::size_t& at) {
    const std::string_view line = lines[at];
    if (const int level = heading_level(line); level > 0) {
        ++at;
        return fmt::format("<h{0}>{1}</h{0}>\n", level, inside(trimmed(line.substr(static_cast<std::size_t>(level)))));
    }
    if (is_rule(line)) {
        ++at;
        return "<p class=\"to-write\">&nbsp;</p>\n";
    }
    if (item_sign(line) > 0) return list_html(lines, at);
    if (line.starts_with('|')) return table_lines_html(lines, at);
    return fmt::format("<p>{}</p>\n", inside(flowing(lines, at, 0)));
}

}  // namespace

std::string markdown_html(std::string_view text) {
    const Lines lines = lines_of(text);
    std::string html;
    for (std::size_t at = 0; at < lines.size();) {
        if (lines[at].empty()) {
            ++at;
        } else {
            html += block_html(lines, at);
        }
    }
    return html;
}

std::string first_heading(std::string_view text) {
    for (const std::string_view line : lines_of(text))
        if (const int level = heading_level(line); level > 0)
            return std::string(trimmed(line.substr(static_cast<std::size_t>(level))));
    return {};
}

}  // namespace algemeente::present
