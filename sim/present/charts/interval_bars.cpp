#include "present/charts/interval_bars.h"

#include "present/words/catalogue.h"

#include <algorithm>
#include <cmath>

namespace algemeente::present {

namespace {

constexpr float head = 4;  ///< heights, in letters
constexpr float foot = 2;

float bar_height(const IntervalBars& chart, const ChartStyle& style) {
    return style.letter * (chart.series.size() > 1 ? 0.75F : 1.1F);
}

float row_height(const IntervalBars& chart, const ChartStyle& style) {
    return bar_height(chart, style) * static_cast<float>(chart.series.size()) + style.letter * 0.7F;
}

bool has_key(const IntervalBars& chart) {
    return std::any_of(chart.series.begin(), chart.series.end(),
                       [](const BarSeries& series) { return !series.label.empty(); });
}

float head_height(const IntervalBars& chart, const ChartStyle& style) {
    return style.letter * (has_key(chart) ? head : head - 1.5F);
}

PlotArea plot_of(Rect area, const IntervalBars& chart, const ChartStyle& style) {
    float names = style.letter * 6;
    float words = style.letter;
    Range range{0, 0};
    for (const BarRow& row : chart.rows) {
        names = std::max(names, rough_width(row.label, style.letter) + style.letter);
        words = std::max(words, rough_width(row.words, style.letter) + style.letter);
        for (const Estimate& estimate : row.values) include(range, estimate);
    }
    names = std::min(names, area.width * 0.36F);
    const float top = head_height(chart, style);
    PlotArea plot;
    plot.area = {area.x + names, area.y + top, area.width - names - words, area.height - top - style.letter * foot};
    plot.x = chart.limits.value_or(nice_range(range, 5));
    return plot;
}

void add_key(Scene& scene, Point at, const IntervalBars& chart, const ChartStyle& style) {
    for (const BarSeries& series : chart.series) {
        scene.add(Box{.area = {at.x, at.y + style.letter * 0.1F, style.letter * 0.9F, style.letter * 0.9F},
                      .ink = series.ink});
        scene.add(Text{.at = {at.x + style.letter * 1.3F, at.y}, .words = series.label, .size = style.letter});
        at.x += rough_width(series.label, style.letter) + style.letter * 3;
    }
}

void add_bar(Scene& scene, const PlotArea& plot, Rect at, const Estimate& estimate, Ink ink, std::string tip,
             const ChartStyle& style) {
    if (!std::isfinite(estimate.value)) return;
    const float zero = plot.x_of(0);
    const float end = plot.x_of(estimate.value);
    scene.add(Box{.area = {std::min(zero, end), at.y, std::max(1.F, std::abs(end - zero)), at.height},
                  .ink = ink,
                  .tip = std::move(tip)});
    if (!(estimate.high > estimate.low)) return;
    const float middle = at.y + at.height / 2;
    const auto stroke = [&](Point from, Point to) {
        scene.add(Polyline{.points = {from, to}, .ink = Ink::text, .width = style.line * 0.55F});
    };
    stroke({plot.x_of(estimate.low), middle}, {plot.x_of(estimate.high), middle});
    const float tick = style.letter * 0.25F;
    for (const double limit : {estimate.low, estimate.high})
        stroke({plot.x_of(limit), middle - tick}, {plot.x_of(limit), middle + tick});
}

void add_row(Scene& scene, const PlotArea& plot, float left, float y, const IntervalBars& chart, const BarRow& row,
             const ChartStyle& style) {
    const float bar = bar_height(chart, style);
    const float middle = y + bar * static_cast<float>(chart.series.size()) / 2 - style.letter * 0.55F;
    const float gap = style.letter * 0.7F;
    scene.add(Text{.at = {plot.area.x - gap, middle},
                   .words = shortened(row.label, style.letter, plot.area.x - gap - left),
                   .size = style.letter,
                   .align = Align::right});
    for (std::size_t i = 0; i < std::min(row.values.size(), chart.series.size()); ++i) {
        const BarSeries& series = chart.series[i];
        const std::string name = series.label.empty() ? row.label : row.label + ", " + series.label;
        add_bar(scene, plot, {0, y + bar * static_cast<float>(i), 0, bar - 1}, row.values[i],
                row.faint ? Ink::neutral : series.ink,
                row.tip.empty() ? name + ": " + estimate_words(row.values[i], style.language) : row.tip, style);
    }
    if (row.words.empty()) return;
    scene.add(Text{.at = {plot.area.right() + gap, middle}, .words = row.words, .size = style.letter});
}

}  // namespace

std::string estimate_words(const Estimate& estimate, Language language) {
    const auto number = [&](double value) { return number_words(value, language, {.digits = 2}); };
    if (!std::isfinite(estimate.low)) return number(estimate.value);
    return number(estimate.value) + " (" +
           filled(text(Word::from_to, language), number(estimate.low), number(estimate.high)) + ")";
}

void include(Range& range, const Estimate& estimate) {
    for (const double value : {estimate.value, estimate.low, estimate.high}) {
        if (!std::isfinite(value)) continue;
        range.low = std::min(range.low, value);
        range.high = std::max(range.high, value);
    }
}

float interval_bars_height(const IntervalBars& chart, const ChartStyle& style) {
    return head_height(chart, style) + row_height(chart, style) * static_cast<float>(chart.rows.size()) +
           style.letter * foot;
}

void draw_interval_bars(Scene& scene, Rect area, const IntervalBars& chart, const ChartStyle& style) {
    draw_heading(scene, area, chart.heading, style);
    const PlotArea plot = plot_of(area, chart, style);
    if (has_key(chart)) add_key(scene, {plot.area.x, area.y + style.letter * 2.2F}, chart, style);
    draw_bottom_axis(scene, plot, {.most = 5, .zero_line = true}, style);
    float y = plot.area.y + style.letter * 0.35F;
    for (const BarRow& row : chart.rows) {
        add_row(scene, plot, area.x, y, chart, row, style);
        y += row_height(chart, style);
    }
}

}  // namespace algemeente::present
