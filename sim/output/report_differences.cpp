#include "output/conditions.h"
#include "output/report_parts.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace algemeente {

namespace {

constexpr std::string_view drawn_outcomes[] = {"in_use", "pipeline", "value"};
constexpr std::string_view told_outcomes[] = {
    "in_use", "pipeline", "value", "reach_share", "incidents_so_far", "harm_so_far", "legitimacy_citizens"};

/// One domain of an outcome; both have the same `limits`.
std::string difference_chart(const ReportInput& input, std::size_t position, Domain domain, std::size_t outcome,
                             Range limits, const present::Fan& fan) {
    present::FanChart chart = fan_chart(input, fmt::format("{}, {}", input.name(domain_outcomes()[outcome].name),
                                                           present::domain_short(domain, input.language())));
    chart.y = limits;
    chart.end_room = 46;
    chart.form = present::form_of(domain_outcomes()[outcome]);
    chart.form.sign = true;
    chart.zero_line = true;
    chart.marks = marks_of(input, position);
    const present::Runs other = input.runs(position);
    chart.series.push_back({.fan = &fan,
                            .ink = present::domain_ink(domain),
                            .runs = other.size(),
                            .value = [other, baseline = input.runs(0), domain, outcome](std::size_t run, int month) {
                                return other.value(run, month, domain, outcome) -
                                       baseline.value(run, month, domain, outcome);
                            }});
    return drawing(chart, {present::third_width, 190}, input.language());
}

std::string difference_figure(const ReportInput& input, std::size_t position) {
    std::array<std::string, domain_count> drawings;
    for (const std::string_view name : drawn_outcomes) {
        const auto outcome = domain_outcome(name);
        if (!outcome) continue;
        std::array<present::Fan, domain_count> fans;
        Range limits{0, 0};
        for (const Domain domain : {Domain::social, Domain::physical}) {
            present::Fan& fan = fans[static_cast<std::size_t>(index_of(domain))];
            fan = present::difference_fan_of(input.runs(position), input.runs(0), domain, *outcome);
            include(limits, fan);
        }
        // nothing differs: zero in the middle says so better than zero at the bottom
        if (limits.low == limits.high) limits = {-1, 1};
        for (std::size_t d = 0; d < domain_count; ++d)
            drawings[d] += difference_chart(input, position, static_cast<Domain>(d), *outcome, limits, fans[d]);
    }
    return figure(drawings[0] + drawings[1], 3,
                  fmt::format("{} {}", input.fill(Word::r_difference_caption, letter_of(position), letter_of(0)),
                              present::band_legend(input.replicates(), input.language())));
}

/// 12 and 24 months after the scenarios part, and the end; as far as the run reaches.
std::vector<int> told_months(const ReportInput& input, std::size_t position) {
    std::vector<int> months;
    const int first = parting_of(input.ensemble, position).month;
    for (const int after : {12, 24}) {
        if (first >= 0 && first + after < input.last_month()) months.push_back(first + after);
    }
    months.push_back(input.last_month());
    return months;
}

/// "median -12 (-3.1%), -20 to -4 for 9 of 10 runs"; the percentage is of the baseline's median.
std::string size_words(const ReportInput& input, const present::Difference& difference, double baseline,
                       const OutcomeInfo& outcome) {
    const NumberForm form = present::form_of(outcome);
    const auto words = [&](double value) { return present::difference_words(value, outcome, input.language()); };
    const auto number = [&](double value) { return present::difference_number(value, outcome, input.language()); };
    const bool relative = !form.percent && std::isfinite(baseline) && std::abs(baseline) > 1e-12;
    const std::string middle = words(difference.band.p50);
    const std::string size =
        relative ? input.fill(Word::r_share, middle,
                              input.number(difference.band.p50 / std::abs(baseline), {.percent = true, .sign = true}))
                 : middle;
    if (difference.band.count == 1) return size;  // a single run has no median
    const std::string median = input.fill(Word::r_median, size);
    const std::optional<present::Ends> ends = present::shown_ends(difference.band);
    if (!ends) return median;
    return input.fill(Word::r_with_range, median, present::range_name(difference.band.count, input.language()),
                      input.fill(Word::from_to, number(ends->low), number(ends->high)));
}

std::string cell(const ReportInput& input, std::size_t position, int month, Domain domain, std::size_t outcome) {
    const present::Difference difference =
        present::difference_of(input.runs(position), input.runs(0), month, domain, outcome);
    const present::Over over = input.over();
    // begins with the word of certainty, if there is one
    const std::string words = present::direction_words(difference.direction, over, input.language());
    if (difference.direction.count == 0) return fmt::format("<td class=\"unsure\">{}</td>", words);
    const present::Certainty certainty = present::certainty_of(difference.direction);
    const std::string word = present::certainty_words(difference.direction, over, input.language());
    const bool clear = certainty == present::Certainty::nearly_all;
    const bool unsure = certainty == present::Certainty::split || certainty == present::Certainty::same;
    const std::string told = word.empty() ? words
                                          : fmt::format("<span class=\"word{}\">{}</span>{}",
                                                        clear    ? " clear"
                                                        : unsure ? " unclear"
                                                                 : "",
                                                        word, words.substr(word.size()));
    const std::string_view css = unsure ? " class=\"unsure\"" : "";
    if (certainty == present::Certainty::same) return fmt::format("<td{}>{}</td>", css, told);
    const double before = present::band_of(input.runs(0), month, domain, outcome).p50;
    return fmt::format("<td{}>{}<small>{}</small></td>", css, told,
                       size_words(input, difference, before, domain_outcomes()[outcome]));
}

std::string table_head(const ReportInput& input, const std::vector<int>& months) {
    std::string html = fmt::format("<thead><tr><th>{}</th>", input.say(Word::r_domain));
    for (const int month : months)
        html += fmt::format("<th>{}</th>", present::when_words_first(month, input.language()));
    return html + "</tr></thead>\n";
}

std::string difference_table(const ReportInput& input, std::size_t position) {
    const std::vector<int> months = told_months(input, position);
    std::string html = "<table>\n" + table_head(input, months) + "<tbody>\n";
    for (const std::string_view name : told_outcomes) {
        const auto outcome = domain_outcome(name);
        if (!outcome) continue;
        html +=
            fmt::format("<tr class=\"group\"><td colspan=\"{}\">{}</td></tr>\n", months.size() + 1, input.name(name));
        for (const Domain domain : {Domain::social, Domain::physical}) {
            html += fmt::format("<tr><td class=\"{}\">{}</td>", domain_word(domain),
                                present::domain_short(domain, input.language()));
            for (const int month : months) html += cell(input, position, month, domain, *outcome);
            html += "</tr>\n";
        }
    }
    return html + "</tbody>\n</table>\n";
}

std::string when_they_part(const ReportInput& input, std::size_t position) {
    const auto [first, by_condition] = parting_of(input.ensemble, position);
    if (first < 0)
        return fmt::format("<p>{}</p>\n", input.say(by_condition ? Word::r_part_never : Word::r_same_numbers));
    if (first > input.last_month())
        return fmt::format("<p class=\"lead\"><strong>{}</strong></p>\n",
                           input.fill(Word::r_part_after, present::month_words(first, input.language()),
                                      present::month_words(input.last_month(), input.language())));
    const Word words = by_condition ? Word::r_part_condition : first == 0 ? Word::r_part_start : Word::r_part;
    return fmt::format("<p class=\"lead\">{}</p>\n", input.fill(words, present::month_words(first, input.language())));
}

}  // namespace

std::string differences_section(const ReportInput& input) {
    if (!input.compares()) return {};
    std::string html = section_heading(input, Word::r_differences) +
                       fmt::format("<p class=\"note\">{} {}</p>\n",
                                   present::certainty_legend(input.replicates(), input.language(), input.over()),
                                   input.say(Word::r_difference_words));
    for (std::size_t position = 1; position < input.scenarios().size(); ++position) {
        html += fmt::format("<h3>{}</h3>\n",
                            input.fill(Word::r_against, scenario_chip(input, position), scenario_chip(input, 0)));
        html += when_they_part(input, position) + difference_figure(input, position) +
                difference_table(input, position) + price_part(input, position);
    }
    return html;
}

}  // namespace algemeente
