// Sizes and language that all charts share, and the heading over each of them.
#pragma once

#include "present/charts/scene.h"
#include "present/words/language.h"

namespace algemeente::present {

struct ChartStyle {
    float letter = 14;  ///< height of small letters, in pixels
    float line = 2;
    Language language = Language::nl;
    Theme theme = Theme::light;
};

/// Style of drawings in pages: an inch of A4 holds about as many of their pixels as of the page's.
inline ChartStyle page_style(Language language) {
    return {.letter = 12, .line = 2.2F, .language = language};
}

struct Heading {
    std::string letter{};  ///< of the scenario, in a box before the words; may be empty
    std::string words{};
    Ink ink = Ink::text;
};
/// In the upper left corner of `area`, one line high; or two if so many are allowed and one would be cut.
void draw_heading(Scene& scene, Rect area, const Heading& heading, const ChartStyle& style, int most_lines = 1);
/// How much higher it is then; 0 if one line is enough.
float second_line_of(Rect area, const Heading& heading, const ChartStyle& style);

/// For screen readers: "B Algorithms in use".
std::string name_of_drawing(const Heading& heading);

}  // namespace algemeente::present
