// Bands, single runs and medians of a fan.
#include "present/charts/fan_parts.h"

#include <algorithm>
#include <cmath>

namespace algemeente::present {

namespace {

constexpr std::size_t most_single_runs = 20;

bool shows_runs(const FanChart& chart) {
    return chart.display != Display::bands || spread_of(chart.replicates) == Spread::none;
}

/// Calls `piece` with the months of every stretch in which the fan has values: every so many, and its last.
template <typename Piece>
void stretches(const FanChart& chart, const Fan& fan, const Piece& piece) {
    std::size_t first = 0;
    while (first < fan.size()) {
        while (first < fan.size() && fan[first].count == 0) ++first;
        std::size_t end = first;
        while (end < fan.size() && fan[end].count > 0) ++end;
        std::vector<std::size_t> months;
        const auto stride = static_cast<std::size_t>(std::max(1, chart.stride));
        for (std::size_t month = first; month < end; ++month)
            if ((month - first) % stride == 0 || month + 1 == end) months.push_back(month);
        if (months.size() >= 2) piece(months);
        first = end;
    }
}

void add_band(const FanCanvas& canvas, const Fan& fan, double Band::*low, double Band::*high, Ink ink, float alpha) {
    stretches(canvas.chart, fan, [&](const std::vector<std::size_t>& months) {
        Ribbon band{.ink = ink, .alpha = alpha};
        for (const std::size_t month : months) {
            band.x.push_back(canvas.plot.x_of(static_cast<double>(month)));
            band.low.push_back(canvas.plot.y_of(fan[month].*low));
            band.high.push_back(canvas.plot.y_of(fan[month].*high));
        }
        canvas.scene.add(std::move(band));
    });
}

/// The spread of the scenario that is looked at has the domain's hue; the others are grey behind it.
Ink spread_ink(const FanSeries& series) {
    return series.in_front ? series.ink : Ink::neutral;
}

/// While the pointer is on a legend, the other scenarios step back.
float presence(const FanChart& chart, const FanSeries& series) {
    return chart.lit && *chart.lit != series.slot ? 0.25F : 1;
}

}  // namespace

void add_bands(const FanCanvas& canvas) {
    const FanChart& chart = canvas.chart;
    if (chart.display == Display::runs) return;
    for (const FanSeries& series : chart.series) {
        if (series.fan == nullptr || series.only_line || !series.spread || presence(chart, series) < 1) continue;
        if (spread_of(chart.replicates) == Spread::wide)
            add_band(canvas, *series.fan, &Band::p05, &Band::p95, spread_ink(series), 0.15F);
        if (spread_of(chart.replicates) != Spread::none)
            add_band(canvas, *series.fan, &Band::p25, &Band::p75, spread_ink(series), 0.22F);
    }
}

void add_runs(const FanCanvas& canvas) {
    if (!shows_runs(canvas.chart)) return;
    for (const FanSeries& series : canvas.chart.series) {
        if (!series.value || !series.in_front) continue;
        for (std::size_t run = 0; run < std::min(series.runs, most_single_runs); ++run) {
            Polyline line{.ink = series.ink, .width = canvas.style.line * 0.4F, .dash = Dash::solid, .alpha = 0.28F};
            for (int month = 0; month < canvas.chart.months; month += std::max(1, canvas.chart.stride)) {
                const double value = series.value(run, month);
                if (!std::isnan(value)) line.points.push_back({canvas.plot.x_of(month), canvas.plot.y_of(value)});
            }
            canvas.scene.add(std::move(line));
        }
    }
}

void add_tint(const FanCanvas& canvas) {
    if (!canvas.chart.tint) return;
    const Tint& tint = *canvas.chart.tint;
    const Fan& to = *tint.to;
    stretches(canvas.chart, *tint.from, [&](const std::vector<std::size_t>& months) {
        Ribbon area{.ink = tint.ink, .alpha = 0.35F};
        for (const std::size_t month : months) {
            if (month >= to.size() || to[month].count == 0) continue;
            area.x.push_back(canvas.plot.x_of(static_cast<double>(month)));
            area.low.push_back(canvas.plot.y_of((*tint.from)[month].p50));
            area.high.push_back(canvas.plot.y_of(to[month].p50));
        }
        if (area.x.size() >= 2) canvas.scene.add(std::move(area));
    });
}

void add_medians(const FanCanvas& canvas) {
    for (const FanSeries& series : canvas.chart.series) {
        if (series.fan == nullptr) continue;
        stretches(canvas.chart, *series.fan, [&](const std::vector<std::size_t>& months) {
            Polyline line{.ink = series.ink,
                          .width = series.only_line ? canvas.style.line * 0.5F : canvas.style.line,
                          .dash = dash_of(series.slot),
                          .alpha = presence(canvas.chart, series)};
            for (const std::size_t month : months)
                line.points.push_back(
                    {canvas.plot.x_of(static_cast<double>(month)), canvas.plot.y_of((*series.fan)[month].p50)});
            canvas.scene.add(std::move(line));
        });
    }
}

}  // namespace algemeente::present
