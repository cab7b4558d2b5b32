#include "present/charts/style.h"

#include <algorithm>

namespace algemeente::present {

void draw_heading(Scene& scene, Rect area, const Heading& heading, const ChartStyle& style) {
    float size = style.letter * 1.15F;
    const float top = area.y + style.letter * 0.2F;
    float x = area.x;
    if (!heading.letter.empty()) {
        const float width = rough_width(heading.letter, size) + style.letter * 0.9F;
        scene.add(Box{.area = {x, area.y, width, style.letter * 1.5F}, .ink = Ink::accent, .rounding = 3});
        scene.add(Text{.at = {x + width / 2, top},
                       .words = heading.letter,
                       .size = size,
                       .ink = Ink::on_accent,
                       .align = Align::centre,
                       .bold = true});
        x += width + style.letter * 0.6F;
    }
    // a long heading is set a little smaller before it is cut
    const float room = area.right() - x;
    size = std::clamp(size * room / std::max(1.F, rough_width(heading.words, size)), size * 0.88F, size);
    scene.add(Text{
        .at = {x, top}, .words = shortened(heading.words, size, room), .size = size, .ink = heading.ink, .bold = true});
}

std::string name_of_drawing(const Heading& heading) {
    return heading.letter.empty() ? heading.words : heading.letter + " " + heading.words;
}

}  // namespace algemeente::present
