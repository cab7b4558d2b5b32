#include "experiments/input_ranges.h"

#include "experiments/design.h"
#include "experiments/design_options.h"
#include "scenario/condition.h"
#include "scenario/keys.h"
#include "scenario/lever.h"
#include "scenario/scenario_keys.h"
#include "text/calendar.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace algemeente {

namespace {

constexpr std::string_view input_keys[] = {"name",   "low",         "high",  "values", "step", "group",
                                           "from",   condition_key, "shape", "mean",   "sd",   "mode",
                                           "median", "factor",      "alpha", "beta"};

double number_for(const TomlValue& value, const Lever& lever) {
    const double number = without_rounding_error(lever, number_of(value));
    const std::string problem = problem_with(lever, number);
    if (!problem.empty()) refuse(value, problem);
    return number;
}

void take_values(Input& input, const TomlValue& value, const Lever& lever) {
    if (value.kind != TomlValue::Kind::list) refuse_kind(value, "a list of numbers", "write for example [0, 1]");
    if (value.items.empty()) refuse(value, "is empty; write for example [0, 1]");
    for (const TomlValue& item : value.items) {
        const double number = number_for(item, lever);
        if (std::find(input.values.begin(), input.values.end(), number) != input.values.end())
            refuse(item, fmt::format("{} is listed twice", number));
        input.values.push_back(number);
    }
    const auto [low, high] = std::minmax_element(input.values.begin(), input.values.end());
    input.low = *low;
    input.high = *high;
}

void take_range(Input& input, const TomlValue& table, const Lever& lever) {
    const TomlValue* low = find_member(table, "low");
    const TomlValue* high = find_member(table, "high");
    if (lever.parameter == nullptr) {  // the table's range of a cell is what is possible, not what is likely
        low = &required_member(table, "low", "0.1");
        high = &required_member(table, "high", "0.3");
    }
    input.low = low != nullptr ? number_for(*low, lever) : lever.parameter->low;
    input.high = high != nullptr ? number_for(*high, lever) : lever.parameter->high;
    if (!(input.low < input.high)) {
        const TomlValue* place = high != nullptr ? high : low;
        refuse(place != nullptr ? *place : table,
               fmt::format("low ({}) is not below high ({})", input.low, input.high));
    }
    // a switch has no middle
    if (lever.parameter != nullptr && lever.parameter->unit == Unit::on_off) input.values = {0, 1};
}

/// "low = 0, high = 3, step = 0.5": seven values.
void take_step(Input& input, const TomlValue& step, const Lever& lever) {
    constexpr double most_values = 10'000;
    constexpr double rounding = 1e-9;  // of steps: .1 + .1 + .1 reaches .3
    const double width = number_of(step);
    if (!(width > 0)) refuse(step, fmt::format("{} is no step; expected a number above 0", width));
    const double steps = std::floor((input.high - input.low) / width + rounding);
    if (steps < 1)
        refuse(step, fmt::format("{} does not fit between low ({}) and high ({})", width, input.low, input.high));
    if (steps >= most_values)
        refuse(step, fmt::format("gives {:.0f} values; at most {:.0f}, or leave step out for every number between",
                                 steps + 1, most_values));
    input.values.clear();
    for (int i = 0; i <= static_cast<int>(steps); ++i) {
        const double value = without_rounding_error(lever, std::min(input.low + i * width, input.high));
        const std::string problem = problem_with(lever, value);
        if (!problem.empty()) refuse(step, problem);
        input.values.push_back(value);
    }
    input.high = input.values.back();
}

/// Numbers of a shape: which are allowed, and what they are where they are not given.
void take_shape_numbers(Input& input, const TomlValue& table, const ShapeInfo& info) {
    const TomlValue* numbers[2] = {};
    for (std::size_t i = 0; i < info.keys.size(); ++i) {
        const TomlValue& value = required_member(table, info.keys[i], "1");
        numbers[i] = &value;
        input.shape.numbers[i] = number_of(value);
        if (!std::isfinite(input.shape.numbers[i])) refuse(value, "is not a number that can be drawn around");
    }
    const auto above = [&](std::size_t which, double least) {
        if (!(input.shape.numbers[which] > least))
            refuse(*numbers[which], fmt::format("{} is not above {}", input.shape.numbers[which], least));
    };
    switch (info.kind) {
        case ShapeKind::uniform: break;
        case ShapeKind::normal: above(1, 0); break;
        case ShapeKind::log_normal: above(0, 0), above(1, 1); break;
        case ShapeKind::triangular:
            if (input.shape.numbers[0] < input.low || input.shape.numbers[0] > input.high)
                refuse(*numbers[0],
                       fmt::format("{} lies outside {}..{}", input.shape.numbers[0], input.low, input.high));
            break;
        case ShapeKind::beta: above(0, 0), above(1, 0); break;
    }
}

void take_shape(Input& input, const TomlValue& table) {
    constexpr double least_mass = 1e-6;
    const TomlValue* word = find_member(table, "shape");
    const ShapeInfo* info = nullptr;
    if (word != nullptr) {
        std::vector<std::string_view> words;
        for (const ShapeInfo& row : shape_table()) words.push_back(row.word);
        info = &shape_table()[word_of(*word, "shape", words)];
    }
    for (const ShapeInfo& row : shape_table())
        for (const std::string_view key : row.keys)
            if (const TomlValue* value = find_member(table, key);
                value != nullptr && (info == nullptr || row.kind != info->kind))
                refuse(*value, fmt::format("belongs to shape = \"{}\"", row.word));
    if (info == nullptr) return;
    if (!input.values.empty()) refuse(*word, "cannot be combined with values or step; write one of them");
    input.shape.kind = info->kind;
    take_shape_numbers(input, table, *info);
    if (mass_within(input.shape, input.low, input.high) < least_mass)
        refuse(*word, fmt::format("has hardly anything between low ({}) and high ({})", input.low, input.high));
}

void take_from(Input& input, const TomlValue& value, const Experiment& experiment) {
    const auto month = parse_month(text_of(value));
    if (!month) refuse(value, fmt::format("expected a date \"YYYY-MM\" from 2015-01 on, got \"{}\"", value.text));
    if (*month >= experiment.scenarios.front().months())
        refuse(value, fmt::format("{} lies after the last month, {}", value.text,
                                  date_of(experiment.scenarios.front().months() - 1)));
    input.from_month = *month;
}

void take_group(Input& input, const TomlValue& table, const Experiment& experiment) {
    const TomlValue* group = find_member(table, "group");
    if (group == nullptr) return;
    const DesignInfo& design = design_info(experiment.design);
    if (!design.groups) refuse(*group, fmt::format("means nothing for design \"{}\"; remove it", design.word));
    input.group = text_of(*group);
}

/// An input that cannot move has no effect to be measured, and breaks the steps of some designs.
void refuse_too_few_values(const Input& input, const TomlValue& values, const Experiment& experiment) {
    const DesignInfo& design = design_info(experiment.design);
    if (static_cast<int>(input.values.size()) >= design.fewest_values) return;
    refuse(values, fmt::format("is one value, so that '{}' never moves, which design \"{}\" asks of every input; write "
                               "two values or more, or set the value in the scenario file",
                               input.name, design.word));
}

/// The table of an input, for places in messages.
const TomlValue& table_of(const Experiment& experiment, std::size_t input, const TomlValue& root) {
    for (const TomlValue& member : root.items) {
        if (member.name != "lever" && member.name != "uncertainty") continue;
        for (const TomlValue& table : member.items) {
            const TomlValue* name = find_member(table, "name");
            if (name != nullptr && name->text == experiment.inputs[input].name) return table;
        }
    }
    return root;
}

std::string problem_at(const Experiment& experiment, const std::vector<double>& values) {
    for (std::size_t scenario = 0; scenario < experiment.scenarios.size(); ++scenario) {
        try {
            scenario_at(experiment, scenario, values);
        } catch (const InputError& error) {
            return error.what();
        }
    }
    return {};
}

/// The values that inputs have when they are not varied.
std::vector<double> standard_values(const Experiment& experiment) {
    std::vector<double> values;
    const Scenario& scenario = experiment.scenarios.front();
    for (const Input& input : experiment.inputs) {
        const Lever lever = find_lever(input.name);
        const double value = lever.parameter != nullptr ? scenario.parameters.*lever.parameter->value
                                                        : scenario.use_cases[lever.use_case].*lever.column->value;
        values.push_back(std::clamp(value, input.low, input.high));
    }
    return values;
}

std::size_t correlated_input(const TomlValue& name, const Experiment& experiment) {
    std::vector<std::string_view> names;
    for (const Input& input : experiment.inputs) names.push_back(input.name);
    const std::size_t position = word_of(name, "input", names);
    if (!experiment.inputs[position].values.empty())
        refuse(name, fmt::format("'{}' takes single values; only ranges can be correlated", names[position]));
    return position;
}

/// A condition must mean something in every scenario of the experiment.
void take_condition(Input& input, const TomlValue& value, const Experiment& experiment) {
    const std::string& text = text_of(value);
    try {
        const Condition condition = condition_from(text);
        const bool supplied = std::all_of(experiment.scenarios.begin(), experiment.scenarios.end(),
                                          [](const Scenario& scenario) { return scenario.supply; });
        const std::string unseen = supplied ? std::string() : problem_without_suppliers(condition);
        if (!unseen.empty()) throw InputError(unseen);
        input.when = condition_text(condition);
    } catch (const InputError& error) {
        refuse(value, error.what());
    }
}

RankCorrelation correlation_from(const TomlValue& table, const Experiment& experiment) {
    constexpr std::string_view keys[] = {"between", "rank"};
    for (const TomlValue& member : table.items)
        if (!is_among(keys, member.name))
            refuse(member, fmt::format("unknown key{}", suggestion_for(member.name, keys)));
    const TomlValue& between = required_member(table, "between", "[\"ideas_per_month\", \"start_chance\"]");
    if (between.kind != TomlValue::Kind::list || between.items.size() != 2)
        refuse(between, "expected a list of two inputs; write for example [\"ideas_per_month\", \"start_chance\"]");
    const TomlValue& rank = required_member(table, "rank", "0.5");
    RankCorrelation pair{correlated_input(between.items[0], experiment), correlated_input(between.items[1], experiment),
                         number_of(rank)};
    if (pair.one == pair.other) refuse(between, "names one input twice");
    if (!(pair.rank > -1 && pair.rank < 1))
        refuse(rank, fmt::format("{} is no rank correlation; expected a number between -1 and 1", pair.rank));
    for (const RankCorrelation& other : experiment.correlations)
        if ((other.one == pair.one && other.other == pair.other) ||
            (other.one == pair.other && other.other == pair.one))
            refuse(between, "are correlated twice");
    return pair;
}

}  // namespace

Input input_from(const TomlValue& table, bool is_lever, const Experiment& experiment) {
    for (const TomlValue& member : table.items)
        if (!is_among(input_keys, member.name))
            refuse(member, fmt::format("unknown key{}", suggestion_for(member.name, input_keys)));
    const TomlValue& name = required_member(table, "name", "\"ethics_committee\"");
    Input input;
    input.name = text_of(name);
    input.is_lever = is_lever;
    const Lever lever = find_lever(input.name);
    if (!lever) refuse(name, unknown_lever_problem(input.name));
    if (const TomlValue* values = find_member(table, "values")) {
        for (const std::string_view bound : {"low", "high", "step"})
            if (const TomlValue* other = find_member(table, bound))
                refuse(*other, "cannot be combined with values; write one of the two");
        take_values(input, *values, lever);
        refuse_too_few_values(input, *values, experiment);
    } else if (experiment.design == DesignKind::factorial && find_member(table, "step") == nullptr) {
        required_member(table, "values", "[0, 1]");
    } else {
        take_range(input, table, lever);
        if (const TomlValue* step = find_member(table, "step")) {
            take_step(input, *step, lever);
            refuse_too_few_values(input, *step, experiment);
        }
    }
    take_shape(input, table);
    take_group(input, table, experiment);
    if (const TomlValue* from = find_member(table, "from")) {
        const std::string undated = problem_with_date(lever);
        if (!undated.empty()) refuse(*from, undated + "; leave from out");
        take_from(input, *from, experiment);
    }
    if (const TomlValue* when = find_member(table, condition_key)) {
        const std::string undated = problem_with_date(lever);
        if (!undated.empty()) refuse(*when, undated + "; leave " + std::string(condition_key) + " out");
        take_condition(input, *when, experiment);
    }
    return input;
}

void take_correlations(Experiment& experiment, const TomlValue& root) {
    const TomlValue* tables = find_member(root, "correlation");
    if (tables == nullptr) return;
    const DesignInfo& design = design_info(experiment.design);
    if (!design.is_sample)
        refuse(*tables,
               fmt::format("design \"{}\" needs inputs that are independent; correlations are for lhs and sobol",
                           design.word));
    for (const TomlValue& table : tables_of(*tables))
        experiment.correlations.push_back(correlation_from(table, experiment));
    if (!Copula(experiment.inputs.size(), experiment.correlations).is_possible())
        refuse(*tables, "they contradict each other (A with B, B with C, but A against C); weaken one of them");
}

void check_groups(const Experiment& experiment, const TomlValue& root) {
    for (std::size_t i = 0; i < experiment.inputs.size(); ++i)
        for (const Input& other : experiment.inputs)
            if (!experiment.inputs[i].group.empty() && experiment.inputs[i].group == other.name)
                refuse(
                    table_of(experiment, i, root),
                    fmt::format("group '{}' has the name of an input; results would not tell them apart", other.name));
    if (experiment.design != DesignKind::factorial) return;
    for (const InputGroup& group : groups_of(experiment)) {
        const std::size_t first = experiment.inputs[group.members.front()].values.size();
        for (const std::size_t member : group.members)
            if (experiment.inputs[member].values.size() != first)
                refuse(table_of(experiment, member, root),
                       fmt::format("has {} values, others of group '{}' have {}; they move in step",
                                   experiment.inputs[member].values.size(), group.name, first));
    }
}

void check_ranges_together(const Experiment& experiment, const TomlValue& root) {
    if (experiment.design == DesignKind::list) return;  // its points are checked one by one
    const std::vector<double> standard = standard_values(experiment);
    const std::size_t count = experiment.inputs.size();
    // rules between parameters speak of pairs: a lowest and a highest. All but one low finds every such pair, and
    // perhaps more, so that the pairs are only gone through when it finds something.
    for (std::size_t one = 0; one < count; ++one) {
        std::vector<double> all_low = standard;
        for (std::size_t other = 0; other < count; ++other) all_low[other] = experiment.inputs[other].low;
        all_low[one] = experiment.inputs[one].high;
        if (problem_at(experiment, all_low).empty()) continue;
        for (std::size_t other = 0; other < count; ++other) {
            std::vector<double> values = standard;
            values[other] = experiment.inputs[other].low;
            values[one] = experiment.inputs[one].high;
            const std::string problem = problem_at(experiment, values);
            if (problem.empty()) continue;
            refuse(table_of(experiment, one, root),
                   fmt::format("the ranges allow what cannot be: {}; narrow them with low and high", problem));
        }
    }
}

}  // namespace algemeente
