#include "analysis/drawings.h"

#include "present/page/columns.h"
#include "present/page/drawings.h"

namespace algemeente::analysis {

std::string interval_bars_svg(std::string_view title, const std::vector<std::string>& series,
                              const std::vector<BarRow>& rows, present::Language language) {
    present::IntervalBars chart;
    chart.heading.words = title;
    for (std::size_t i = 0; i < series.size(); ++i) chart.series.push_back({series[i], present::series_ink(i)});
    for (const BarRow& row : rows)
        chart.rows.push_back({.label = present::input_words(row.label, language), .values = row.estimates});
    return present::drawing(chart, present::full_width, language);
}

std::string scatter_svg(const Scatter& scatter, present::Language language) {
    present::ScatterChart chart;
    chart.heading.words = scatter.title;
    chart.x_title = scatter.x_title;
    chart.y_title = scatter.y_title;
    if (scatter.share_axes) chart.limits = present::Range{0, 1};
    if (scatter.slopes) chart.slopes = {0.1, 0.5, 1.0};
    for (const Spot& spot : scatter.spots)
        chart.spots.push_back({spot.x, spot.y, present::input_words(spot.label, language), spot.strong});
    return present::drawing(chart, present::Size{}, language);
}

std::string growing_lines_svg(std::string_view title, const std::vector<std::size_t>& sizes,
                              const std::vector<GrowingLine>& lines, present::Language language) {
    present::EstimateLines chart;
    chart.heading.words = title;
    for (const std::size_t size : sizes) chart.columns.push_back(std::to_string(size));
    for (const GrowingLine& line : lines)
        chart.lines.push_back({present::input_words(line.label, language), line.estimates});
    return present::drawing(chart, present::Size{}, language);
}

}  // namespace algemeente::analysis
