// Pieces of pages: words, figures and tables as HTML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace algemeente::present {

/// Words as HTML: escaped, and with a true minus sign before numbers.
std::string prose(std::string_view words);

/// A paragraph of words; of no words nothing. `css_class` may be empty.
std::string paragraph(std::string_view words, std::string_view css_class = {});
std::string heading(int level, std::string_view words);
/// A list of HTML items; of no items nothing.
std::string list(const std::vector<std::string>& items, std::string_view css_class = {});
/// What is typed in a terminal. No line breaks behind the hyphens of an option.
std::string typed(std::string_view command);

/// A figure around drawings in `columns` beside each other; `caption` is HTML.
std::string figure(std::string_view drawings, int columns, std::string_view caption);

/// HTML that is folded away behind a line of words, on the screen until it is asked for, on paper always.
std::string folded(std::string_view words, std::string_view html);

/// A panel that is read first.
std::string panel(const std::vector<std::string>& paragraphs);

struct HtmlColumn {
    std::string words;  ///< heading
    bool number = false;
};
/// Cells are HTML. A wide table scrolls on the screen, and is set smaller on paper.
struct HtmlTable {
    std::vector<HtmlColumn> columns;
    std::vector<std::vector<std::string>> rows;
};
std::string table_html(const HtmlTable& table);

}  // namespace algemeente::present
