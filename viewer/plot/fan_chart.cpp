#include "viewer/plot/fan_chart.h"

#include <algorithm>
#include <cmath>

namespace algemeente::viewer {

namespace {

constexpr int warmup_months = 24;
constexpr std::size_t most_single_runs = 20;

bool shows_runs(const FanChart& chart) {
    return chart.display != Display::bands || chart.replicates < replicates_for_half_band;
}

/// Calls `piece` with every stretch of months in which the fan has values.
template <typename Piece>
void stretches(const Fan& fan, const Piece& piece) {
    std::size_t first = 0;
    while (first < fan.size()) {
        while (first < fan.size() && fan[first].count == 0) ++first;
        std::size_t end = first;
        while (end < fan.size() && fan[end].count > 0) ++end;
        if (end - first >= 2) piece(first, end);
        first = end;
    }
}

void add_band(Scene& scene, const PlotArea& plot, const Fan& fan, double FanPoint::*low, double FanPoint::*high,
              Ink ink, float alpha) {
    stretches(fan, [&](std::size_t first, std::size_t end) {
        Ribbon band{.ink = ink, .alpha = alpha};
        for (std::size_t i = first; i < end; ++i) {
            band.x.push_back(plot.x_of(static_cast<double>(i)));
            band.low.push_back(plot.y_of(fan[i].*low));
            band.high.push_back(plot.y_of(fan[i].*high));
        }
        scene.add(std::move(band));
    });
}

/// The spread of the scenario that is looked at has the domain's hue; the others stand grey behind it.
Ink spread_ink(const FanSeries& series) {
    return series.in_front ? series.ink : Ink::neutral;
}

/// While the pointer is on a legend, the other scenarios step back.
float presence(const FanChart& chart, const FanSeries& series) {
    return chart.lit && *chart.lit != series.slot ? 0.25F : 1;
}

void add_bands(Scene& scene, const PlotArea& plot, const FanChart& chart) {
    if (chart.display == Display::runs) return;
    for (const FanSeries& series : chart.series) {
        if (series.fan == nullptr || series.only_line || presence(chart, series) < 1) continue;
        if (chart.replicates >= replicates_for_wide_band)
            add_band(scene, plot, *series.fan, &FanPoint::p05, &FanPoint::p95, spread_ink(series), 0.15F);
        if (chart.replicates >= replicates_for_half_band)
            add_band(scene, plot, *series.fan, &FanPoint::p25, &FanPoint::p75, spread_ink(series), 0.22F);
    }
}

void add_runs(Scene& scene, const PlotArea& plot, const FanChart& chart, const ChartStyle& style) {
    if (!shows_runs(chart)) return;
    for (const FanSeries& series : chart.series) {
        if (series.runs == nullptr || !series.in_front) continue;
        const std::size_t count = std::min(series.runs->runs.size(), most_single_runs);
        for (std::size_t i = 0; i < count; ++i) {
            Polyline line{.ink = series.ink, .width = style.line * 0.4F, .dash = Dash::solid, .alpha = 0.28F};
            for (int month = 0; month < chart.months; ++month) {
                const double value = series.value(*series.runs->runs[i], i, month);
                if (!std::isnan(value)) line.points.push_back({plot.x_of(month), plot.y_of(value)});
            }
            scene.add(std::move(line));
        }
    }
}

void add_medians(Scene& scene, const PlotArea& plot, const FanChart& chart, const ChartStyle& style) {
    for (const FanSeries& series : chart.series) {
        if (series.fan == nullptr) continue;
        stretches(*series.fan, [&](std::size_t first, std::size_t end) {
            Polyline line{.ink = series.ink,
                          .width = series.only_line ? style.line * 0.5F : style.line,
                          .dash = dash_of(series.slot),
                          .alpha = presence(chart, series)};
            for (std::size_t i = first; i < end; ++i)
                line.points.push_back({plot.x_of(static_cast<double>(i)), plot.y_of((*series.fan)[i].p50)});
            scene.add(std::move(line));
        });
        const auto mark = [&](int month, float radius) {
            const auto at = static_cast<std::size_t>(month);
            if (month < 0 || series.only_line || at >= series.fan->size() || (*series.fan)[at].count == 0) return;
            scene.add(Marker{.at = {plot.x_of(month), plot.y_of((*series.fan)[at].p50)},
                             .radius = radius,
                             .shape = shape_of(series.slot),
                             .ink = series.ink});
        };
        mark(chart.cursor, style.line * 2.1F);
        if (chart.hover != chart.cursor) mark(chart.hover, style.line * 1.6F);
    }
}

/// The last point of the fan that is in sight.
const FanPoint* last_point(const FanChart& chart, const Fan& fan) {
    if (fan.empty()) return nullptr;
    std::size_t at = fan.size() - 1;
    if (chart.time) at = std::min(at, static_cast<std::size_t>(std::max(0.0, chart.time->high)));
    return fan[at].count > 0 ? &fan[at] : nullptr;
}

/// Letters at the line ends, pushed apart where they would meet.
void add_letters(Scene& scene, const PlotArea& plot, const FanChart& chart, const ChartStyle& style) {
    struct Letter {
        float y;
        const FanSeries* series;
    };
    std::vector<Letter> letters;
    for (const FanSeries& series : chart.series)
        if (const FanPoint* last = series.fan != nullptr ? last_point(chart, *series.fan) : nullptr)
            letters.push_back(
                {plot.y_of(std::clamp(last->p50, plot.y.low, plot.y.high)) - style.letter * 0.55F, &series});
    std::sort(letters.begin(), letters.end(), [](const Letter& a, const Letter& b) { return a.y < b.y; });
    for (std::size_t i = 1; i < letters.size(); ++i)
        letters[i].y = std::max(letters[i].y, letters[i - 1].y + style.letter * 1.05F);
    for (const Letter& letter : letters)
        scene.add(Text{.at = {plot.area.right() + style.letter * 0.4F, letter.y},
                       .words = letter_of(letter.series->slot),
                       .size = style.letter,
                       .ink = letter.series->ink,
                       .bold = true});
}

void add_value_axis(Scene& scene, const PlotArea& plot, const FanChart& chart, const ChartStyle& style) {
    const int most = std::max(2, static_cast<int>(plot.area.height / (style.letter * 2.6F)));
    for (const double value : ticks(plot.y, std::min(6, most))) {
        const float y = plot.y_of(value);
        const bool zero = chart.zero_line && value == 0;
        scene.add(Polyline{.points = {{plot.area.x, y}, {plot.area.right(), y}},
                           .ink = zero ? Ink::neutral : Ink::grid,
                           .width = zero ? style.line * 0.6F : 1});
        if (!chart.value_labels) continue;
        scene.add(Text{.at = {plot.area.x - style.letter * 0.5F, y - style.letter * 0.55F},
                       .words = number_words(value, style.language, chart.form),
                       .size = style.letter * 0.92F,
                       .ink = Ink::soft_text,
                       .align = Align::right});
    }
}

/// Years; or, around an event, months before and after it.
std::vector<TimeTick> time_words(const PlotArea& plot, const FanChart& chart, const ChartStyle& style) {
    if (!chart.event_at) {
        if (chart.time) return time_ticks(*chart.time, plot.area.width, style.letter, style.language);
        std::vector<TimeTick> years;
        for (const int month : year_ticks(chart.months, plot.area.width, style.letter))
            years.push_back({month, std::to_string(2015 + month / 12)});
        return years;
    }
    std::vector<TimeTick> months;
    const bool tight = plot.area.width < style.letter * 28;
    for (int month = *chart.event_at % 12; month < chart.months; month += tight ? 24 : 12)
        months.push_back({month, number_words(month - *chart.event_at, style.language, {.sign = true})});
    return months;
}

void add_time_axis(Scene& scene, const PlotArea& plot, const FanChart& chart, const ChartStyle& style) {
    for (const TimeTick& tick : time_words(plot, chart, style)) {
        const float x = plot.x_of(tick.month);
        scene.add(Polyline{.points = {{x, plot.area.bottom()}, {x, plot.area.bottom() + style.letter * 0.3F}},
                           .ink = Ink::border});
        if (!chart.time_labels) continue;
        const bool at_edge = tick.month == 0 && x <= plot.area.x;
        scene.add(Text{.at = {x, plot.area.bottom() + style.letter * 0.4F},
                       .words = tick.words,
                       .size = style.letter * 0.92F,
                       .ink = Ink::soft_text,
                       .align = at_edge ? Align::left : Align::centre});
    }
}

void add_frame(Scene& scene, const PlotArea& plot, const FanChart& chart, const ChartStyle& style) {
    const float warm = plot.x_of(std::min(warmup_months, chart.months - 1)) - plot.area.x;
    if (!chart.event_at && warm > 0)
        scene.add(Box{.area = {plot.area.x, plot.area.y, std::min(warm, plot.area.width), plot.area.height},
                      .ink = Ink::panel});
    add_value_axis(scene, plot, chart, style);
    add_time_axis(scene, plot, chart, style);
    if (!chart.event_at) return;
    const float x = plot.x_of(*chart.event_at - 1);
    scene.add(Polyline{
        .points = {{x, plot.area.y}, {x, plot.area.bottom()}}, .ink = Ink::neutral, .width = 1, .dash = Dash::dashed});
}

void add_months(Scene& scene, const PlotArea& plot, const FanChart& chart) {
    const auto line = [&](int month, Dash dash) {
        if (month < plot.shown().low || month > plot.shown().high) return;
        const float x = plot.x_of(month);
        scene.add(Polyline{
            .points = {{x, plot.area.y}, {x, plot.area.bottom()}}, .ink = Ink::neutral, .width = 1, .dash = dash});
    };
    line(chart.cursor, Dash::solid);
    if (chart.hover >= 0 && chart.hover != chart.cursor) line(chart.hover, Dash::dotted);
}

void add_prediction(Scene& scene, const PlotArea& plot, const FanChart& chart, const ChartStyle& style) {
    if (chart.drawn == nullptr) return;
    Polyline line{.ink = Ink::text, .width = style.line * 1.2F, .dash = Dash::dotted};
    for (std::size_t i = 0; i < chart.drawn->size(); ++i)
        if (!std::isnan((*chart.drawn)[i]))
            line.points.push_back({plot.x_of(static_cast<double>(i)), plot.y_of((*chart.drawn)[i])});
    if (line.points.size() > 1) scene.add(std::move(line));
}

}  // namespace

PlotArea plot_area_of(Rect area, const FanChart& chart, const ChartStyle& style) {
    float left = style.letter * (chart.value_labels ? 2.2F : 0.6F);
    if (chart.value_labels)
        for (const double value : ticks(chart.y, 6))
            left = std::max(left, rough_width(number_words(value, style.language, chart.form), style.letter * 0.92F) +
                                      style.letter * 0.8F);
    const float top = style.letter * (chart.caption.empty() ? 2.1F : 3.2F);
    const float bottom = style.letter * (chart.time_labels ? 1.7F : 0.6F);
    PlotArea plot;
    plot.area = {area.x + left, area.y + top, std::max(10.F, area.width - left - style.letter * 1.6F),
                 std::max(10.F, area.height - top - bottom)};
    plot.months = chart.months;
    plot.y = chart.y;
    plot.time = chart.time;
    return plot;
}

PlotArea draw_fan_chart(Scene& scene, Rect area, const FanChart& chart, const ChartStyle& style) {
    const PlotArea plot = plot_area_of(area, chart, style);
    scene.add(Text{.at = {area.x, area.y + style.letter * 0.2F},
                   .words = shortened(chart.title, style.letter * 1.15F, area.width),
                   .size = style.letter * 1.15F,
                   .ink = chart.title_ink,
                   .bold = true});
    if (!chart.caption.empty())
        scene.add(Text{.at = {area.x, area.y + style.letter * 1.55F},
                       .words = shortened(chart.caption, style.letter * 0.92F, area.width * 1.25F),
                       .size = style.letter * 0.92F,
                       .ink = Ink::soft_text});
    add_frame(scene, plot, chart, style);
    if (chart.clipped) scene.add(Clip{plot.area});
    if (!chart.covered) {
        add_bands(scene, plot, chart);
        add_runs(scene, plot, chart, style);
    }
    add_months(scene, plot, chart);
    if (!chart.covered) add_medians(scene, plot, chart, style);
    add_prediction(scene, plot, chart, style);
    if (chart.clipped) scene.add(Clip{});
    if (!chart.covered) add_letters(scene, plot, chart, style);
    return plot;
}

Range range_of(const std::vector<const Fan*>& fans, int replicates, Display display) {
    const bool runs = display != Display::bands || replicates < replicates_for_half_band;
    const bool wide = replicates >= replicates_for_wide_band;
    double FanPoint::*low = runs ? &FanPoint::lowest : wide ? &FanPoint::p05 : &FanPoint::p25;
    double FanPoint::*high = runs ? &FanPoint::highest : wide ? &FanPoint::p95 : &FanPoint::p75;
    Range range{0, 0};
    bool any = false;
    for (const Fan* fan : fans) {
        for (const FanPoint& point : *fan) {
            if (point.count == 0) continue;
            range.low = any ? std::min(range.low, point.*low) : point.*low;
            range.high = any ? std::max(range.high, point.*high) : point.*high;
            any = true;
        }
    }
    return range;
}

PredictionScore score_of(const std::vector<double>& drawn, const Fan& fan) {
    PredictionScore score;
    for (std::size_t i = 0; i < std::min(drawn.size(), fan.size()); ++i) {
        if (std::isnan(drawn[i]) || fan[i].count == 0) continue;
        ++score.months;
        score.distance += std::abs(drawn[i] - fan[i].p50);
        const bool inside = drawn[i] >= fan[i].p05 && drawn[i] <= fan[i].p95;
        if (inside) ++score.inside;
    }
    if (score.months > 0) score.distance /= score.months;
    return score;
}

}  // namespace algemeente::viewer
