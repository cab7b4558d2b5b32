// Experiment files: every key is checked before anything is run.

#include "experiments/experiment.h"

#include "experiments/input_ranges.h"
#include "experiments/points_file.h"
#include "netherlands/country.h"
#include "observe/history.h"
#include "scenario/keys.h"
#include "scenario/scenario_tables.h"
#include "scenario/toml_value.h"
#include "text/calendar.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente {

namespace {

using Path = std::filesystem::path;

constexpr std::string_view own_keys[] = {"title",           "question",       "story",      "scenario", "scenarios",
                                         "design",          "samples",        "levels",     "scramble", "skip",
                                         "second_order",    "maximin",        "points",     "seed",     "outcomes",
                                         "series",          "outcome_months", "replicates", "lever",    "uncertainty",
                                         "all_assumptions", "randomisations"};
constexpr int most_samples = 10'000'000;
constexpr int most_replicates = 1'000'000;

std::vector<std::string_view> top_keys() {
    std::vector<std::string_view> keys(std::begin(own_keys), std::end(own_keys));
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
        if (member.name == "parameters" || member.name == "change" || member.name == "shock")
            refuse(member, "belongs in a scenario file; name that file with scenario = \"...\"");
        refuse(member, fmt::format("unknown key{}", suggestion_for(member.name, keys)));
    }
    text_of(required_member(root, "title", "\"A name for people\""));
}

int whole_between(const TomlValue& value, int lowest, int highest) {
    const int number = whole_number_of(value);
    if (number < lowest || number > highest)
        refuse(value, fmt::format("{} is outside {}..{}", number, lowest, highest));
    return number;
}

bool switch_of(const TomlValue& value) {
    if (value.kind != TomlValue::Kind::boolean) refuse_kind(value, "true or false");
    return value.number != 0;
}

std::size_t word_of(const TomlValue& value, std::string_view what, std::span<const std::string_view> words) {
    const std::string& word = text_of(value);
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) refuse(value, fmt::format("unknown {} '{}'{}", what, word, suggestion_for(word, words)));
    return static_cast<std::size_t>(found - words.begin());
}

const std::vector<TomlValue>& list_of(const TomlValue& value, std::string_view example) {
    if (value.kind != TomlValue::Kind::list) refuse_kind(value, "a list", fmt::format("write for example {}", example));
    if (value.items.empty()) refuse(value, fmt::format("is empty; write for example {}", example));
    return value.items;
}

void take_scenario(Experiment& experiment, const TomlValue& value, const Path& folder) {
    const Path file = (folder / text_of(value)).lexically_normal();
    if (!std::filesystem::is_regular_file(file))
        refuse(value, fmt::format("there is no file '{}'; the path starts at the folder of this file", file.string()));
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
            const std::size_t position = word_of(item, "outcome", names);
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

/// A key that only some designs know: refuses it elsewhere, or it would be ignored without a word.
const TomlValue* key_of_designs(const TomlValue& root, std::string_view name, DesignKind design,
                                std::initializer_list<DesignKind> knowing) {
    const TomlValue* value = find_member(root, name);
    if (value != nullptr && std::find(knowing.begin(), knowing.end(), design) == knowing.end())
        refuse(*value, fmt::format("means nothing for design \"{}\"; remove it", design_word(design)));
    return value;
}

void take_samples(Experiment& experiment, const TomlValue& root) {
    using enum DesignKind;
    const DesignKind design = experiment.design;
    if (key_of_designs(root, "samples", design, {lhs, sobol, saltelli, morris}) == nullptr) {
        if (design != factorial && design != list) required_member(root, "samples", "500");
        return;
    }
    const TomlValue& samples = *find_member(root, "samples");
    experiment.samples = whole_between(samples, design == lhs ? 2 : 1, most_samples);
    constexpr int most_maximin = 2000;
    if (experiment.maximin && experiment.samples > most_maximin)
        refuse(samples, fmt::format("{} is too many for maximin, which compares all pairs; at most {}",
                                    experiment.samples, most_maximin));
}

/// So many that Student's t has a few degrees of freedom, and as many points in each.
void take_randomisations(Experiment& experiment, const TomlValue& root) {
    const TomlValue* value = key_of_designs(root, "randomisations", experiment.design, {DesignKind::saltelli});
    if (value == nullptr) return;
    constexpr int most = 1000;
    experiment.randomisations = whole_between(*value, 1, most);
    if (experiment.randomisations == 1) return;
    if (experiment.scramble == Scramble::none)
        refuse(*value, "needs chance in the sequence; write scramble = \"owen\"");
    if (experiment.samples % experiment.randomisations != 0 || experiment.samples / experiment.randomisations < 2)
        refuse(*value, fmt::format("{} samples cannot be shared out over {} randomisations, two or more each; "
                                   "16 of them suit 512 or 1024 samples",
                                   experiment.samples, experiment.randomisations));
}

void take_design(Experiment& experiment, const TomlValue& root) {
    using enum DesignKind;
    const TomlValue& word = required_member(root, "design", "\"lhs\"");
    experiment.design = static_cast<DesignKind>(word_of(word, "design", design_words()));
    const DesignKind design = experiment.design;
    if (const TomlValue* value = key_of_designs(root, "maximin", design, {lhs})) experiment.maximin = switch_of(*value);
    if (const TomlValue* value = key_of_designs(root, "scramble", design, {sobol, saltelli}))
        experiment.scramble = static_cast<Scramble>(word_of(*value, "scramble", scramble_words()));
    if (const TomlValue* value = key_of_designs(root, "skip", design, {sobol, saltelli}))
        experiment.skip = whole_between(*value, 0, most_samples);
    if (const TomlValue* value = key_of_designs(root, "second_order", design, {saltelli}))
        experiment.second_order = switch_of(*value);
    if (const TomlValue* value = key_of_designs(root, "levels", design, {morris})) {
        experiment.levels = whole_between(*value, 2, 100);
        if (experiment.levels % 2 != 0)
            refuse(*value, fmt::format("{} is odd; Morris needs an even number", experiment.levels));
    }
    key_of_designs(root, "points", design, {list});
    take_samples(experiment, root);
    take_randomisations(experiment, root);
    if (const TomlValue* value = find_member(root, "replicates"))
        experiment.replicates = whole_between(*value, 1, most_replicates);
    if (const TomlValue* value = find_member(root, "seed"))
        experiment.seed = static_cast<std::uint64_t>(whole_between(*value, 0, 1'000'000'000));
    if (const TomlValue* value = find_member(root, "series")) experiment.series = switch_of(*value);
}

/// Every assumption of the parameter table that is not varied already, over its whole range. Diagnostics are left out:
/// they are tools, not assumptions about the world, and so strong that beside them nothing else would seem to matter.
void add_assumptions(Experiment& experiment) {
    for (const ParameterInfo& row : parameter_table()) {
        if (row.role != Role::assumption || is_diagnostic(row)) continue;
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
    const TomlValue* all =
        key_of_designs(root, "all_assumptions", experiment.design,
                       {DesignKind::lhs, DesignKind::sobol, DesignKind::saltelli, DesignKind::morris});
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
    take_outcomes(experiment, root);
    take_inputs(experiment, root);
    if (experiment.design == DesignKind::list) {
        const TomlValue& points = required_member(root, "points", "\"points.csv\"");
        experiment.listed_points = read_points_file(experiment, points, file.parent_path());
    }
    check_groups(experiment, root);
    check_ranges_together(experiment, root);
    for (const Scenario& scenario : experiment.scenarios)
        if (scenario.municipalities.kind == MunicipalityChoice::Kind::listed)
            choose_municipalities(read_netherlands(data_folder(), scenario.parameters), scenario.municipalities);
    return experiment;
}

bool is_experiment_file(const Path& file) {
    const TomlValue root = read_toml(file);
    return std::any_of(root.items.begin(), root.items.end(), [](const TomlValue& member) {
        return is_among(own_keys, member.name) && !is_among(keys_at_top(), member.name);
    });
}

}  // namespace algemeente
