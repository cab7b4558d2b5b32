#include "output/report_parts.h"
#include "output/words.h"
#include "scenario/scenario_past.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente {

namespace {

constexpr std::string_view drawn_outcomes[] = {"in_use", "pipeline", "value"};
constexpr std::string_view told_outcomes[] = {"in_use",      "pipeline",  "value",
                                              "reach_share", "incidents", "legitimacy_citizens"};

/// One domain; the domains of an outcome share `limits`.
std::string difference_chart(const ReportInput& input, std::size_t position, Domain domain, std::size_t outcome,
                             const Limits& limits, Fan fan) {
    TimeChart chart;
    chart.title = fmt::format("{}, {}", outcome_title(domain_outcomes()[outcome].name), domain_word(domain));
    chart.width = third_width;
    chart.height = 190;
    chart.label_room = 46;
    chart.mark_labels = false;
    chart.signed_values = true;
    chart.limits = limits;
    chart.stride = stride_of(input);
    chart.lines.push_back(domain_line(domain, std::move(fan), ""));
    chart.marks = marks_of(input.scenarios()[position].scenario, input.months);
    return time_chart_svg(chart);
}

std::string difference_figure(const ReportInput& input, std::size_t position) {
    const ScenarioResult& baseline = input.scenarios().front();
    const ScenarioResult& other = input.scenarios()[position];
    std::string social;
    std::string physical;
    for (const std::string_view name : drawn_outcomes) {
        const auto outcome = domain_outcome(name);
        if (!outcome) continue;
        Fan social_fan = difference_fan_of(other, baseline, Domain::social, *outcome, input.months);
        Fan physical_fan = difference_fan_of(other, baseline, Domain::physical, *outcome, input.months);
        Limits limits;
        include(limits, social_fan);
        include(limits, physical_fan);
        // nothing differs: zero in the middle says so better than zero at the bottom
        if (limits.low == limits.high) limits = {-1, 1};
        social += difference_chart(input, position, Domain::social, *outcome, limits, std::move(social_fan));
        physical += difference_chart(input, position, Domain::physical, *outcome, limits, std::move(physical_fan));
    }
    return figure(
        social + physical, 3,
        fmt::format("{} minus {}, replicate by replicate on the same luck; zero is no difference. Both domains "
                    "of an outcome have the same vertical axis. ",
                    scenario_letter(position), scenario_letter(0)) +
            band_caption(input.ensemble.finished_replicates));
}

/// 12 and 24 months after the scenarios part, and the end; as far as the run reaches.
std::vector<int> told_months(const ReportInput& input, const Scenario& other) {
    std::vector<int> months;
    const int first = first_difference_month(input.scenarios().front().scenario, other);
    for (const int after : {12, 24}) {
        if (first >= 0 && first + after < input.last_month()) months.push_back(first + after);
    }
    months.push_back(input.last_month());
    return months;
}

std::string cell(const ReportInput& input, std::size_t position, int month, Domain domain, std::size_t outcome) {
    const ScenarioResult& baseline = input.scenarios().front();
    const Difference difference = difference_of(input.scenarios()[position], baseline, month, domain, outcome);
    if (difference.band.replicates == 0) return "<td class=\"unsure\">nothing to compare</td>";
    const Certainty certainty = certainty_of(difference);
    const std::string told = fmt::format("<span class=\"word {0}\">{0}</span> {1}", certainty_word(certainty),
                                         prose(direction_words(difference)));
    if (certainty == Certainty::unchanged) return fmt::format("<td class=\"unsure\">{}</td>", told);
    const double before = band_of(baseline, month, domain, outcome).p50;
    const std::string size = size_words(difference, before, style_of(domain_outcomes()[outcome]));
    return fmt::format("<td{}>{}<small>{}</small></td>",
                       certainty == Certainty::undetermined ? " class=\"unsure\"" : "", told, prose(size));
}

std::string table_head(const std::vector<int>& months, int last_month) {
    std::string html = "<thead><tr><th>Domain</th>";
    for (const int month : months) {
        const std::string when = month == last_month ? "At " + moment_words(month) : "In " + month_words(month);
        html += fmt::format("<th>{}</th>", when);
    }
    return html + "</tr></thead>\n";
}

std::string difference_table(const ReportInput& input, std::size_t position) {
    const std::vector<int> months = told_months(input, input.scenarios()[position].scenario);
    std::string html = "<table>\n" + table_head(months, input.last_month()) + "<tbody>\n";
    for (const std::string_view name : told_outcomes) {
        const auto outcome = domain_outcome(name);
        if (!outcome) continue;
        html += fmt::format("<tr class=\"group\"><td colspan=\"{}\">{}</td></tr>\n", months.size() + 1,
                            outcome_title(name));
        for (const Domain domain : {Domain::social, Domain::physical}) {
            html += fmt::format("<tr><td class=\"{0}\">{0}</td>", domain_word(domain));
            for (const int month : months) html += cell(input, position, month, domain, *outcome);
            html += "</tr>\n";
        }
    }
    return html + "</tbody>\n</table>\n";
}

std::string when_they_part(const ReportInput& input, std::size_t position) {
    const int first = first_difference_month(input.scenarios().front().scenario, input.scenarios()[position].scenario);
    if (first < 0) return "<p>Both scenarios hold the same numbers; every difference would be an error.</p>\n";
    return fmt::format("<p class=\"lead\">The scenarios part in {}{}.</p>\n", month_words(first),
                       first == 0 ? ": they start with other numbers" : "");
}

}  // namespace

std::string differences_section(const ReportInput& input) {
    if (!input.compares()) return {};
    std::string html =
        "<h2>What the difference makes</h2>\n<p><span class=\"word robust\">robust</span> at least 95 % of the "
        "replicates differ in the same direction; <span class=\"word likely\">likely</span> at least 80 %; <span "
        "class=\"word undetermined\">undetermined</span> fewer. \"Lower in 61 of 64\" counts replicates; percentages "
        "compare with the baseline's median.</p>\n";
    if (input.ensemble.finished_replicates < 20) {
        html +=
            fmt::format("<p>With {} replicates these words are weak: repeat with more before leaning on them.</p>\n",
                        input.ensemble.finished_replicates);
    }
    for (std::size_t position = 1; position < input.scenarios().size(); ++position) {
        html += fmt::format("<h3>{} compared with {}</h3>\n", scenario_chip(input, position), scenario_chip(input, 0));
        html +=
            when_they_part(input, position) + difference_figure(input, position) + difference_table(input, position);
    }
    return html;
}

}  // namespace algemeente
