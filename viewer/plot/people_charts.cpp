#include "viewer/plot/people_charts.h"

#include "text/calendar.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace algemeente::viewer {

namespace {

double median_of(std::vector<double> values) {
    return values.empty() ? 0 : band_over(values).p50;
}

void add_scale(Scene& scene, Rect plot, const ChartStyle& style) {
    for (const double value : {0.0, 0.5, 1.0})
        scene.add(Text{.at = {plot.x + static_cast<float>(value) * plot.width, plot.bottom() + style.letter * 0.15F},
                       .words = number_words(value, style.language, {.percent = true}),
                       .size = style.letter * 0.9F,
                       .ink = Ink::soft_text,
                       .align = value == 0   ? Align::left
                                : value == 1 ? Align::right
                                             : Align::centre});
}

}  // namespace

int bin_of(double value, int bins) {
    return std::clamp(static_cast<int>(value * bins), 0, bins - 1);
}

std::vector<int> histogram_of(const std::vector<double>& values, int bins) {
    std::vector<int> counts(static_cast<std::size_t>(bins), 0);
    for (const double value : values) ++counts[static_cast<std::size_t>(bin_of(value, bins))];
    return counts;
}

int next_in_bin(const std::vector<double>& values, int bins, int bin, int current) {
    const auto count = static_cast<int>(values.size());
    for (int step = 1; step <= count; ++step) {
        const int one = (std::max(current, -1) + step) % count;
        if (bin_of(values[static_cast<std::size_t>(one)], bins) == bin) return one;
    }
    return -1;
}

Rect bars_of(Rect area, const ChartStyle& style) {
    return {area.x, area.y + style.letter * 1.5F, area.width, area.height - style.letter * 2.8F};
}

void draw_histogram(Scene& scene, Rect area, const Histogram& histogram, const ChartStyle& style) {
    scene.add(Text{.at = {area.x, area.y}, .words = histogram.title, .size = style.letter});
    const Rect plot = bars_of(area, style);
    const int most = std::max(1, *std::max_element(histogram.counts.begin(), histogram.counts.end()));
    const auto bins = static_cast<int>(histogram.counts.size());
    const float step = plot.width / static_cast<float>(bins);
    const int lit = histogram.chosen < 0 ? -1 : bin_of(histogram.chosen, bins);
    for (int i = 0; i < bins; ++i) {
        const float height =
            plot.height * static_cast<float>(histogram.counts[static_cast<std::size_t>(i)]) / static_cast<float>(most);
        scene.add(Box{.area = {plot.x + step * static_cast<float>(i), plot.bottom() - height, step - 1.5F, height},
                      .ink = i == lit ? Ink::text : histogram.ink,
                      .rounding = 1});
    }
    scene.add(Polyline{.points = {{plot.x, plot.bottom()}, {plot.right(), plot.bottom()}}, .ink = Ink::border});
    const float x = plot.x + static_cast<float>(histogram.mean) * plot.width;
    scene.add(Polyline{.points = {{x, plot.y}, {x, plot.bottom()}}, .ink = Ink::text, .width = style.line * 0.7F});
    add_scale(scene, plot, style);
}

Rect dots_of(Rect area, const ChartStyle& style) {
    const float label = style.letter * 9.6F;
    return {area.x + label, area.y, area.width - label - style.letter * 0.5F, area.height};
}

void draw_dots(Scene& scene, Rect area, const DotStrip& strip, const ChartStyle& style) {
    const Rect plot = dots_of(area, style);
    const float middle = plot.y + plot.height / 2;
    scene.add(Text{.at = {area.x, middle - style.letter * 0.55F}, .words = strip.label, .size = style.letter * 0.95F});
    scene.add(Polyline{.points = {{plot.x, middle}, {plot.right(), middle}}, .ink = Ink::border});
    const float radius = style.letter * 0.24F;
    const auto x_of = [&](double value) {
        return plot.x + static_cast<float>((value - strip.range.low) / strip.range.span()) * plot.width;
    };
    for (std::size_t i = 0; i < strip.values.size(); ++i) {
        const bool chosen = static_cast<int>(i) == strip.chosen;
        // who stands beside whom says nothing: rows only keep dots apart
        const float row = static_cast<float>(static_cast<int>(i % 3) - 1);
        const Point at = {x_of(strip.values[i]), middle + row * radius * 1.7F};
        scene.add(Marker{.at = at, .radius = chosen ? radius * 1.8F : radius, .ink = chosen ? Ink::text : strip.ink});
    }
    if (strip.values.empty()) return;
    const double mean =
        std::accumulate(strip.values.begin(), strip.values.end(), 0.0) / static_cast<double>(strip.values.size());
    const float x = x_of(mean);
    scene.add(Polyline{.points = {{x, plot.y}, {x, plot.bottom()}}, .ink = Ink::text, .width = style.line * 0.7F});
}

int dot_at(Rect area, const DotStrip& strip, const ChartStyle& style, float x) {
    const Rect plot = dots_of(area, style);
    const double value = strip.range.low + (x - plot.x) / std::max(1.F, plot.width) * strip.range.span();
    int nearest = -1;
    for (std::size_t i = 0; i < strip.values.size(); ++i)
        if (nearest < 0 ||
            std::abs(strip.values[i] - value) < std::abs(strip.values[static_cast<std::size_t>(nearest)] - value))
            nearest = static_cast<int>(i);
    return nearest;
}

PlotArea draw_life(Scene& scene, Rect area, const LifeChart& chart, const ChartStyle& style) {
    scene.add(Text{.at = {area.x, area.y}, .words = chart.title, .size = style.letter, .ink = chart.ink, .bold = true});
    PlotArea plot;
    plot.months = static_cast<int>(chart.own.size());
    plot.y = {0, 1};
    const ValueAxis axis{.form = {.percent = true}, .most = 2};
    const float left = left_axis_room(plot.y, axis, style);
    plot.area = {area.x + left, area.y + style.letter * 1.5F, area.width - left - style.letter * 0.4F,
                 area.height - style.letter * 3};
    draw_left_axis(scene, plot, axis, style);
    draw_time_axis(scene, plot, time_ticks(plot.shown(), plot.area.width, style.letter, style.language), true, style);
    const auto add = [&](const std::vector<double>& values, Ink ink, float width, Dash dash, float alpha) {
        Polyline line{.ink = ink, .width = width, .dash = dash, .alpha = alpha};
        for (std::size_t month = 0; month < values.size(); ++month)
            line.points.push_back({plot.x_of(static_cast<double>(month)), plot.y_of(values[month])});
        if (line.points.size() > 1) scene.add(std::move(line));
    };
    for (const auto& peer : chart.peers) add(peer, Ink::neutral, style.line * 0.5F, Dash::solid, 0.8F);
    add(chart.middle, Ink::soft_text, style.line * 0.8F, Dash::dashed, 1);
    add(chart.own, chart.ink, style.line, Dash::solid, 1);
    const float x = plot.x_of(chart.cursor);
    scene.add(Polyline{.points = {{x, plot.area.y}, {x, plot.area.bottom()}}, .ink = Ink::text, .width = 1});
    if (chart.cursor >= 0 && chart.cursor < plot.months)
        scene.add(Marker{.at = {x, plot.y_of(chart.own[static_cast<std::size_t>(chart.cursor)])},
                         .radius = style.letter * 0.3F,
                         .ink = chart.ink});
    return plot;
}

LifeChart life_of(const People& people, std::size_t municipality, Person person, Quality quality) {
    LifeChart life;
    life.peers.resize(4);
    const std::vector<std::uint32_t> peers = people.peers(municipality, person);
    for (int month = 0; month < people.months(); ++month) {
        life.own.push_back(people.value(quality, month, municipality, person.number));
        for (std::size_t i = 0; i < peers.size(); ++i)
            life.peers[i].push_back(people.value(quality, month, municipality, peers[i]));
        life.middle.push_back(median_of(people.values(quality, month, municipality)));
    }
    return life;
}

}  // namespace algemeente::viewer
