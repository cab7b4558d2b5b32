#include "present/page/drawings.h"

namespace algemeente::present {

namespace {

/// `draw(scene, area, chart, style)` and what it drew.
template <typename Draw, typename Chart>
std::string drawn(const Draw& draw, const Chart& chart, Size size, const ChartStyle& style) {
    Scene scene;
    draw(scene, Rect{0, 0, size.width, size.height}, chart, style);
    return svg_figure(scene, size.width, size.height, name_of_drawing(chart.heading));
}

}  // namespace

std::string drawing(const FanChart& chart, Size size, Language language) {
    return drawn(draw_fan, chart, size, page_style(language));
}

std::string drawing(const StackedChart& chart, Size size, Language language) {
    return drawn(draw_stacked, chart, size, page_style(language));
}

std::string drawing(const ScatterChart& chart, Size size, Language language) {
    return drawn(draw_scatter, chart, size, page_style(language));
}

std::string drawing(const EstimateLines& chart, Size size, Language language) {
    return drawn(draw_estimate_lines, chart, size, page_style(language));
}

std::string drawing(const DumbbellChart& chart, float width, Language language) {
    const ChartStyle style = page_style(language);
    return drawn(draw_dumbbell, chart, {width, dumbbell_height(chart, style)}, style);
}

std::string drawing(const IntervalBars& chart, float width, Language language) {
    const ChartStyle style = page_style(language);
    return drawn(draw_interval_bars, chart, {width, interval_bars_height(chart, style)}, style);
}

}  // namespace algemeente::present
