#include "analysis/drawings.h"

#include "present/charts/interval_bars.h"
#include "present/charts/lines.h"
#include "present/charts/scatter.h"

namespace algemeente::analysis {

namespace {

constexpr float page_width = 860;
constexpr float plot_height = 380;

present::Interval interval_of(const Estimate& estimate) {
    return {estimate.value, estimate.low, estimate.high};
}

std::vector<present::Interval> intervals_of(const std::vector<Estimate>& estimates) {
    std::vector<present::Interval> intervals;
    for (const Estimate& estimate : estimates) intervals.push_back(interval_of(estimate));
    return intervals;
}

}  // namespace

std::string interval_bars_svg(std::string_view title, const std::vector<std::string>& series,
                              const std::vector<BarRow>& rows, present::Language language) {
    const present::ChartStyle style = present::page_style(language);
    present::IntervalBars chart;
    chart.heading.words = title;
    for (std::size_t i = 0; i < series.size(); ++i) chart.series.push_back({series[i], present::series_ink(i)});
    for (const BarRow& row : rows) chart.rows.push_back({.label = row.label, .values = intervals_of(row.estimates)});
    const float height = present::interval_bars_height(chart, style);
    present::Scene scene;
    present::draw_interval_bars(scene, {0, 0, page_width, height}, chart, style);
    return present::svg_figure(scene, page_width, height, title);
}

std::string scatter_svg(const Scatter& scatter, present::Language language) {
    const present::ChartStyle style = present::page_style(language);
    present::ScatterChart chart;
    chart.heading.words = scatter.title;
    chart.x_title = scatter.x_title;
    chart.y_title = scatter.y_title;
    if (scatter.share_axes) chart.limits = present::Range{0, 1};
    if (scatter.slopes) chart.slopes = {0.1, 0.5, 1.0};
    for (const Spot& spot : scatter.spots) chart.spots.push_back({spot.x, spot.y, spot.label, spot.strong});
    present::Scene scene;
    present::draw_scatter(scene, {0, 0, page_width, plot_height}, chart, style);
    return present::svg_figure(scene, page_width, plot_height, scatter.title);
}

std::string growing_lines_svg(std::string_view title, const std::vector<std::size_t>& sizes,
                              const std::vector<GrowingLine>& lines, present::Language language) {
    const present::ChartStyle style = present::page_style(language);
    present::EstimateLines chart;
    chart.heading.words = title;
    for (const std::size_t size : sizes) chart.columns.push_back(std::to_string(size));
    for (const GrowingLine& line : lines) chart.lines.push_back({line.label, intervals_of(line.estimates)});
    present::Scene scene;
    present::draw_estimate_lines(scene, {0, 0, page_width, plot_height}, chart, style);
    return present::svg_figure(scene, page_width, plot_height, title);
}

}  // namespace algemeente::analysis
