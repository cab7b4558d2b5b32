#include "present/charts/lines.h"

#include "text/calendar.h"

#include <algorithm>
#include <cmath>

namespace algemeente::present {

namespace {

PlotArea plot_of(Rect area, const EstimateLines& chart, const ChartStyle& style) {
    Range range{0, 0};
    float names = style.letter * 4;
    for (const EstimateLine& line : chart.lines) {
        names = std::max(names, rough_width(line.label, style.letter) + style.letter * 4);
        for (const Estimate& estimate : line.values) include(range, estimate);
    }
    PlotArea plot;
    plot.y = nice_range(range, 5);
    const float left = left_axis_room(plot.y, {}, style);
    const float right = std::min(names, area.width * 0.34F);
    plot.area = {area.x + left, area.y + style.letter * 2.6F, area.width - left - right,
                 area.height - style.letter * 4.6F};
    // half a column free on either side
    plot.x = Range{-0.2, static_cast<double>(std::max<std::size_t>(chart.columns.size(), 2)) - 0.8};
    return plot;
}

void add_line(Scene& scene, const PlotArea& plot, const EstimateLine& line, std::size_t position, float label_y,
              const ChartStyle& style) {
    const Ink ink = series_ink(position);
    const Dash dash = dash_of(position / series_inks);
    Ribbon band{.ink = ink, .alpha = 0.12F};
    Polyline middle{.ink = ink, .width = style.line, .dash = dash};
    for (std::size_t i = 0; i < line.values.size(); ++i) {
        const Estimate& estimate = line.values[i];
        if (!std::isfinite(estimate.value)) continue;
        const float x = plot.x_of(static_cast<double>(i));
        middle.points.push_back({x, plot.y_of(estimate.value)});
        if (!std::isfinite(estimate.low)) continue;
        band.x.push_back(x);
        band.low.push_back(plot.y_of(estimate.low));
        band.high.push_back(plot.y_of(estimate.high));
    }
    if (band.x.size() > 1) scene.add(std::move(band));
    if (middle.points.size() > 1) scene.add(std::move(middle));
    const float x = plot.area.right() + style.letter * 0.8F;
    scene.add(Polyline{
        .points = {{x, label_y}, {x + style.letter * 1.6F, label_y}}, .ink = ink, .width = style.line, .dash = dash});
    scene.add(Text{.at = {x + style.letter * 2.1F, label_y - style.letter * 0.55F},
                   .words = shortened(line.label, style.letter, style.letter * 20),
                   .size = style.letter});
}

}  // namespace

void draw_estimate_lines(Scene& scene, Rect area, const EstimateLines& chart, const ChartStyle& style) {
    draw_heading(scene, area, chart.heading, style);
    const PlotArea plot = plot_of(area, chart, style);
    draw_left_axis(scene, plot, {.most = 5, .zero_line = true}, style);
    for (std::size_t i = 0; i < chart.columns.size(); ++i)
        scene.add(Text{.at = {plot.x_of(static_cast<double>(i)), plot.area.bottom() + style.letter * 0.4F},
                       .words = chart.columns[i],
                       .size = style.letter * 0.92F,
                       .ink = Ink::soft_text,
                       .align = Align::centre});
    for (std::size_t i = 0; i < chart.lines.size(); ++i)
        add_line(scene, plot, chart.lines[i], i, plot.area.y + style.letter * (0.5F + 1.3F * static_cast<float>(i)),
                 style);
}

void draw_sparks(Scene& scene, Rect area, const std::vector<Spark>& sparks, std::size_t year, const ChartStyle& style) {
    double most = 0;
    std::size_t years = 0;
    for (const Spark& spark : sparks) {
        years = std::max(years, spark.values.size());
        for (const double value : spark.values) most = std::max(most, std::isnan(value) ? 0 : value);
    }
    if (years == 0) return;
    PlotArea plot;
    plot.months = static_cast<int>(years);
    plot.y = {0, most > 0 ? most : 1};
    plot.area = {area.x + style.letter * 2.2F, area.y + style.letter * 0.4F, area.width - style.letter * 3.2F,
                 area.height - style.letter * 1.8F};
    scene.add(Polyline{.points = {{plot.area.x, plot.area.bottom()}, {plot.area.right(), plot.area.bottom()}},
                       .ink = Ink::border});
    for (const double value : {0.0, plot.y.high})
        scene.add(Text{.at = {plot.area.x - style.letter * 0.3F, plot.y_of(value) - style.letter * 0.5F},
                       .words = number_words(value, style.language, {.brief = true}),
                       .size = style.letter * 0.9F,
                       .ink = Ink::soft_text,
                       .align = Align::right});
    for (const std::size_t one : {std::size_t{0}, years - 1})
        scene.add(Text{.at = {plot.x_of(static_cast<double>(one)), plot.area.bottom() + style.letter * 0.2F},
                       .words = std::to_string(first_year + static_cast<int>(one)),
                       .size = style.letter * 0.9F,
                       .ink = Ink::soft_text,
                       .align = one == 0 ? Align::left : Align::right});
    for (const Spark& spark : sparks) {
        Polyline line{.ink = spark.ink, .width = style.line, .dash = spark.dash};
        for (std::size_t i = 0; i < spark.values.size(); ++i)
            if (!std::isnan(spark.values[i]))
                line.points.push_back({plot.x_of(static_cast<double>(i)), plot.y_of(spark.values[i])});
        if (line.points.size() > 1) scene.add(std::move(line));
        if (year < spark.values.size() && !std::isnan(spark.values[year]))
            scene.add(Marker{.at = {plot.x_of(static_cast<double>(year)), plot.y_of(spark.values[year])},
                             .radius = style.letter * 0.25F,
                             .shape = static_cast<Shape>(spark.dash),
                             .ink = spark.ink});
    }
}

}  // namespace algemeente::present
