// Plain pages that people write, as HTML to print: the part of Markdown that the role kit needs.
#pragma once

#include <string>
#include <string_view>

namespace algemeente::present {

/// Headings (#, ##, ###), paragraphs, lists (- and 1.), tables (|), lines to write on (a line of ___), **bold**,
/// *italic*, `code`, and [words](address), of which paper shows the words. Everything else is words, and is escaped:
/// HTML is no markup here.
std::string markdown_html(std::string_view text);

/// The words of the first heading; empty without one.
std::string first_heading(std::string_view text);

}  // namespace algemeente::present
