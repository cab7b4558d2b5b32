#include "present/charts/fan.h"

#include "present/charts/fan_parts.h"
#include "present/words/catalogue.h"
#include "text/calendar.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace algemeente::present {

namespace {

ValueAxis value_axis(const FanChart& chart) {
    return {.form = chart.form, .labels = chart.value_labels, .zero_line = chart.zero_line};
}

/// Years; or, around an event, months before and after it.
std::vector<TimeTick> time_words(const PlotArea& plot, const FanChart& chart, const ChartStyle& style) {
    if (!chart.event_at) return time_ticks(plot.shown(), plot.area.width, style.letter, style.language);
    std::vector<TimeTick> months;
    const bool tight = plot.area.width < style.letter * 28;
    const int step = tight ? 2 * months_per_year : months_per_year;
    for (int month = *chart.event_at % months_per_year; month < chart.months; month += step)
        months.push_back({month, number_words(month - *chart.event_at, style.language, {.sign = true})});
    // a plain number would read like a size
    months.back().words = filled(text(Word::axis_months, style.language), months.back().words);
    return months;
}

void add_upright(const FanCanvas& canvas, double month, Dash dash) {
    const Range shown = canvas.plot.shown();
    if (month < shown.low || month > shown.high) return;
    const float x = canvas.plot.x_of(month);
    const Rect& area = canvas.plot.area;
    canvas.scene.add(
        Polyline{.points = {{x, area.y}, {x, area.bottom()}}, .ink = Ink::neutral, .width = 1, .dash = dash});
}

/// Over the data, so that results are not read into the warm-up.
void add_warm_up(const FanCanvas& canvas) {
    const PlotArea& plot = canvas.plot;
    const float end = std::min(plot.x_of(std::min(warm_up_months, canvas.chart.months - 1)), plot.area.right());
    const float width = end - plot.area.x;
    if (canvas.chart.event_at || width <= 0) return;
    canvas.scene.add(Box{.area = {plot.area.x, plot.area.y, width, plot.area.height}, .ink = Ink::grid, .alpha = 0.7F});
    const std::string words(text(Word::warmup, canvas.style.language));
    const float size = canvas.style.letter * 0.9F;
    if (rough_width(words, size) + canvas.style.letter > width) return;
    canvas.scene.add(Text{.at = {plot.area.x + canvas.style.letter * 0.4F, plot.area.y + canvas.style.letter * 0.2F},
                          .words = words,
                          .size = size,
                          .ink = Ink::soft_text});
}

/// The month looked at, with a marker on each median.
void add_cursor(const FanCanvas& canvas) {
    const FanChart& chart = canvas.chart;
    const bool hovers = chart.hover >= 0 && chart.hover != chart.cursor;
    if (chart.cursor >= 0) add_upright(canvas, chart.cursor, Dash::solid);
    if (hovers) add_upright(canvas, chart.hover, Dash::dotted);
    if (chart.covered) return;
    for (const FanSeries& series : chart.series) {
        const auto mark = [&](int month, float radius) {
            const auto at = static_cast<std::size_t>(month);
            if (month < 0 || series.only_line || at >= series.fan->size() || (*series.fan)[at].count == 0) return;
            canvas.scene.add(Marker{.at = {canvas.plot.x_of(month), canvas.plot.y_of((*series.fan)[at].p50)},
                                    .radius = radius,
                                    .shape = shape_of(series.slot),
                                    .ink = series.ink});
        };
        if (series.fan == nullptr) continue;
        mark(chart.cursor, canvas.style.line * 2.1F);
        if (hovers) mark(chart.hover, canvas.style.line * 1.6F);
    }
}

void add_prediction(const FanCanvas& canvas) {
    if (canvas.chart.drawn == nullptr) return;
    Polyline line{.ink = Ink::text, .width = canvas.style.line * 1.2F, .dash = Dash::dotted};
    const std::vector<double>& drawn = *canvas.chart.drawn;
    for (std::size_t i = 0; i < drawn.size(); ++i)
        if (!std::isnan(drawn[i]))
            line.points.push_back({canvas.plot.x_of(static_cast<double>(i)), canvas.plot.y_of(drawn[i])});
    if (line.points.size() < 2) return;
    // it may lie beyond what the axis shows: it never runs over what stands above the chart
    if (!canvas.chart.clipped) canvas.scene.add(Clip{canvas.plot.area});
    canvas.scene.add(std::move(line));
    if (!canvas.chart.clipped) canvas.scene.add(Clip{});
}

/// A quarter of a year is as fine as a finger draws.
void add_cloud_line(const FanCanvas& canvas, const CloudLine& one) {
    constexpr std::size_t stride = 3;
    Polyline line{.ink = Ink::text,
                  .width = canvas.style.line * (one.lit ? 0.9F : 0.4F),
                  .dash = Dash::solid,
                  .alpha = one.lit ? 0.9F : 0.3F};
    const std::size_t room = one.values->size() / stride + 1;
    line.points.reserve(room);
    const auto finish = [&] {
        Polyline next{.ink = line.ink, .width = line.width, .dash = line.dash, .alpha = line.alpha};
        if (line.points.size() > 1) canvas.scene.add(std::move(line));
        line = std::move(next);
    };
    std::optional<Point> last;
    for (std::size_t month = 0; month < one.values->size(); month += stride) {
        const double value = (*one.values)[month];
        if (std::isnan(value)) {
            finish();
            continue;
        }
        last = Point{canvas.plot.x_of(static_cast<double>(month)), canvas.plot.y_of(value)};
        line.points.push_back(*last);
    }
    finish();
    if (one.label.empty() || !last) return;
    const float size = canvas.style.letter * 0.9F;
    canvas.scene.add(Text{.at = {last->x - canvas.style.letter * 0.3F, last->y - size * 1.2F},
                          .words = one.label,
                          .size = size,
                          .align = Align::right,
                          .bold = true});
}

/// What stands out lies over the others.
void add_cloud(const FanCanvas& canvas) {
    if (canvas.chart.cloud.empty()) return;
    if (!canvas.chart.clipped) canvas.scene.add(Clip{canvas.plot.area});
    for (const bool lit : {false, true})
        for (const CloudLine& one : canvas.chart.cloud)
            if (one.lit == lit && one.values != nullptr) add_cloud_line(canvas, one);
    if (!canvas.chart.clipped) canvas.scene.add(Clip{});
}

/// The middle of the room for words of that width beside the warm-up and the cursor, where nothing runs through them.
std::optional<float> free_middle(const FanCanvas& canvas, float width) {
    const Rect& area = canvas.plot.area;
    const FanChart& chart = canvas.chart;
    const auto within = [&](float x) { return std::clamp(x, area.x, area.right()); };
    const int warm = std::min(warm_up_months, chart.months - 1);
    const float from = chart.event_at ? area.x : within(canvas.plot.x_of(warm));
    const float cursor = std::max(from, chart.cursor >= 0 ? within(canvas.plot.x_of(chart.cursor)) : area.right());
    const bool before = cursor - from >= area.right() - cursor;
    const float low = before ? from : cursor;
    const float high = before ? cursor : area.right();
    if (high - low < width) return std::nullopt;
    return (low + high) / 2;
}

/// Above what is shown. A box behind the words only where the chart has no free room for them.
void add_hint(const FanCanvas& canvas) {
    const FanChart& chart = canvas.chart;
    if (chart.hint.empty()) return;
    const Rect& area = canvas.plot.area;
    const float size = canvas.style.letter * 1.1F;
    const float width = rough_width(chart.hint, size) * 1.1F + size;
    const std::optional<float> free = free_middle(canvas, width);
    const float middle = free.value_or(area.x + area.width / 2);
    const float top = area.y + size * 0.3F;
    if (!free)
        canvas.scene.add(Box{
            .area = {middle - width / 2, top, width, size * 1.5F}, .ink = Ink::background, .rounding = size * 0.3F});
    canvas.scene.add(Text{.at = {middle, top + size * 0.2F},
                          .words = chart.hint,
                          .size = size,
                          .ink = Ink::text,
                          .align = Align::centre,
                          .bold = true});
}

void add_caption(Scene& scene, Rect area, const FanChart& chart, const ChartStyle& style) {
    if (chart.caption.empty()) return;
    scene.add(Text{.at = {area.x, area.y + style.letter * 1.55F + second_line_of(area, chart.heading, style)},
                   .words = shortened(chart.caption, style.letter * 0.92F, area.width * 1.25F),
                   .size = style.letter * 0.92F,
                   .ink = Ink::soft_text});
}

}  // namespace

PlotArea plot_of_fan(Rect area, const FanChart& chart, const ChartStyle& style) {
    const float right = chart.end_room > 0 ? chart.end_room : end_label_width(chart, style);
    const float top = style.letter * (chart.caption.empty() ? 2.1F : 3.2F) + mark_label_height(chart, style) +
                      second_line_of(area, chart.heading, style);
    const float bottom = style.letter * (chart.time_labels ? 1.7F : 0.6F);
    const float height = std::max(10.F, area.height - top - bottom);
    PlotArea plot;
    plot.y = chart.round_y ? nice_range(chart.y, most_ticks_upwards(value_axis(chart), height, style)) : chart.y;
    const float left = std::max(chart.start_room, left_axis_room(plot.y, value_axis(chart), style));
    plot.area = {area.x + left, area.y + top, std::max(10.F, area.width - left - right), height};
    plot.months = chart.months;
    plot.x = chart.time;
    return plot;
}

PlotArea draw_fan(Scene& scene, Rect area, const FanChart& chart, const ChartStyle& style) {
    const PlotArea plot = plot_of_fan(area, chart, style);
    const FanCanvas canvas{scene, area, plot, chart, style};
    draw_heading(scene, area, chart.heading, style, 2);
    add_caption(scene, area, chart, style);
    draw_left_axis(scene, plot, value_axis(chart), style);
    draw_time_axis(scene, plot, time_words(plot, chart, style), chart.time_labels, style);
    if (chart.clipped) scene.add(Clip{plot.area});
    add_marks(canvas);
    if (chart.event_at) add_upright(canvas, *chart.event_at - 1, Dash::dashed);
    if (!chart.covered) {
        add_bands(canvas);
        add_runs(canvas);
        add_tint(canvas);
        add_cloud(canvas);
        add_medians(canvas);
    }
    add_warm_up(canvas);
    add_cursor(canvas);
    add_prediction(canvas);
    add_hint(canvas);
    if (chart.clipped) scene.add(Clip{});
    if (chart.mark_labels) add_mark_labels(canvas);
    if (!chart.covered) add_end_labels(canvas);
    return plot;
}

}  // namespace algemeente::present
