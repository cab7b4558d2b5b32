#include "output/report_parts.h"

#include "output/conditions.h"
#include "present/words/conditions.h"
#include "text/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace algemeente {

namespace {

void add_calendar(std::vector<Mark>& marks, const ReportInput& input) {
    for (int month = 0; month < input.months; ++month) {
        if (is_election(month))
            marks.push_back({month, 0, std::string(input.say(Word::event_election)), MarkKind::calendar});
        if (month == gdpr_applies_from)
            marks.push_back({month, 0, std::string(input.say(Word::event_gdpr)), MarkKind::calendar});
    }
}

void add_shocks(std::vector<Mark>& marks, const ReportInput& input, const Scenario& scenario) {
    if (scenario.parameters.media_shock_scale == 0) return;
    for (const Shock& shock : scenario.shocks) {
        if (shock.from_month >= input.months || shock.stories_per_month == 0) continue;
        const Word word = shock.frame == Frame::risk ? Word::event_risk : Word::event_surveillance;
        marks.push_back({shock.from_month, std::max(1, shock.months), std::string(input.say(word)), MarkKind::shock});
    }
}

/// Changes of one month share a mark, or the names would cover each other.
std::string together(const ReportInput& input, const std::vector<std::string>& names) {
    return names.size() == 1 ? names.front()
                             : input.fill(Word::r_levers_count, present::count_words(names.size(), input.language()));
}

std::string short_name(const ReportInput& input, std::string_view lever) {
    return present::lower_first(present::lever_name(lever, input.language()));
}

/// At the middle month, with the number of runs in which they began; levers that wait for the same share a mark.
void add_conditional(std::vector<Mark>& marks, const ReportInput& input, std::size_t position) {
    const std::vector<std::vector<Spell>> spells = spells_by_change(input.scenarios()[position]);
    std::map<std::pair<int, int>, std::vector<std::string>> begun_together;  // by month and number of runs
    for (std::size_t i = 0; i < spells.size(); ++i) {
        const present::Begun begun = present::begun_of(spells[i]);
        const std::string& lever = input.scenario(position).conditional_changes[i].lever;
        if (begun.in > 0) begun_together[{begun.middle, begun.in}].push_back(short_name(input, lever));
    }
    const auto count = [&](int number) {
        return present::count_words(static_cast<std::size_t>(number), input.language());
    };
    for (const auto& [when, names] : begun_together)
        marks.push_back(
            {when.first, 0,
             input.fill(Word::r_condition_mark, together(input, names), count(when.second), count(input.replicates())),
             MarkKind::change});
}

void add_changes(std::vector<Mark>& marks, const ReportInput& input, const Scenario& scenario) {
    std::map<int, std::vector<std::string>> by_month;
    for (const DatedChange& change : scenario.changes) {
        const std::string name = short_name(input, change.lever);
        if (change.from_month < input.months) by_month[change.from_month].push_back(name);
        const bool ends = change.until_month >= 0 && change.until_month < input.months;
        if (ends) by_month[change.until_month].push_back(input.fill(Word::r_end_of, name));
    }
    for (const auto& [month, names] : by_month) marks.push_back({month, 0, together(input, names), MarkKind::change});
}

}  // namespace

std::optional<std::size_t> domain_outcome(std::string_view name) {
    return is_domain_outcome(name) ? std::optional(find_domain_outcome(name)) : std::nullopt;
}

std::optional<std::size_t> national_outcome(std::string_view name) {
    return is_national_outcome(name) ? std::optional(find_national_outcome(name)) : std::nullopt;
}

std::vector<Mark> marks_of(const ReportInput& input, std::size_t position) {
    const Scenario& scenario = input.scenario(position);
    std::vector<Mark> marks;
    // what people decided gets its label first, the calendar last
    add_changes(marks, input, scenario);
    add_conditional(marks, input, position);
    add_shocks(marks, input, scenario);
    add_calendar(marks, input);
    std::stable_sort(marks.begin(), marks.end(),
                     [](const Mark& one, const Mark& other) { return one.month < other.month; });
    return marks;
}

int stride_of(const ReportInput& input) {
    constexpr int drawn_months = 500;  // scenarios times months that give a page of about a megabyte
    return 1 + input.months * static_cast<int>(input.scenarios().size()) / drawn_months;
}

present::FanChart fan_chart(const ReportInput& input, std::string title) {
    present::FanChart chart;
    chart.heading.words = std::move(title);
    chart.y = {0, 0};
    chart.round_y = true;
    chart.months = input.months;
    chart.replicates = input.replicates();
    chart.stride = stride_of(input);
    chart.end_values = true;
    return chart;
}

std::string scenario_chip(const ReportInput& input, std::size_t position) {
    return fmt::format("<span class=\"chip\">{}</span> {}", letter_of(position),
                       prose(present::title_of(input.scenario(position), input.language())));
}

std::string section_heading(const ReportInput& input, Word word) {
    return fmt::format("<h2>{}</h2>\n", prose(input.say(word)));
}

}  // namespace algemeente
