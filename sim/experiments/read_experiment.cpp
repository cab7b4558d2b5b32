// Experiment files: every key is checked before anything is run.

#include "experiments/experiment.h"

#include "experiments/design.h"
#include "experiments/design_options.h"
#include "experiments/input_ranges.h"
#include "experiments/points_file.h"
#include "experiments/store_layout.h"
#include "netherlands/towns.h"
#include "observe/history.h"
#include "patterns/members_file.h"
#include "scenario/keys.h"
#include "scenario/scenario_tables.h"
#include "scenario/titles.h"
#include "scenario/toml_value.h"
#include "text/calendar.h"
#include "text/error.h"
#include "text/nearest_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace algemeente {

namespace {

using Path = std::filesystem::path;

constexpr std::string_view own_keys[] = {"title",       "question",        "story",          "scenario",   "scenarios",
                                         "design",      "points",          "seed",           luck_key,     members_key,
                                         "outcomes",    "series",          "outcome_months", "replicates", "lever",
                                         "uncertainty", "all_assumptions", "correlation"};
constexpr int most_replicates = 1'000'000;

/// Keys that a scenario file does not have at its top, besides a few that both have.
std::vector<std::string_view> keys_of_experiments() {
    std::vector<std::string_view> keys(std::begin(own_keys), std::end(own_keys));
    for (const DesignOption& option : design_options()) keys.push_back(option.key);
    return keys;
}

std::vector<std::string_view> top_keys() {
    std::vector<std::string_view> keys = keys_of_experiments();
    const auto world = keys_of_world();
    keys.insert(keys.end(), world.begin(), world.end());
    return keys;
}

void check_top(const TomlValue& root) {
    const std::vector<std::string_view> keys = top_keys();
    for (const TomlValue& member : root.items) {
        if (is_among(keys, member.name)) continue;
        if (member.name == "world")
            refuse(member, "has no table in an experiment; write its keys (months, municipalities) at the top");
        if (is_among(keys_at_top(), member.name))
            refuse(member, "belongs in a scenario file; name that file with scenario = \"...\"");
        refuse(member, fmt::format("unknown key{}", suggestion_for(member.name, keys)));
    }
    text_of(required_member(root, "title", "\"A name for people\""));
}

const std::vector<TomlValue>& list_of(const TomlValue& value, std::string_view example) {
    if (value.kind != TomlValue::Kind::list) refuse_kind(value, "a list", fmt::format("write for example {}", example));
    if (value.items.empty()) refuse(value, fmt::format("is empty; write for example {}", example));
    return value.items;
}

void take_scenario(Experiment& experiment, const TomlValue& value, const Path& folder) {
    const Path file = (folder / text_of(value)).lexically_normal();
    if (!std::filesystem::is_regular_file(file))
        refuse(value, fmt::format("there is no file '{}'; the path starts at the folder of this file{}", file.string(),
                                  did_you_mean_file(file)));
    Scenario scenario = read_scenario(file);
    for (const Scenario& other : experiment.scenarios)
        if (other.name == scenario.name) refuse(value, fmt::format("a scenario '{}' is already there", scenario.name));
    experiment.scenarios.push_back(std::move(scenario));
}

void take_scenarios(Experiment& experiment, const TomlValue& root, const Path& folder) {
    const TomlValue* one = find_member(root, "scenario");
    const TomlValue* many = find_member(root, "scenarios");
    if (one != nullptr && many != nullptr) refuse(*many, "cannot be combined with scenario; write one of the two");
    if (many != nullptr)
        for (const TomlValue& item : list_of(*many, "[\"../baseline.toml\"]")) take_scenario(experiment, item, folder);
    else
        take_scenario(experiment, required_member(root, "scenario", "\"../baseline.toml\""), folder);
    tell_titles_apart(experiment.scenarios);
    for (const TomlValue& member : root.items) {
        if (!is_among(keys_of_world(), member.name)) continue;
        for (Scenario& scenario : experiment.scenarios) take_world_value(scenario, member);
    }
    const Scenario& first = experiment.scenarios.front();
    for (const Scenario& scenario : experiment.scenarios)
        if (scenario.months() != first.months())
            refuse(*many, fmt::format("'{}' lasts {} months, '{}' {}; write months at the top to make them equal",
                                      scenario.name, scenario.months(), first.name, first.months()));
}

void take_outcomes(Experiment& experiment, const TomlValue& root) {
    experiment.outcomes = {"in_use", "value"};
    if (const TomlValue* outcomes = find_member(root, "outcomes")) {
        experiment.outcomes.clear();
        std::vector<std::string_view> names;
        for (const OutcomeInfo& row : domain_outcomes()) names.push_back(row.name);
        for (const OutcomeInfo& row : national_outcomes()) names.push_back(row.name);
        for (const TomlValue& item : list_of(*outcomes, "[\"in_use\"]")) {
            const std::size_t position = word_of(item, "outcome", names, "outcomes");
            if (std::find(experiment.outcomes.begin(), experiment.outcomes.end(), names[position]) !=
                experiment.outcomes.end())
                refuse(item, fmt::format("'{}' is already there", names[position]));
            experiment.outcomes.emplace_back(names[position]);
        }
    }
    const TomlValue* months = find_member(root, "outcome_months");
    if (months == nullptr) return;
    for (const TomlValue& item : list_of(*months, "[\"2024-12\"]")) {
        const auto month = parse_month(text_of(item));
        if (!month) refuse(item, fmt::format("expected a date \"YYYY-MM\" from 2015-01 on, got \"{}\"", item.text));
        if (*month >= experiment.scenarios.front().months())
            refuse(item, fmt::format("{} lies after the last month, {}", item.text,
                                     date_of(experiment.scenarios.front().months() - 1)));
        experiment.outcome_months.push_back(*month);
    }
    std::sort(experiment.outcome_months.begin(), experiment.outcome_months.end());
    const auto repeated = std::unique(experiment.outcome_months.begin(), experiment.outcome_months.end());
    experiment.outcome_months.erase(repeated, experiment.outcome_months.end());
}

/// Every point and replicate needs a number of its own.
void check_luck(const Experiment& experiment, const TomlValue& root) {
    const std::int64_t numbers = point_count(experiment) * experiment.replicates;
    if (experiment.luck == LuckOf::point && numbers > std::numeric_limits<int>::max())
        refuse(*find_member(root, luck_key),
               fmt::format("{} points and replicates are too many for random numbers of their own; at most {}", numbers,
                           std::numeric_limits<int>::max()));
}

/// "history", or a file from the folder of this one on. Replicates take turns, so more members than replicates are not
/// met.
void take_members(Experiment& experiment, const TomlValue& root, const Path& folder) {
    const TomlValue* value = find_member(root, members_key);
    if (value == nullptr) return;
    const std::string& word = text_of(*value);
    const bool are_shipped = word == "history";
    const Path file = are_shipped ? shipped_members() : (folder / word).lexically_normal();
    if (!are_shipped && !std::filesystem::is_regular_file(file))
        refuse(*value, fmt::format("there is no file '{}'; write \"history\" for those that come with the program, or "
                                   "a file from the folder of this one{}",
                                   file.string(), did_you_mean_file(file)));
    experiment.members = read_members(file, static_cast<std::size_t>(experiment.replicates));
    for (const Scenario& scenario : experiment.scenarios)
        for (std::size_t member = 0; member < experiment.members.count(); ++member)
            static_cast<void>(with_member(scenario, experiment.members, member));  // refuses what cannot be
}

/// What the sweep would refuse after the file was found good.
void check_room(const Experiment& experiment, const TomlValue& root) {
    const std::string problem = problem_with_room(experiment);
    if (problem.empty()) return;
    const TomlValue* outcomes = find_member(root, "outcomes");
    refuse(outcomes != nullptr ? *outcomes : root, problem);
}

void take_design(Experiment& experiment, const TomlValue& root) {
    const TomlValue& word = required_member(root, "design", "\"lhs\"");
    experiment.design = static_cast<DesignKind>(word_of(word, "design", design_words()));
    design_key(root, "points", experiment.design);
    take_design_options(experiment, root);
    if (const TomlValue* value = find_member(root, "replicates"))
        experiment.replicates = whole_between(*value, 1, most_replicates);
    if (const TomlValue* value = find_member(root, "seed"))
        experiment.seed = static_cast<std::uint64_t>(whole_between(*value, 0, 1'000'000'000));
    if (const TomlValue* value = find_member(root, luck_key))
        experiment.luck = static_cast<LuckOf>(word_of(*value, luck_key, luck_words()));
    if (const TomlValue* value = find_member(root, "series")) experiment.series = switch_of(*value);
}

/// Every assumption of the parameter table that is not varied already, over its whole range. Diagnostics are left out:
/// they are tools, not assumptions about the world, and so strong that beside them nothing else would seem to matter.
void add_assumptions(Experiment& experiment) {
    const bool supplied = std::any_of(experiment.scenarios.begin(), experiment.scenarios.end(),
                                      [](const Scenario& scenario) { return scenario.supply; });
    for (const ParameterInfo& row : parameter_table()) {
        if (row.role != Role::assumption || is_diagnostic(row)) continue;
        if (is_of_suppliers(row) && !supplied) continue;  // they would do nothing
        const bool there = std::any_of(experiment.inputs.begin(), experiment.inputs.end(),
                                       [&row](const Input& input) { return input.name == row.name; });
        if (there) continue;
        Input input{.name = std::string(row.name), .low = row.low, .high = row.high, .values = {}, .group = {}};
        if (row.unit == Unit::on_off) input.values = {0, 1};
        experiment.inputs.push_back(std::move(input));
    }
}

void take_inputs(Experiment& experiment, const TomlValue& root) {
    for (const TomlValue& member : root.items) {
        if (member.name != "lever" && member.name != "uncertainty") continue;
        for (const TomlValue& table : tables_of(member)) {
            const Input input = input_from(table, member.name == "lever", experiment);
            for (const Input& other : experiment.inputs)
                if (other.name == input.name)
                    refuse(required_member(table, "name", "\"\""), fmt::format("'{}' is varied twice", input.name));
            experiment.inputs.push_back(input);
        }
    }
    const TomlValue* all = design_key(root, "all_assumptions", experiment.design);
    if (all != nullptr && switch_of(*all)) add_assumptions(experiment);
    if (experiment.inputs.empty()) refuse(root, "nothing is varied; write a [[lever]] or an [[uncertainty]]");
}

}  // namespace

Experiment read_experiment(const Path& file) {
    const TomlValue root = read_toml(file);
    check_top(root);
    Experiment experiment;
    experiment.name = file.stem().string();
    experiment.title = text_of(*find_member(root, "title"));
    if (const TomlValue* question = find_member(root, "question")) experiment.question = text_of(*question);
    if (const TomlValue* story = find_member(root, "story")) text_of(*story);
    take_design(experiment, root);
    take_scenarios(experiment, root, file.parent_path());
    take_members(experiment, root, file.parent_path());
    take_outcomes(experiment, root);
    take_inputs(experiment, root);
    take_correlations(experiment, root);
    if (experiment.design == DesignKind::list) {
        const TomlValue& points = required_member(root, "points", "\"points.csv\"");
        experiment.listed_points = read_points_file(experiment, points, file.parent_path());
    }
    check_luck(experiment, root);
    check_room(experiment, root);
    check_groups(experiment, root);
    check_ranges_together(experiment, root);
    const TomlValue* municipalities = find_member(root, "municipalities");
    for (Scenario& scenario : experiment.scenarios)
        name_by_codes(scenario, municipalities != nullptr ? municipalities->place + ": municipalities" : "");
    return experiment;
}

bool is_experiment_file(const Path& file) {
    const TomlValue root = read_toml(file);
    const std::vector<std::string_view> own = keys_of_experiments();
    return std::any_of(root.items.begin(), root.items.end(), [&own](const TomlValue& member) {
        return is_among(own, member.name) && !is_among(keys_at_top(), member.name);
    });
}

}  // namespace algemeente
