#include "output/charts.h"

#include "present/words/names.h"

#include <algorithm>

namespace algemeente {

namespace {

present::Rect area_of(double width, double height) {
    return {0, 0, static_cast<float>(width), static_cast<float>(height)};
}

}  // namespace

std::string time_chart_svg(const TimeChart& chart, present::Language language) {
    present::FanChart drawn{.heading = {.letter = chart.letter, .words = chart.title},
                            .y = {chart.limits.low, chart.limits.high},
                            .round_y = true,
                            .months = 1,
                            .form = {.percent = chart.percent, .sign = chart.signed_values},
                            .zero_line = chart.signed_values,
                            .stride = chart.stride,
                            .marks = chart.marks,
                            .mark_labels = chart.mark_labels,
                            .end_values = true,
                            .end_room = static_cast<float>(chart.label_room)};
    for (const TimeLine& line : chart.lines) {
        drawn.months = std::max(drawn.months, static_cast<int>(line.fan.size()));
        for (const present::Band& band : line.fan) drawn.replicates = std::max(drawn.replicates, band.count);
        drawn.series.push_back(
            {.fan = &line.fan, .slot = line.slot, .ink = line.ink, .spread = line.bands, .label = line.label});
    }
    present::Scene scene;
    const present::Rect area = area_of(chart.width, chart.height);
    present::draw_fan(scene, area, drawn, present::page_style(language));
    return present::svg_figure(scene, area.width, area.height, present::name_of_drawing(drawn.heading));
}

std::string dumbbell_svg(std::string_view letter, std::string_view title, const std::vector<DumbbellRow>& rows,
                         double width, present::Language language) {
    present::DumbbellChart chart{.heading = {.letter = std::string(letter), .words = std::string(title)},
                                 .series = {},
                                 .rows = {},
                                 .numbers = true};
    for (const Domain domain : {Domain::social, Domain::physical})
        chart.series.push_back({.label = std::string(present::domain_short(domain, language)),
                                .ink = present::domain_ink(domain),
                                .shape = domain == Domain::social ? present::Shape::disc : present::Shape::diamond});
    for (const DumbbellRow& row : rows) chart.rows.push_back({row.label, {row.social, row.physical}});
    const present::ChartStyle style = present::page_style(language);
    const present::Rect area = area_of(width, present::dumbbell_height(chart, style));
    present::Scene scene;
    present::draw_dumbbell(scene, area, chart, style);
    return present::svg_figure(scene, area.width, area.height, present::name_of_drawing(chart.heading));
}

std::string stacked_bars_svg(std::string_view letter, std::string_view title, const std::vector<std::string>& bars,
                             std::vector<present::StackedPart> parts, double width, double height,
                             present::Language language) {
    const present::StackedChart chart{.heading = {.letter = std::string(letter), .words = std::string(title)},
                                      .parts = std::move(parts),
                                      .columns = bars};
    present::Scene scene;
    const present::Rect area = area_of(width, height);
    present::draw_stacked(scene, area, chart, present::page_style(language));
    return present::svg_figure(scene, area.width, area.height, present::name_of_drawing(chart.heading));
}

}  // namespace algemeente
