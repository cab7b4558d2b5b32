#include "output/report_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace algemeente {

Range shared_limits(const ReportInput& input, std::size_t outcome) {
    Range limits{0, 0};
    for (const ScenarioResult& result : input.scenarios()) {
        for (const Domain domain : {Domain::social, Domain::physical}) {
            include(limits, present::fan_of(result, domain, outcome));
        }
    }
    return limits;
}

std::string domains_chart(const ReportInput& input, std::size_t position, std::size_t outcome, Range limits,
                          const DomainsChart& shape) {
    const present::Runs runs = input.runs(position);
    present::FanChart chart =
        fan_chart(input, shape.title.empty() ? input.name(domain_outcomes()[outcome].name) : std::string(shape.title));
    if (input.compares()) chart.heading.letter = letter_of(position);
    chart.end_room = shape.label_room;
    chart.mark_labels = shape.mark_labels;
    chart.y = limits;
    chart.form = present::form_of(domain_outcomes()[outcome]);
    chart.marks = marks_of(input, position);
    std::array<present::Fan, domain_count> fans;
    for (const Domain domain : {Domain::social, Domain::physical}) {
        present::Fan& fan = fans[static_cast<std::size_t>(index_of(domain))];
        fan = present::fan_of(runs, domain, outcome);
        chart.series.push_back(
            {.fan = &fan,
             .ink = present::domain_ink(domain),
             .runs = runs.size(),
             .value = [runs, domain, outcome](std::size_t replicate,
                                              int month) { return runs.value(replicate, month, domain, outcome); },
             .label = std::string(present::domain_short(domain, input.language()))});
    }
    return drawing(chart, shape.size, input.language());
}

namespace {

std::string in_use_figure(const ReportInput& input, std::size_t in_use) {
    const Range limits = shared_limits(input, in_use);
    const DomainsChart shape = input.compares() ? DomainsChart{{present::half_width, 300}, 88, true, {}}
                                                : DomainsChart{{present::full_width, 360}, 100, true, {}};
    std::string drawings;
    std::string letters;
    for (std::size_t position = 0; position < input.scenarios().size(); ++position) {
        drawings += domains_chart(input, position, in_use, limits, shape);
        if (input.compares()) letters += fmt::format("{} &ensp; ", scenario_chip(input, position));
    }
    if (input.compares()) letters += fmt::format("{} ", input.say(Word::r_same_axis));
    const auto& all = input.scenarios();
    if (std::any_of(all.begin(), all.end(), [](const ScenarioResult& result) { return result.scenario.supply; }))
        letters += fmt::format("{} ", input.say(Word::r_chosen_only));
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
            drawings += domains_chart(input, position, *outcome, shared_limits(input, *outcome),
                                      {{present::half_width, 220}, 92, false, {}});
        }
    }
    if (drawings.empty()) return {};
    return figure(drawings, 2, input.say(Word::r_small_caption));
}

/// Median of every scenario on one axis; with one scenario also its bands. The nation has no domain, so no hue.
std::string nation_chart(const ReportInput& input, std::size_t outcome) {
    present::FanChart chart = fan_chart(input, input.name(national_outcomes()[outcome].name));
    chart.y = {0, 1};
    chart.end_room = input.compares() ? 56 : 40;
    if (!input.compares()) chart.marks = marks_of(input, 0);
    std::vector<present::Fan> fans;
    for (const ScenarioResult& result : input.scenarios()) {
        fans.push_back(present::national_fan_of(result, outcome));
        include(chart.y, fans.back());
    }
    for (std::size_t position = 0; position < fans.size(); ++position) {
        present::FanSeries series{.fan = &fans[position],
                                  .slot = position,
                                  .ink = position == 0 ? present::Ink::text : present::Ink::soft_text,
                                  .spread = !input.compares()};
        if (input.compares()) {
            series.label = letter_of(position);
        } else {
            series.runs = input.scenarios()[position].replicates.size();
            series.value = [&input, position, outcome](std::size_t replicate, int month) {
                return input.scenarios()[position].replicates[replicate].national_value(month, outcome);
            };
        }
        chart.series.push_back(std::move(series));
    }
    return drawing(chart, {present::third_width, 190}, input.language());
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
