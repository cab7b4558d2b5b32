#include "present/charts/scatter.h"

#include "present/charts/interval_bars.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace algemeente::present {

namespace {

PlotArea plot_of(Rect area, const ScatterChart& chart, const ChartStyle& style) {
    Range across = chart.limits.value_or(Range{0, 0});
    Range upwards = across;
    for (const Spot& spot : chart.spots) {
        include(across, bare_estimate(spot.x));
        include(upwards, bare_estimate(spot.y));
    }
    PlotArea plot;
    plot.y = nice_range(upwards, 5);
    plot.x = nice_range(across, 5);
    const float left = left_axis_room(plot.y, {}, style);
    plot.area = {area.x + left, area.y + style.letter * 3.8F, area.width - left - style.letter * 1.5F,
                 area.height - style.letter * 7.2F};
    return plot;
}

void add_slopes(Scene& scene, const PlotArea& plot, const ScatterChart& chart, const ChartStyle& style) {
    for (const double slope : chart.slopes) {
        const double end = std::min(plot.shown().high, plot.y.high / slope);
        const Point to{plot.x_of(end), plot.y_of(end * slope)};
        scene.add(Polyline{
            .points = {{plot.x_of(0), plot.y_of(0)}, to}, .ink = Ink::neutral, .width = 1, .dash = Dash::dotted});
        scene.add(Text{.at = {to.x - style.letter * 0.2F, to.y - style.letter},
                       .words = number_words(slope, style.language, {.digits = 2}),
                       .size = style.letter * 0.88F,
                       .ink = Ink::soft_text,
                       .align = Align::right});
    }
}

bool overlap(const Rect& one, const Rect& other) {
    return one.x < other.right() && other.x < one.right() && one.y < other.bottom() && other.y < one.bottom();
}

/// The label of a spot on one side of it.
Text label_of(const Spot& spot, Point at, bool to_left, float room, const ChartStyle& style) {
    const float size = style.letter * 0.88F;
    return {.at = {at.x + style.letter * (to_left ? -0.6F : 0.6F), at.y - size * 0.55F},
            .words = shortened(spot.label, size, room),
            .size = size,
            .ink = spot.strong ? Ink::text : Ink::soft_text,
            .align = to_left ? Align::right : Align::left};
}

Rect area_of(const Text& label) {
    const float width = rough_width(label.words, label.size);
    return {label.align == Align::right ? label.at.x - width : label.at.x, label.at.y, width, label.size * 1.1F};
}

/// Each label is written where it covers no other and no coloured spot, towards the middle of the plot if it can; those
/// of coloured spots first. What has no room is under the pointer.
void add_labels(Scene& scene, const PlotArea& plot, const ScatterChart& chart, const ChartStyle& style) {
    std::vector<Rect> taken;
    const float half = style.letter * 0.42F;
    const auto place_of = [&plot](const Spot& spot) { return Point{plot.x_of(spot.x), plot.y_of(spot.y)}; };
    for (const Spot& spot : chart.spots)
        if (spot.strong && std::isfinite(spot.x) && std::isfinite(spot.y))
            taken.push_back({place_of(spot).x - half, place_of(spot).y - half, 2 * half, 2 * half});
    const auto add = [&](const Spot& spot) {
        if (!std::isfinite(spot.x) || !std::isfinite(spot.y) || spot.label.empty()) return;
        if (!spot.beside && !spot.strong) return;
        const Point at = place_of(spot);
        const bool right_half = at.x > plot.area.x + plot.area.width / 2;
        for (const bool to_left : {right_half, !right_half}) {
            const float beside = to_left ? at.x - plot.area.x : plot.area.right() - at.x;
            const float room = std::min(style.letter * 22, beside - style.letter);
            if (room < style.letter) continue;
            Text label = label_of(spot, at, to_left, room, style);
            const Rect area = area_of(label);
            if (std::any_of(taken.begin(), taken.end(), [&area](const Rect& other) { return overlap(area, other); }))
                continue;
            taken.push_back(area);
            scene.add(std::move(label));
            return;
        }
    };
    for (const bool strong : {true, false})
        for (const Spot& spot : chart.spots)
            if (spot.strong == strong) add(spot);
}

}  // namespace

void draw_scatter(Scene& scene, Rect area, const ScatterChart& chart, const ChartStyle& style) {
    draw_heading(scene, area, chart.heading, style);
    const PlotArea plot = plot_of(area, chart, style);
    const ValueAxis axis{.most = 5, .zero_line = true};
    draw_bottom_axis(scene, plot, axis, style);
    draw_left_axis(scene, plot, axis, style);
    scene.add(Text{.at = {plot.area.x + plot.area.width / 2, area.bottom() - style.letter * 1.4F},
                   .words = chart.x_title,
                   .size = style.letter,
                   .align = Align::centre});
    // on a line of its own, under the heading: both may be long
    scene.add(Text{.at = {area.x, area.y + style.letter * 1.9F}, .words = chart.y_title, .size = style.letter});
    add_slopes(scene, plot, chart, style);
    for (const Spot& spot : chart.spots)
        if (std::isfinite(spot.x) && std::isfinite(spot.y))
            scene.add(Marker{.at = {plot.x_of(spot.x), plot.y_of(spot.y)},
                             .radius = style.letter * (spot.strong ? 0.42F : 0.3F),
                             .ink = series_ink(spot.strong ? 0 : 4),
                             .alpha = 0.85F,
                             .tip = spot.label});
    add_labels(scene, plot, chart, style);
}

}  // namespace algemeente::present
