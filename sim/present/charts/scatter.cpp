#include "present/charts/scatter.h"

#include "present/charts/interval_bars.h"

#include <algorithm>
#include <cmath>

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
    plot.area = {area.x + left, area.y + style.letter * 2.6F, area.width - left - style.letter * 1.5F,
                 area.height - style.letter * 6};
    return plot;
}

void add_slopes(Scene& scene, const PlotArea& plot, const ScatterChart& chart, const ChartStyle& style) {
    for (const double slope : chart.slopes) {
        const double end = std::min(plot.shown().high, plot.y.high / slope);
        const Point to{plot.x_of(end), plot.y_of(end * slope)};
        scene.add(Polyline{
            .points = {{plot.x_of(0), plot.y_of(0)}, to}, .ink = Ink::neutral, .width = 1, .dash = Dash::dotted});
        scene.add(Text{.at = {to.x - style.letter * 0.2F, to.y - style.letter},
                       .words = number_words(slope, style.language),
                       .size = style.letter * 0.88F,
                       .ink = Ink::soft_text,
                       .align = Align::right});
    }
}

/// Each label is written unless it would cover an earlier one; towards the middle of the plot.
void add_labels(Scene& scene, const PlotArea& plot, const ScatterChart& chart, const ChartStyle& style) {
    const float size = style.letter * 0.88F;
    std::vector<Point> taken;
    for (const Spot& spot : chart.spots) {
        if (!std::isfinite(spot.x) || !std::isfinite(spot.y) || spot.label.empty()) continue;
        const Point at{plot.x_of(spot.x), plot.y_of(spot.y)};
        const bool room = std::none_of(taken.begin(), taken.end(), [&](Point other) {
            return std::abs(other.x - at.x) < style.letter * 9 && std::abs(other.y - at.y) < style.letter * 0.95F;
        });
        if (!room) continue;
        taken.push_back(at);
        const bool to_left = at.x > plot.area.x + plot.area.width / 2;
        scene.add(Text{.at = {at.x + style.letter * (to_left ? -0.6F : 0.6F), at.y - size * 0.55F},
                       .words = shortened(spot.label, size, style.letter * 16),
                       .size = size,
                       .ink = spot.strong ? Ink::text : Ink::soft_text,
                       .align = to_left ? Align::right : Align::left});
    }
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
    scene.add(Text{.at = {plot.area.right(), area.y + style.letter * 0.2F},
                   .words = chart.y_title,
                   .size = style.letter,
                   .align = Align::right});
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
