#include "present/page/html.h"

#include "text/markup.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente::present {

namespace {

// columns: more than these are set smaller on paper
constexpr std::size_t narrow_table = 9;
constexpr std::size_t wide_table = 16;

std::string_view width_class(std::size_t columns) {
    if (columns > wide_table) return " widest";
    return columns > narrow_table ? " wide" : "";
}

std::string class_attribute(std::string_view css_class) {
    return css_class.empty() ? std::string() : fmt::format(" class=\"{}\"", css_class);
}

std::string_view cell_class(const HtmlColumn& column) {
    return column.number ? " class=\"number\"" : "";
}

}  // namespace

std::string prose(std::string_view words) {
    std::string marked;
    for (std::size_t place = 0; place < words.size(); ++place) {
        const bool word_begins = place == 0 || words[place - 1] == ' ' || words[place - 1] == '(';
        const bool number_follows = place + 1 < words.size() && words[place + 1] >= '0' && words[place + 1] <= '9';
        if (words[place] == '-' && word_begins && number_follows) {
            marked += "\u2212";
        } else {
            marked += words[place];
        }
    }
    return escape_markup(marked);
}

std::string paragraph(std::string_view words, std::string_view css_class) {
    return words.empty() ? std::string() : fmt::format("<p{}>{}</p>\n", class_attribute(css_class), prose(words));
}

std::string heading(int level, std::string_view words) {
    return fmt::format("<h{0}>{1}</h{0}>\n", level, prose(words));
}

std::string list(const std::vector<std::string>& items, std::string_view css_class) {
    if (items.empty()) return {};
    std::string html = fmt::format("<ul{}>\n", class_attribute(css_class));
    for (const std::string& item : items) html += fmt::format("<li>{}</li>\n", item);
    return html + "</ul>\n";
}

std::string typed(std::string_view command) {
    std::string html;
    for (std::size_t begin = 0; begin <= command.size();) {
        const std::size_t end = std::min(command.find(' ', begin), command.size());
        const std::string_view word = command.substr(begin, end - begin);
        if (!html.empty()) html += ' ';
        html += word.starts_with('-') ? fmt::format("<span>{}</span>", escape_markup(word)) : escape_markup(word);
        begin = end + 1;
    }
    return fmt::format("<pre>{}</pre>\n", html);
}

std::string figure(std::string_view drawings, int columns, std::string_view caption) {
    return fmt::format("<figure>\n<div class=\"columns-{}\">\n{}</div>\n<figcaption>{}</figcaption>\n</figure>\n",
                       columns, drawings, caption);
}

std::string folded(std::string_view words, std::string_view html) {
    return fmt::format("<details>\n<summary>{}</summary>\n{}</details>\n", prose(words), html);
}

std::string panel(const std::vector<std::string>& paragraphs) {
    std::string html = "<div class=\"purpose\">\n";
    for (const std::string& words : paragraphs) html += paragraph(words);
    return html + "</div>\n";
}

std::string table_html(const HtmlTable& table) {
    std::string html = fmt::format("<div class=\"scrolls{}\"><table>\n<thead><tr>", width_class(table.columns.size()));
    for (const HtmlColumn& column : table.columns)
        html += fmt::format("<th{}>{}</th>", cell_class(column), prose(column.words));
    html += "</tr></thead>\n<tbody>\n";
    for (const std::vector<std::string>& row : table.rows) {
        html += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i)
            html += fmt::format("<td{}>{}</td>", cell_class(table.columns[i]), row[i]);
        html += "</tr>\n";
    }
    return html + "</tbody>\n</table></div>\n";
}

}  // namespace algemeente::present
