// One self-contained page, for the screen and for A4: what stands around the words and drawings of the report, of
// analyses and of the hand-out. Nothing is loaded from elsewhere, and no script runs.
#pragma once

#include "present/words/language.h"

#include <string>
#include <string_view>

namespace algemeente::present {

struct Page {
    std::string title;
    Language language = Language::en;
    std::string body;    ///< HTML
    std::string footer;  ///< words
};
std::string page_html(const Page& page);

/// "Made by Algemeente 0.1.0": the end of every footer.
std::string made_by(std::string_view version, Language language);

/// The style sheet of every page, in the colours of the palette.
std::string page_style_sheet();

}  // namespace algemeente::present
