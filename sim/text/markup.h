// Words as they may be written into HTML and SVG.
#pragma once

#include <string>
#include <string_view>

namespace algemeente {

/// `text` with the letters that mean something in HTML and SVG replaced, also for use inside quotes.
std::string escape_markup(std::string_view text);

}  // namespace algemeente
