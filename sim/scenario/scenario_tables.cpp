#include "scenario/scenario_tables.h"

#include "scenario/keys.h"
#include "scenario/lever.h"
#include "scenario/policy.h"
#include "text/calendar.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente {

namespace {

/// Beyond these a number is a typing error, not a scenario.
constexpr int longest_run_months = 600;
constexpr double most_stories_per_month = 1000;

int month_from(const TomlValue& value) {
    constexpr std::string_view form = "a date \"YYYY-MM\" from 2015-01 on";
    if (value.kind != TomlValue::Kind::text) refuse_kind(value, form, "put it in quotes");
    if (const auto month = parse_month(value.text)) return *month;
    refuse(value, fmt::format("expected {}, got \"{}\"", form, value.text));
}

/// A whole number of months between `fewest` and the longest run.
int months_from(const TomlValue& value, int fewest) {
    const int months = whole_number_of(value);
    if (months < fewest || months > longest_run_months)
        refuse(value, fmt::format("{} is outside {}..{} (months)", months, fewest, longest_run_months));
    return months;
}

double share_from(const TomlValue& value) {
    const double share = number_of(value);
    if (!(share >= 0 && share <= 1)) refuse(value, fmt::format("{} is outside 0..1 (share)", share));
    return share;
}

Frame frame_from(const TomlValue& value) {
    constexpr std::string_view names[] = {"risk", "surveillance"};
    const std::string& name = text_of(value);
    for (const Frame frame : {Frame::risk, Frame::surveillance})
        if (name == frame_name(frame)) return frame;
    refuse(value, fmt::format("unknown frame '{}'{}", name, suggestion_for(name, names)));
}

void require_standard_start(const TomlValue& value) {
    if (month_from(value) == 0) return;
    refuse(value, fmt::format("a run cannot start in {}; every run starts in \"2015-01\", when care, work and youth "
                              "became municipal tasks (months sets its length)",
                              value.text));
}

Population population_from(const TomlValue& value) {
    constexpr std::string_view names[] = {"real", "synthetic"};
    const std::string& name = text_of(value);
    if (name == "real") return Population::real;
    if (name == "synthetic") return Population::synthetic;
    refuse(value, fmt::format("unknown population '{}'{}", name, suggestion_for(name, names)));
}

/// A number, a text, or a list of texts: all become the text that parse_municipalities knows.
MunicipalityChoice municipalities_from(const TomlValue& value) {
    const std::string place = value.key.empty() ? value.place : value.place + ": " + value.key;
    if (value.kind == TomlValue::Kind::number)
        return parse_municipalities(fmt::format("{}", whole_number_of(value)), place);
    if (value.kind == TomlValue::Kind::text) return parse_municipalities(value.text, place);
    if (value.kind != TomlValue::Kind::list) refuse_kind(value, "\"all\", a number or CBS codes");
    std::string codes;
    for (const TomlValue& item : value.items) codes += (codes.empty() ? "" : ",") + text_of(item);
    return parse_municipalities(codes, place);
}

void take_number(Scenario& scenario, const ParameterInfo& row, const TomlValue& value) {
    const double number = number_of(value);
    const std::string problem = problem_with(row, number);
    if (!problem.empty()) refuse(value, problem);
    scenario.parameters.*row.value = number;
}

Lever lever_from(const TomlValue& value) {
    const std::string& name = text_of(value);
    const Lever lever = find_lever(name);
    if (!lever) refuse(value, unknown_lever_problem(name));
    return lever;
}

double lever_value_from(const TomlValue& value, const Lever& lever) {
    const double number = number_of(value);
    const std::string problem = problem_with(lever, number);
    if (!problem.empty()) refuse(value, problem);
    return number;
}

void refuse_unknown_members(const TomlValue& table, std::span<const std::string_view> keys) {
    for (const TomlValue& member : table.items)
        if (!is_among(keys, member.name)) refuse(member, unknown_key_problem(member.name, "key", keys));
}

/// The optional keys of a change: how long it lasts, and who takes part when.
void take_rollout(DatedChange& change, const TomlValue& table) {
    if (const TomlValue* until = find_member(table, "until")) {
        change.until_month = month_from(*until);
        if (change.until_month <= change.from_month)
            refuse(*until, fmt::format("{} is not after from ({}); until is the first month without the change",
                                       date_of(change.until_month), date_of(change.from_month)));
    }
    if (const TomlValue* months = find_member(table, "rollout_months")) change.rollout_months = months_from(*months, 0);
    if (const TomlValue* share = find_member(table, "municipality_share"))
        change.municipality_share = share_from(*share);
    if (const TomlValue* initial = find_member(table, "initial_share")) {
        change.initial_share = share_from(*initial);
        if (change.initial_share > change.municipality_share)
            refuse(*initial, fmt::format("{} is above municipality_share ({}); the first cannot be more than all",
                                         change.initial_share, change.municipality_share));
    }
}

}  // namespace

void take_world_value(Scenario& scenario, const TomlValue& value) {
    const ParameterInfo* row = find_parameter(value.name);
    if (value.name == "start")
        require_standard_start(value);
    else if (value.name == "municipalities")
        scenario.municipalities = municipalities_from(value);
    else if (value.name == "population")
        scenario.population = population_from(value);
    else if (row != nullptr && row->role == Role::setting)
        take_number(scenario, *row, value);
    else
        refuse(value, unknown_key_problem(value.name, "setting", keys_of_world()));
}

void take_parameter(Scenario& scenario, const TomlValue& value) {
    const ParameterInfo* row = find_parameter(value.name);
    if (row == nullptr || row->role == Role::setting)
        refuse(value, unknown_key_problem(value.name, "parameter", keys_of_parameters()));
    take_number(scenario, *row, value);
}

void take_use_case_cell(Scenario& scenario, std::size_t use_case, const TomlValue& value) {
    const UseCaseColumn* column = find_use_case_column(value.name);
    if (column == nullptr) refuse(value, unknown_key_problem(value.name, "column", use_case_column_names()));
    const double number = number_of(value);
    const std::string problem = problem_with(*column, number);
    if (!problem.empty()) refuse(value, problem);
    scenario.use_cases[use_case].*column->value = number;
}

void take_change(Scenario& scenario, const TomlValue& table) {
    if (const TomlValue* months = find_member(table, "months"))
        refuse(*months, "a change has no months; write until for its end, rollout_months for how long joining takes");
    refuse_unknown_members(table, keys_of_change());
    const TomlValue& lever = required_member(table, "lever", "\"ethics_committee\"");
    const std::string undated = problem_with_date(lever_from(lever));
    if (!undated.empty()) refuse(lever, undated + "; write it in [parameters]");
    DatedChange change;
    change.lever = text_of(lever);
    change.value = lever_value_from(required_member(table, "value", "1"), lever_from(lever));
    change.from_month = month_from(required_member(table, "from", "\"2021-01\""));
    take_rollout(change, table);
    if (scenario.changes.size() == change_limit)
        refuse(table,
               fmt::format("more than {} changes (those of based_on count); merge or remove some", change_limit));
    scenario.changes.push_back(change);
}

void take_shock(Scenario& scenario, const TomlValue& table) {
    refuse_unknown_members(table, keys_of_shock());
    Shock shock;
    shock.frame = frame_from(required_member(table, "frame", "\"risk\""));
    shock.from_month = month_from(required_member(table, "from", "\"2024-01\""));
    if (const TomlValue* months = find_member(table, "months")) shock.months = months_from(*months, 1);
    const TomlValue& stories = required_member(table, "stories_per_month", "7");
    shock.stories_per_month = number_of(stories);
    if (!(shock.stories_per_month >= 0 && shock.stories_per_month <= most_stories_per_month))
        refuse(stories,
               fmt::format("{} is outside 0..{} (stories per month)", shock.stories_per_month, most_stories_per_month));
    scenario.shocks.push_back(shock);
}

std::string problem_between(const Scenario& scenario) {
    std::vector<int> months{-1};
    for (const DatedChange& change : scenario.changes) {
        months.push_back(change.from_month);
        if (change.until_month >= 0) months.push_back(change.until_month);
    }
    std::sort(months.begin(), months.end());
    for (const int month : months) {
        Rules rules{scenario.parameters, scenario.use_cases, {}};
        for (const DatedChange& change : scenario.changes) {
            const bool in_force = change.from_month <= month && (change.until_month < 0 || month < change.until_month);
            if (in_force) set_lever(rules, change.lever, change.value);
        }
        std::string problem = problem_between(rules.parameters);
        if (problem.empty()) problem = problem_between(rules.use_cases);
        if (!problem.empty()) return month < 0 ? problem : fmt::format("from {} on: {}", date_of(month), problem);
    }
    return {};
}

}  // namespace algemeente
