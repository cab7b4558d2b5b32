#include "present/charts/dumbbell.h"

#include "present/words/names.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace algemeente::present {

namespace {

constexpr float foot = 1.6F;

bool has_key(const DumbbellChart& chart) {
    return std::any_of(chart.series.begin(), chart.series.end(),
                       [](const DumbbellSeries& series) { return !series.label.empty(); });
}

float head_height(const DumbbellChart& chart, const ChartStyle& style) {
    return style.letter * (has_key(chart) ? 3.9F : 2.2F);
}

/// Of the width of the chart, for names.
constexpr float most_for_names = 0.52F;
constexpr float name_letter = 0.95F;  ///< size

/// The width of the longest of them, and a letter between it and the rest.
template <typename Words>
float width_of_names(const DumbbellChart& chart, const ChartStyle& style, const Words& words) {
    float width = 0;
    for (const DumbbellRow& row : chart.rows)
        width = std::max(width, rough_width(words(row), style.letter * name_letter) + style.letter);
    return width;
}

/// All rows have their short names, or none: side by side they are read as one list.
bool is_brief(Rect area, const DumbbellChart& chart, const ChartStyle& style) {
    const bool has_brief =
        std::none_of(chart.rows.begin(), chart.rows.end(), [](const DumbbellRow& row) { return row.brief.empty(); });
    const auto label = [](const DumbbellRow& row) { return std::string_view(row.label); };
    return has_brief && width_of_names(chart, style, label) > area.width * most_for_names;
}

std::string_view name_of_row(const DumbbellRow& row, bool brief) {
    return brief ? row.brief : row.label;
}

float name_room(Rect area, const DumbbellChart& chart, const ChartStyle& style) {
    const bool brief = is_brief(area, chart, style);
    const auto name = [brief](const DumbbellRow& row) { return name_of_row(row, brief); };
    return std::min(std::max(style.letter * 8, width_of_names(chart, style, name)), area.width * most_for_names);
}

/// Between names and zero, for numbers to the left of marks that are near zero.
float number_room(const DumbbellChart& chart, const ChartStyle& style) {
    constexpr double near_zero = 0.18;
    const bool needed =
        chart.numbers && std::any_of(chart.rows.begin(), chart.rows.end(), [](const DumbbellRow& row) {
            return std::any_of(row.levels.begin(), row.levels.end(), [](double level) { return level < near_zero; });
        });
    return needed ? style.letter * 2.6F : 0;
}

PlotArea plot_of(Rect area, const DumbbellChart& chart, const ChartStyle& style) {
    const float left = name_room(area, chart, style) + number_room(chart, style);
    const float right = style.letter * (chart.numbers ? 2.8F : 1);
    const float head = head_height(chart, style);
    PlotArea plot;
    plot.area = {area.x + left, area.y + head, area.width - left - right, area.height - head - style.letter * foot};
    plot.x = Range{0, 1};
    return plot;
}

void add_key(Scene& scene, Point at, const DumbbellChart& chart, const ChartStyle& style) {
    for (const DumbbellSeries& series : chart.series) {
        scene.add(Marker{.at = {at.x, at.y + style.letter * 0.55F},
                         .radius = style.letter * 0.4F,
                         .shape = series.shape,
                         .ink = series.ink});
        scene.add(Text{.at = {at.x + style.letter * 0.9F, at.y},
                       .words = series.label,
                       .size = style.letter,
                       .ink = letters_of(series.ink),
                       .bold = true});
        at.x += rough_width(series.label, style.letter) + style.letter * 3;
    }
}

/// The number on the outer side of its own mark, so that both can be read.
void add_number(Scene& scene, Point mark, double level, bool left, Ink ink, const ChartStyle& style) {
    scene.add(Text{.at = {mark.x + style.letter * (left ? -0.8F : 0.8F), mark.y - style.letter * 0.5F},
                   .words = number_words(level, style.language, {.decimals = 2}),
                   .size = style.letter * 0.92F,
                   .ink = letters_of(ink),
                   .align = left ? Align::right : Align::left});
}

void add_row(Scene& scene, const PlotArea& plot, float y, const DumbbellChart& chart, const DumbbellRow& row,
             const ChartStyle& style) {
    std::size_t low = row.levels.size();
    std::size_t high = row.levels.size();
    for (std::size_t i = 0; i < row.levels.size(); ++i) {
        if (std::isnan(row.levels[i])) continue;
        if (low == row.levels.size() || row.levels[i] < row.levels[low]) low = i;
        if (high == row.levels.size() || row.levels[i] >= row.levels[high]) high = i;
    }
    if (low == row.levels.size()) return;
    const auto at = [&](std::size_t i) { return Point{plot.x_of(row.levels[i]), y}; };
    if (row.levels[high] > row.levels[low])
        scene.add(Polyline{.points = {at(low), at(high)}, .ink = Ink::border, .width = style.line * 1.4F});
    for (std::size_t i = 0; i < row.levels.size(); ++i)
        if (!std::isnan(row.levels[i]))
            scene.add(Marker{.at = at(i),
                             .radius = style.letter * 0.4F,
                             .shape = chart.series[i].shape,
                             .ink = chart.series[i].ink});
    if (!chart.numbers) return;
    add_number(scene, at(low), row.levels[low], true, chart.series[low].ink, style);
    if (high != low) add_number(scene, at(high), row.levels[high], false, chart.series[high].ink, style);
}

/// Lines between low, middle and high, and these words below.
void add_thirds(Scene& scene, const PlotArea& plot, const ChartStyle& style) {
    for (int third = 0; third <= 3; ++third) {
        const float x = plot.x_of(third / 3.0);
        scene.add(Polyline{.points = {{x, plot.area.y}, {x, plot.area.bottom()}}, .ink = Ink::grid, .width = 1});
        if (third == 3) continue;
        const double middle = (third + 0.5) / 3;
        scene.add(Text{.at = {plot.x_of(middle), plot.area.bottom() + style.letter * 0.4F},
                       .words = std::string(level_words(middle, style.language)),
                       .size = style.letter * 0.92F,
                       .ink = Ink::soft_text,
                       .align = Align::centre});
    }
}

}  // namespace

float dumbbell_height(const DumbbellChart& chart, const ChartStyle& style) {
    return head_height(chart, style) + style.letter * (foot + 2 * static_cast<float>(chart.rows.size()));
}

Rect dumbbell_label(Rect area, const DumbbellChart& chart, std::size_t row, const ChartStyle& style) {
    const PlotArea plot = plot_of(area, chart, style);
    const float height = plot.area.height / static_cast<float>(std::max<std::size_t>(1, chart.rows.size()));
    return {area.x, plot.area.y + height * static_cast<float>(row),
            plot.area.x - area.x - style.letter * 0.5F - number_room(chart, style), height};
}

void draw_dumbbell(Scene& scene, Rect area, const DumbbellChart& chart, const ChartStyle& style) {
    draw_heading(scene, area, chart.heading, style);
    const PlotArea plot = plot_of(area, chart, style);
    if (has_key(chart)) add_key(scene, {plot.area.x, area.y + style.letter * 2}, chart, style);
    if (chart.thirds) {
        add_thirds(scene, plot, style);
    } else {
        draw_bottom_axis(scene, plot, {.most = 5}, style);
    }
    const bool brief = is_brief(area, chart, style);
    for (std::size_t i = 0; i < chart.rows.size(); ++i) {
        const Rect label = dumbbell_label(area, chart, i, style);
        const float y = label.y + label.height / 2;
        scene.add(Polyline{.points = {{plot.area.x, y}, {plot.area.right(), y}}, .ink = Ink::grid});
        scene.add(Text{
            .at = {label.right(), y - style.letter * 0.55F},
            .words = shortened(std::string(name_of_row(chart.rows[i], brief)), style.letter * name_letter, label.width),
            .size = style.letter * name_letter,
            .align = Align::right});
        add_row(scene, plot, y, chart, chart.rows[i], style);
    }
}

}  // namespace algemeente::present
