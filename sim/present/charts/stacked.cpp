#include "present/charts/stacked.h"

#include <algorithm>
#include <cmath>

namespace algemeente::present {

namespace {

constexpr double smallest_number = 0.145;  ///< smaller shares get no number: those that matter are seen

std::size_t column_count(const StackedChart& chart) {
    return chart.parts.empty() ? 0 : chart.parts.front().shares.size();
}

/// What lies below each part in a column.
double below(const StackedChart& chart, std::size_t part, std::size_t column) {
    double sum = 0;
    for (std::size_t i = 0; i < part; ++i) sum += chart.parts[i].shares[column];
    return sum;
}

/// Room for the names of parts beside the columns.
float name_room(Rect area, const StackedChart& chart, const ChartStyle& style) {
    float room = style.letter * 0.6F;
    if (!chart.names_beside) return room;
    for (const StackedPart& part : chart.parts)
        room = std::max(room, rough_width(part.label, style.letter * 0.95F) + style.letter * 2.2F);
    return std::min(room, area.width * 0.45F);
}

PlotArea plot_of(Rect area, const StackedChart& chart, const ChartStyle& style) {
    const bool bars = !chart.columns.empty();
    const float left = bars ? 0 : style.letter * 3;
    const float right = name_room(area, chart, style);
    PlotArea plot;
    plot.area = {area.x + left, area.y + style.letter * 2.3F, area.width - left - right,
                 area.height - style.letter * 4};
    plot.months = static_cast<int>(column_count(chart));
    plot.y = {0, 1};
    if (bars) plot.x = Range{0, std::max(1.0, static_cast<double>(column_count(chart)))};
    return plot;
}

void add_areas(Scene& scene, const PlotArea& plot, const StackedChart& chart) {
    for (std::size_t part = 0; part < chart.parts.size(); ++part) {
        Ribbon band{.ink = chart.parts[part].ink, .alpha = 0.9F};
        for (std::size_t month = 0; month < column_count(chart); ++month) {
            const double base = below(chart, part, month);
            if (std::isnan(base + chart.parts[part].shares[month])) continue;
            band.x.push_back(plot.x_of(static_cast<double>(month)));
            band.low.push_back(plot.y_of(base));
            band.high.push_back(plot.y_of(base + chart.parts[part].shares[month]));
        }
        if (band.x.size() > 1) scene.add(std::move(band));
    }
}

void add_bar(Scene& scene, const PlotArea& plot, const StackedChart& chart, std::size_t column,
             const ChartStyle& style) {
    const float left = plot.x_of(static_cast<double>(column));
    const float width = plot.x_of(static_cast<double>(column + 1)) - left - 2;
    for (std::size_t part = 0; part < chart.parts.size(); ++part) {
        const StackedPart& one = chart.parts[part];
        const double share = one.shares[column];
        const double base = below(chart, part, column);
        const Rect area{left, plot.y_of(base + share), width, plot.y_of(base) - plot.y_of(base + share)};
        scene.add(Box{.area = {area.x, area.y, area.width, std::max(0.F, area.height - 1)},
                      .ink = one.ink,
                      .tip = one.label + ", " + chart.columns[column] + ": " +
                             number_words(share, style.language, {.percent = true, .decimals = 0})});
        if (share < smallest_number || width < style.letter) continue;
        scene.add(Text{.at = {area.x + width / 2, area.y + area.height / 2 - style.letter * 0.5F},
                       .words = number_words(share * 100, style.language, {.decimals = 0}),
                       .size = style.letter * 0.88F,
                       .ink = letters_on(one.ink, style.theme),
                       .align = Align::centre});
    }
}

bool is_known(const StackedChart& chart, std::size_t column) {
    return std::none_of(chart.parts.begin(), chart.parts.end(),
                        [&](const StackedPart& part) { return std::isnan(part.shares[column]); });
}

/// Whole years where they fit, short ones as often as they fit.
void add_column_names(Scene& scene, const PlotArea& plot, const StackedChart& chart, const ChartStyle& style) {
    const float pitch = plot.area.width / static_cast<float>(std::max<std::size_t>(1, chart.columns.size()));
    const bool whole = pitch >= style.letter * 2.8F;
    const std::size_t step = whole || pitch >= style.letter * 2 ? 1 : 2;
    for (std::size_t column = 0; column < chart.columns.size(); column += step) {
        const std::string& words = chart.columns[column];
        scene.add(
            Text{.at = {plot.x_of(static_cast<double>(column) + 0.5) - 1, plot.area.bottom() + style.letter * 0.4F},
                 .words = whole || words.size() < 4 ? words : "'" + words.substr(words.size() - 2),
                 .size = style.letter * 0.92F,
                 .ink = Ink::soft_text,
                 .align = Align::centre});
    }
}

void add_swatch(Scene& scene, Point at, const StackedPart& part, const ChartStyle& style) {
    scene.add(Box{.area = {at.x, at.y + style.letter * 0.1F, style.letter * 0.9F, style.letter * 0.9F},
                  .ink = part.ink,
                  .rounding = 2});
    scene.add(Text{.at = {at.x + style.letter * 1.25F, at.y}, .words = part.label, .size = style.letter * 0.95F});
}

/// Names of the parts beside the last column, in the same order and as near to their part as they fit.
void add_names(Scene& scene, const PlotArea& plot, const StackedChart& chart, const ChartStyle& style) {
    std::size_t last = column_count(chart);
    while (last > 0 && !is_known(chart, last - 1)) --last;
    if (last == 0) return;
    const float line = style.letter * 1.2F;
    float lowest = plot.area.bottom() + line / 2;
    for (std::size_t part = 0; part < chart.parts.size(); ++part) {
        const double middle = below(chart, part, last - 1) + chart.parts[part].shares[last - 1] / 2;
        lowest = std::min(plot.y_of(middle), lowest - line / 2);
        add_swatch(scene, {plot.area.right() + style.letter * 0.6F, lowest - style.letter * 0.55F}, chart.parts[part],
                   style);
        lowest -= line / 2;
    }
}

/// Calls `place` with every part and where its name goes; returns the height of all lines.
template <typename Place>
float place_names(Rect area, const std::vector<StackedPart>& parts, const ChartStyle& style, const Place& place) {
    const float line = style.letter * 1.45F;
    Point at{area.x, area.y};
    for (const StackedPart& part : parts) {
        const float width = rough_width(part.label, style.letter * 0.95F) + style.letter * 2;
        if (at.x > area.x && at.x + width > area.right()) at = {area.x, at.y + line};
        place(part, at);
        at.x += width;
    }
    return at.y + line - area.y;
}

}  // namespace

void draw_stacked(Scene& scene, Rect area, const StackedChart& chart, const ChartStyle& style) {
    draw_heading(scene, area, chart.heading, style);
    const PlotArea plot = plot_of(area, chart, style);
    if (chart.columns.empty()) {
        draw_left_axis(scene, plot, {.form = {.percent = true}, .most = 2}, style);
        add_areas(scene, plot, chart);
        draw_time_axis(scene, plot, time_ticks(plot.shown(), plot.area.width, style.letter, style.language), true,
                       style);
    } else {
        for (std::size_t column = 0; column < column_count(chart); ++column)
            if (is_known(chart, column)) add_bar(scene, plot, chart, column, style);
        add_column_names(scene, plot, chart, style);
    }
    if (chart.names_beside) add_names(scene, plot, chart, style);
    if (chart.cursor < 0) return;
    const float x = plot.x_of(chart.cursor);
    scene.add(Polyline{.points = {{x, plot.area.y}, {x, plot.area.bottom()}}, .ink = Ink::text, .width = 1});
}

float legend_height(float width, const std::vector<StackedPart>& parts, const ChartStyle& style) {
    return place_names({0, 0, width, 0}, parts, style, [](const StackedPart&, Point) {});
}

void draw_legend(Scene& scene, Rect area, const std::vector<StackedPart>& parts, const ChartStyle& style) {
    place_names(area, parts, style, [&](const StackedPart& part, Point at) { add_swatch(scene, at, part, style); });
}

}  // namespace algemeente::present
