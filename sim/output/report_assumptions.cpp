#include "output/manifest.h"
#include "output/report_parts.h"
#include "present/words/conditions.h"
#include "scenario/scenario_keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace algemeente {

namespace {

/// The English meaning has no Dutch one for every assumption; then the name and the key have to do.
std::string meaning_of(const ReportInput& input, const ParameterInfo& row) {
    const std::string_view meaning = present::meaning_in(input.language(), row);
    return meaning.empty() ? "" : " " + prose(meaning);
}

std::string name_and_key(const ReportInput& input, std::string_view key) {
    return fmt::format("{} (<code>{}</code>)", prose(present::lever_name(key, input.language())), prose(key));
}

std::string parameter_items(const ReportInput& input, const Scenario& scenario) {
    std::string html;
    for (const ChangedParameter& changed : changed_parameters(scenario)) {
        const ParameterInfo& row = *changed.row;
        html += fmt::format("<li>{}{}</li>\n",
                            input.fill(Word::r_set_value, name_and_key(input, row.name),
                                       present::value_words(row, changed.value, input.language()),
                                       present::value_words(row, row.standard, input.language())),
                            meaning_of(input, row));
    }
    return html;
}

std::string cell_items(const ReportInput& input, const Scenario& scenario) {
    std::string html;
    for (const ChangedCell& cell : changed_cells(scenario)) {
        const std::string key = fmt::format("use_cases.{}.{}", use_case_name(cell.use_case), cell.column->name);
        html += fmt::format("<li>{}</li>\n", input.fill(Word::r_set_value, name_and_key(input, key),
                                                        input.number(cell.value), input.number(cell.standard)));
    }
    return html;
}

/// How many municipalities join, and how fast.
template <typename Change>
std::string reach_words(const ReportInput& input, const Change& change) {
    std::string words;
    if (change.rollout_months > 0) words += input.fill(Word::r_rollout, input.number(change.rollout_months));
    if (change.municipality_share < 1)
        words += input.fill(Word::r_in_share, input.number(change.municipality_share, {.percent = true}));
    if (change.initial_share > 0)
        words += input.fill(Word::r_at_once, input.number(change.initial_share, {.percent = true}));
    return words;
}

std::string change_item(const ReportInput& input, const ConditionalChange& change) {
    return fmt::format("<li>{}{}.</li>\n", prose(present::conditional_words(change, input.language())),
                       reach_words(input, change));
}

std::string change_item(const ReportInput& input, const DatedChange& change) {
    const ParameterInfo* row = find_parameter(change.lever);
    const std::string value =
        row != nullptr ? present::value_words(*row, change.value, input.language()) : input.number(change.value);
    const auto month = [&](int of) { return present::month_words(of, input.language()); };
    std::string words = input.fill(Word::r_becomes, name_and_key(input, change.lever), value, month(change.from_month));
    if (change.until_month >= 0) words += input.fill(Word::r_until, month(change.until_month));
    return fmt::format("<li>{}{}.</li>\n", words, reach_words(input, change));
}

std::string shock_item(const ReportInput& input, const Shock& shock) {
    const std::string months = shock.months == 1 ? std::string(input.say(Word::r_one_month))
                                                 : input.fill(Word::r_months, input.number(shock.months));
    return fmt::format("<li>{}</li>\n", input.fill(Word::r_shock, present::frame_words(shock.frame, input.language()),
                                                   input.number(shock.stories_per_month), months,
                                                   present::month_words(shock.from_month, input.language())));
}

std::string what_differs(const ReportInput& input, std::size_t position) {
    const Scenario& scenario = input.scenario(position);
    std::string items = parameter_items(input, scenario) + cell_items(input, scenario);
    for (const DatedChange& change : scenario.changes) items += change_item(input, change);
    for (const ConditionalChange& change : scenario.conditional_changes) items += change_item(input, change);
    for (const Shock& shock : scenario.shocks) items += shock_item(input, shock);
    if (items.empty()) items = fmt::format("<li>{}</li>\n", input.say(Word::r_nothing_differs));
    const std::string heading =
        input.compares() ? scenario_chip(input, position) : std::string(input.say(Word::r_differs));
    return fmt::format("<h3>{}</h3>\n<ul>\n{}</ul>\n", heading, items);
}

std::string provenance_words(const ReportInput& input) {
    std::array<std::size_t, 3> counts{};
    for (const ParameterInfo& row : parameter_table()) ++counts[static_cast<std::size_t>(row.provenance)];
    const auto counted = [&](std::size_t count) { return present::count_words(count, input.language()); };
    return fmt::format("<p>{}</p>\n", input.fill(Word::r_provenance, counted(parameter_table().size()),
                                                 counted(counts[static_cast<std::size_t>(Provenance::grounded)]),
                                                 counted(counts[static_cast<std::size_t>(Provenance::literature)]),
                                                 counted(counts[static_cast<std::size_t>(Provenance::assumed)])));
}

std::string lever_row(const ReportInput& input, const ParameterInfo& row, std::size_t columns) {
    std::string html = fmt::format("<tr><td>{}</td>", prose(input.name(row.name)));
    for (std::size_t position = 0; position < columns; ++position) {
        const Scenario& scenario = input.scenario(position);
        const double value = scenario.parameters.*row.value;
        std::string shown = present::value_words(row, value, input.language());
        bool standard = value == row.standard;
        for (const DatedChange& change : scenario.changes) {
            if (change.lever != row.name) continue;
            standard = false;
            shown += fmt::format(" \u2192 {} ({})", present::value_words(row, change.value, input.language()),
                                 present::month_words(change.from_month, input.language()));
        }
        for (const ConditionalChange& change : scenario.conditional_changes) {
            if (change.lever != row.name) continue;
            standard = false;
            shown += fmt::format(" \u2192 {} ({})", present::value_words(row, change.value, input.language()),
                                 prose(present::condition_words(change.when, input.language())));
        }
        html += fmt::format("<td class=\"number\">{}</td>", standard ? shown : "<b>" + shown + "</b>");
    }
    const std::string range = input.fill(Word::r_lever_range, present::unit_words(row.unit, input.language()),
                                         input.number(row.low), input.number(row.high), input.number(row.standard));
    return html + fmt::format("<td>{}<small>{}</small></td></tr>\n", meaning_of(input, row), range);
}

/// Values at the start, and what dated changes make of them.
std::string lever_table(const ReportInput& input) {
    constexpr std::size_t column_limit = 6;  // more do not fit on paper; the manifest holds all
    const std::size_t columns = std::min(column_limit, input.scenarios().size());
    std::string html = fmt::format("<h3>{}</h3>\n<table>\n<thead><tr><th>{}</th>", input.say(Word::r_levers),
                                   input.say(Word::r_lever));
    for (std::size_t position = 0; position < columns; ++position) {
        html += fmt::format("<th class=\"number\">{}</th>",
                            input.compares() ? letter_of(position) : std::string(input.say(Word::r_start)));
    }
    html += fmt::format("<th>{}</th></tr></thead>\n<tbody>\n", input.say(Word::r_meaning));
    for (const ParameterInfo& row : parameter_table())
        if (row.role == Role::lever) html += lever_row(input, row, columns);
    return html + "</tbody>\n</table>\n";
}

}  // namespace

std::string assumptions_section(const ReportInput& input) {
    std::string html = section_heading(input, Word::r_assumptions) + provenance_words(input);
    if (input.compares()) html += fmt::format("<p class=\"lead\">{}</p>\n", input.say(Word::r_sets_differently));
    for (std::size_t position = 0; position < input.scenarios().size(); ++position)
        html += what_differs(input, position);
    return html + lever_table(input);
}

std::string repeat_section(const ReportInput& input) {
    const Ensemble& ensemble = input.ensemble;
    const Scenario& scenario = input.scenario(0);
    std::string list;
    const auto add = [&](Word name, const std::string& value) {
        list += fmt::format("<dt>{}</dt><dd>{}</dd>\n", input.say(name), prose(value));
    };
    add(Word::r_version,
        fmt::format("{}, {}", program_version(), input.fill(Word::r_compiler, program_commit(), program_compiler())));
    add(Word::r_seed, fmt::format("{}", ensemble.options.seed));
    add(Word::r_runs, fmt::format("{}", ensemble.finished_replicates));
    const MunicipalityChoice& chosen = scenario.municipalities;
    const bool all = chosen.kind == MunicipalityChoice::Kind::all;
    add(Word::r_municipalities, fmt::format("{} ({})", ensemble.country.size(),
                                            all ? std::string(input.say(Word::r_all)) : municipalities_text(chosen)));
    add(Word::r_people_per_agent, input.number(scenario.parameters.people_per_agent, {.digits = 6}));
    add(Word::r_fingerprint, fingerprint_text(ensemble.fingerprint));
    add(Word::r_seconds, input.fill(Word::r_seconds_words, input.number(ensemble.wall_seconds)));
    return section_heading(input, Word::r_repeat) + present::typed(input.run.command_line) +
           fmt::format("<p>{}</p>\n<dl>\n{}</dl>\n", input.say(Word::r_repeat_note), list);
}

}  // namespace algemeente
