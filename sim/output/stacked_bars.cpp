#include "output/axis.h"
#include "output/charts.h"
#include "output/palette.h"
#include "output/svg.h"
#include "present/words/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace algemeente {

using namespace present;

namespace {

constexpr double head_height = 30;
constexpr double foot_height = 22;
constexpr double label_room = 158;
constexpr double label_height = 14;
constexpr double smallest_number = 0.145;  ///< smaller shares get no number: those that matter stand out

/// Where the parts of one bar lie, from the bottom up.
struct Bar {
    double left, width;
    const Scale& y;
};

void draw_part(Svg& svg, const Bar& bar, const StackedPart& part, double below, double share, const std::string& year,
               Language language) {
    const double top = bar.y(below + share);
    const double height = bar.y(below) - top;
    const std::string attributes = fmt::format("fill=\"{}\" class=\"part\"", part.colour);
    if (share < smallest_number || bar.width < 14) {
        svg.rectangle_with_tip(
            {bar.left, top}, bar.width, height, attributes,
            fmt::format("{}, {}: {}", part.label, year, number_words(share, language, {.percent = true})));
        return;
    }
    svg.rectangle({bar.left, top}, bar.width, height, attributes);
    svg.text({bar.left + bar.width / 2, top + height / 2 + 3.5}, fmt::format("{:.0f}", share * 100),
             fmt::format("class=\"small\" fill=\"{}\" text-anchor=\"middle\"", part.ink));
}

/// Names of the parts beside the last bar, in the same order and as near to their part as they fit.
void draw_part_names(Svg& svg, const std::vector<StackedPart>& parts, std::size_t bar, const Scale& y, double x) {
    double below = 0;
    double free_below = y(0) + label_height / 2;
    for (const StackedPart& part : parts) {
        const double share = std::isnan(part.shares[bar]) ? 0 : part.shares[bar];
        const double middle = std::min(y(below + share / 2), free_below - label_height / 2);
        free_below = middle - label_height / 2;
        below += share;
        svg.rectangle({x, middle - 4.5}, 9, 9, fmt::format("fill=\"{}\"", part.colour));
        svg.text({x + 14, middle + 4}, part.label, "class=\"name\"");
    }
}

}  // namespace

std::string stacked_bars_svg(std::string_view letter, std::string_view title, const std::vector<std::string>& bars,
                             const std::vector<StackedPart>& parts, double width, double height, Language language) {
    Svg svg(width, height, fmt::format("{} {}", letter, title));
    svg.heading(letter, title);
    const Scale y{0, 1, height - foot_height, head_height};
    const double pitch = (width - label_room) / static_cast<double>(std::max<std::size_t>(1, bars.size()));
    // whole years where they fit, short ones as often as they fit
    const bool whole_years = pitch >= 34;
    const std::size_t bars_per_label = whole_years || pitch >= 24 ? 1 : 2;
    std::size_t last_drawn = 0;
    for (std::size_t bar = 0; bar < bars.size(); ++bar) {
        const Bar place{static_cast<double>(bar) * pitch, pitch - 2, y};
        double below = 0;
        for (const StackedPart& part : parts) {
            if (std::isnan(part.shares[bar])) break;
            draw_part(svg, place, part, below, part.shares[bar], bars[bar], language);
            below += part.shares[bar];
            last_drawn = bar;
        }
        if (bar % bars_per_label != 0) continue;
        const std::string label = whole_years ? bars[bar] : fmt::format("'{}", bars[bar].substr(bars[bar].size() - 2));
        svg.text({place.left + place.width / 2, height - 6}, label, "class=\"tick\" text-anchor=\"middle\"");
    }
    if (!bars.empty()) draw_part_names(svg, parts, last_drawn, y, width - label_room + 6);
    return svg.finish();
}

}  // namespace algemeente
