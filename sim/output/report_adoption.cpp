#include "output/report_parts.h"

#include <fmt/format.h>

namespace algemeente {

namespace {

/// What one chart of both domains needs besides the data.
struct AdoptionChart {
    double width, height, label_room;
    bool mark_labels;
};

Limits shared_limits(const ReportInput& input, std::size_t outcome) {
    Limits limits;
    for (const ScenarioResult& result : input.scenarios()) {
        for (const Domain domain : {Domain::social, Domain::physical}) {
            include(limits, present::fan_of(result, domain, outcome));
        }
    }
    return limits;
}

/// Both domains of one scenario; `limits` are the same for all scenarios.
std::string domains_chart(const ReportInput& input, std::size_t position, std::size_t outcome, const Limits& limits,
                          const AdoptionChart& shape) {
    const ScenarioResult& result = input.scenarios()[position];
    TimeChart chart;
    chart.title = input.name(domain_outcomes()[outcome].name);
    if (input.compares()) chart.letter = present::letter_of(position);
    chart.width = shape.width;
    chart.height = shape.height;
    chart.label_room = shape.label_room;
    chart.mark_labels = shape.mark_labels;
    chart.limits = limits;
    chart.percent = present::form_of(domain_outcomes()[outcome]).percent;
    chart.stride = stride_of(input);
    for (const Domain domain : {Domain::social, Domain::physical}) {
        chart.lines.push_back(domain_line(domain, present::fan_of(result, domain, outcome),
                                          std::string(present::domain_short(domain, input.language()))));
    }
    chart.marks = marks_of(input, position);
    return time_chart_svg(chart, input.language());
}

std::string in_use_figure(const ReportInput& input, std::size_t in_use) {
    const Limits limits = shared_limits(input, in_use);
    const AdoptionChart shape =
        input.compares() ? AdoptionChart{half_width, 300, 88, true} : AdoptionChart{full_width, 360, 100, true};
    std::string drawings;
    std::string letters;
    for (std::size_t position = 0; position < input.scenarios().size(); ++position) {
        drawings += domains_chart(input, position, in_use, limits, shape);
        if (input.compares()) letters += fmt::format("{} &ensp; ", scenario_chip(input, position));
    }
    if (input.compares()) letters += fmt::format("{} ", input.say(Word::r_same_axis));
    return figure(drawings, input.compares() ? 2 : 1,
                  fmt::format("{}{} {}", letters, present::band_legend(input.replicates(), input.language()),
                              input.say(Word::r_marks)));
}

std::string small_figures(const ReportInput& input) {
    std::string drawings;
    for (std::size_t position = 0; position < input.scenarios().size(); ++position) {
        for (const std::string_view name : {"pipeline", "value"}) {
            const auto outcome = domain_outcome(name);
            if (!outcome) continue;
            drawings +=
                domains_chart(input, position, *outcome, shared_limits(input, *outcome), {half_width, 220, 92, false});
        }
    }
    if (drawings.empty()) return {};
    return figure(drawings, 2, input.say(Word::r_small_caption));
}

/// Median of every scenario on one axis; with one scenario also its bands. The nation has no domain, so no hue.
std::string nation_chart(const ReportInput& input, std::size_t outcome) {
    TimeChart chart;
    chart.title = input.name(national_outcomes()[outcome].name);
    chart.width = third_width;
    chart.height = 190;
    chart.label_room = input.compares() ? 56 : 40;
    chart.mark_labels = false;
    chart.limits = {0, 1};
    chart.stride = stride_of(input);
    for (std::size_t position = 0; position < input.scenarios().size(); ++position) {
        TimeLine line;
        if (input.compares()) line.label = present::letter_of(position);
        line.ink = position == 0 ? present::Ink::text : present::Ink::soft_text;
        line.slot = position;
        line.fan = present::national_fan_of(input.scenarios()[position], outcome);
        line.bands = !input.compares();
        include(chart.limits, line.fan);
        chart.lines.push_back(std::move(line));
    }
    if (!input.compares()) chart.marks = marks_of(input, 0);
    return time_chart_svg(chart, input.language());
}

}  // namespace

std::string adoption_section(const ReportInput& input) {
    const auto in_use = domain_outcome("in_use");
    std::string html = section_heading(input, Word::r_growth);
    if (in_use) html += in_use_figure(input, *in_use);
    return html + small_figures(input);
}

std::string nation_section(const ReportInput& input) {
    std::string drawings;
    for (const std::string_view name :
         {"attention_risk", "attention_surveillance", "opportunity", "memory_risk", "mean_trust", "mean_concern"}) {
        if (const auto outcome = national_outcome(name)) drawings += nation_chart(input, *outcome);
    }
    if (drawings.empty()) return {};
    return section_heading(input, Word::r_nation) +
           figure(drawings, 3,
                  input.compares() ? std::string(input.say(Word::r_nation_many))
                                   : fmt::format("{} {}", input.say(Word::r_nation_one),
                                                 present::band_legend(input.replicates(), input.language())));
}

}  // namespace algemeente
