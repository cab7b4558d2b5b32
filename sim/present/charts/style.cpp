#include "present/charts/style.h"

#include <algorithm>

namespace algemeente::present {

namespace {

constexpr float heading_letter = 1.15F;  ///< of the style's letter
constexpr float least_heading = 0.88F;   ///< a long heading is set a little smaller before it is cut

float box_width(const Heading& heading, const ChartStyle& style) {
    if (heading.letter.empty()) return 0;
    return rough_width(heading.letter, style.letter * heading_letter) + style.letter * 0.9F;
}

float words_room(Rect area, const Heading& heading, const ChartStyle& style) {
    const float box = box_width(heading, style);
    return area.width - (box > 0 ? box + style.letter * 0.6F : 0);
}

/// One line, or two where it would be cut; the second one is cut if need be.
std::vector<std::string> heading_lines(Rect area, const Heading& heading, const ChartStyle& style, int most_lines) {
    const float room = words_room(area, heading, style);
    const float smallest = style.letter * heading_letter * least_heading;
    if (most_lines < 2 || rough_width(heading.words, smallest) <= room) return {heading.words};
    std::vector<std::string> lines = wrapped(heading.words, smallest, room);
    for (std::size_t i = 2; i < lines.size(); ++i) lines[1] += " " + lines[i];
    lines.resize(std::min<std::size_t>(lines.size(), 2));
    return lines;
}

}  // namespace

float second_line_of(Rect area, const Heading& heading, const ChartStyle& style) {
    return heading_lines(area, heading, style, 2).size() > 1 ? style.letter * 1.25F : 0;
}

void draw_heading(Scene& scene, Rect area, const Heading& heading, const ChartStyle& style, int most_lines) {
    const float usual = style.letter * heading_letter;
    const float top = area.y + style.letter * 0.2F;
    if (const float width = box_width(heading, style); width > 0) {
        scene.add(Box{.area = {area.x, area.y, width, style.letter * 1.5F}, .ink = Ink::accent, .rounding = 3});
        scene.add(Text{.at = {area.x + width / 2, top},
                       .words = heading.letter,
                       .size = usual,
                       .ink = Ink::on_accent,
                       .align = Align::centre,
                       .bold = true});
    }
    const float room = words_room(area, heading, style);
    float y = top;
    for (const std::string& line : heading_lines(area, heading, style, most_lines)) {
        const float size =
            std::clamp(usual * room / std::max(1.F, rough_width(line, usual)), usual * least_heading, usual);
        scene.add(Text{.at = {area.right() - room, y},
                       .words = shortened(line, size, room),
                       .size = size,
                       .ink = heading.ink,
                       .bold = true});
        y += style.letter * 1.25F;
    }
}

std::string name_of_drawing(const Heading& heading) {
    return heading.letter.empty() ? heading.words : heading.letter + " " + heading.words;
}

}  // namespace algemeente::present
