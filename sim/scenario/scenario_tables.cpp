#include "scenario/scenario_tables.h"

#include "scenario/condition.h"
#include "scenario/keys.h"
#include "scenario/lever.h"
#include "scenario/policy.h"
#include "scenario/scenario_keys.h"
#include "text/calendar.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <type_traits>
#include <utility>
#include <vector>

namespace algemeente {

namespace {

int month_from(const TomlValue& value) {
    constexpr std::string_view form = "a date \"YYYY-MM\" from 2015-01 on";
    if (value.kind != TomlValue::Kind::text) refuse_kind(value, form, "put it in quotes");
    if (const auto month = parse_month(value.text)) return *month;
    refuse(value, fmt::format("expected {}, got \"{}\"", form, value.text));
}

void refuse_outside(const TomlValue& value, const ScenarioKey& key, double number) {
    if (key.unit.empty() || (number >= key.low && number <= key.high)) return;
    refuse(value, fmt::format("{} is outside {}..{} ({})", number, key.low, key.high, key.unit));
}

// take: one value of a file into a member, by the member's type

void take(int& member, const ScenarioKey& key, const TomlValue& value) {
    member = key.is_date ? month_from(value) : whole_number_of(value);
    if (!key.is_date) refuse_outside(value, key, member);
}

void take(double& member, const ScenarioKey& key, const TomlValue& value) {
    double number = number_of(value);
    if (key.row != nullptr) number = without_rounding_error({.parameter = key.row}, number);
    const std::string problem = key.row != nullptr ? problem_with(*key.row, number) : std::string{};
    if (!problem.empty()) refuse(value, problem);
    refuse_outside(value, key, number);
    member = number;
}

void take(bool& member, const ScenarioKey& /*key*/, const TomlValue& value) {
    // a setting on the command line is a text
    const bool on_command_line = value.key.empty() && value.kind == TomlValue::Kind::text;
    const bool is_word = on_command_line && (value.text == "true" || value.text == "false");
    if (value.kind != TomlValue::Kind::boolean && !is_word) refuse_kind(value, "true or false", "without quotes");
    member = is_word ? value.text == "true" : value.number > 0;
}

void take(std::string& member, const ScenarioKey& /*key*/, const TomlValue& value) {
    member = text_of(value);
}

template <typename Word>
requires std::is_enum_v<Word>
void take(Word& member, const ScenarioKey& key, const TomlValue& value) {
    const std::string& name = text_of(value);
    const auto words = words_of<Word>();
    const auto found = std::find(words.begin(), words.end(), name);
    if (found == words.end())
        refuse(value, fmt::format("unknown {} '{}'{}", key.name, name, suggestion_for(name, words)));
    member = static_cast<Word>(found - words.begin());
}

void take(const StandardStart& /*start*/, const ScenarioKey& /*key*/, const TomlValue& value) {
    if (month_from(value) == 0) return;
    refuse(value, fmt::format("a run cannot start in {}; every run starts in \"2015-01\", when care, work and youth "
                              "became municipal tasks (months sets its length)",
                              value.text));
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

void take(MunicipalityChoice& choice, const ScenarioKey& /*key*/, const TomlValue& value) {
    choice = municipalities_from(value);
}

/// What is wrong with a table beyond its keys one by one: nothing, unless there is an overload for it.
template <typename Record>
void check(const Record& /*record*/, const TomlValue& /*table*/) {}

/// A change's value must be in its lever's range, and its end and shares must fit each other.
template <typename Change>
void check_change(Change& change, const TomlValue& table) {
    const TomlValue& name = *find_member(table, "lever");
    const Lever lever = find_lever(change.lever);
    if (!lever) refuse(name, unknown_lever_problem(change.lever));
    const std::string undated = problem_with_date(lever);
    if (!undated.empty()) refuse(name, undated + "; write it in [parameters]");
    change.value = without_rounding_error(lever, change.value);
    const std::string problem = problem_with(lever, change.value);
    if (!problem.empty()) refuse(*find_member(table, "value"), problem);
    const TomlValue* until = find_member(table, "until");
    if (until != nullptr && change.until_month <= change.from_month)
        refuse(*until, fmt::format("{} is not after from ({}); until is the first month without the change",
                                   date_of(change.until_month), date_of(change.from_month)));
    const TomlValue* initial = find_member(table, "initial_share");
    if (initial != nullptr && change.initial_share > change.municipality_share)
        refuse(*initial, fmt::format("{} is above municipality_share ({}); the first cannot be more than all",
                                     change.initial_share, change.municipality_share));
}

void check(DatedChange& change, const TomlValue& table) {
    check_change(change, table);
}

/// A condition is kept in its one form, so that equal ones are equal.
void take_condition(std::string& condition, const TomlValue& table, std::string_view key) {
    const TomlValue* value = find_member(table, key);
    if (value == nullptr) return;
    try {
        condition = condition_text(condition_from(condition));
    } catch (const InputError& error) {
        refuse(*value, error.what());
    }
}

/// Nothing has been seen before the first month has passed.
void check(ConditionalChange& change, const TomlValue& table) {
    constexpr int first_with_a_past = 1;
    change.from_month = std::max(change.from_month, first_with_a_past);
    take_condition(change.when, table, condition_key);
    take_condition(change.until_when, table, end_condition_key);
    check_change(change, table);
}

void refuse_unknown_word(const TomlValue& table, std::string_view key, std::span<const std::string_view> words) {
    const TomlValue* value = find_member(table, key);
    if (value == nullptr || is_among(words, value->text)) return;
    refuse(*value, fmt::format("unknown {} '{}'{}", key, value->text, suggestion_for(value->text, words)));
}

void refuse_other_than_date(const TomlValue& table, std::string_view key, bool may_be_never) {
    const TomlValue* value = find_member(table, key);
    if (value == nullptr || (may_be_never && value->text == never_word) || parse_any_month(value->text)) return;
    refuse(*value, fmt::format("expected a date \"YYYY-MM\"{}, got \"{}\"",
                               may_be_never ? fmt::format(" or \"{}\"", never_word) : "", value->text));
}

/// Which names there are is known to the data only (netherlands/products.h).
void check(ProductChange& product, const TomlValue& table) {
    static constexpr std::string_view routes[] = {"market", "national", "cooperative"};
    if (product.name.empty()) refuse(*find_member(table, "name"), "a product needs a name");
    refuse_unknown_word(table, "use_case", use_case_names());
    refuse_unknown_word(table, "route", routes);
    refuse_other_than_date(table, "launch", false);
    refuse_other_than_date(table, "withdrawn", true);
    refuse_other_than_date(table, "mandated_from", true);
}

template <typename Record>
void refuse_unknown_members(const Record& record, const TomlValue& table) {
    std::vector<std::string_view> keys;
    for_each_key(record, [&](const ScenarioKey& key, const auto&) { keys.push_back(key.name); });
    for (const TomlValue& member : table.items) {
        if (is_among(keys, member.name)) continue;
        if constexpr (std::is_same_v<Record, DatedChange>)
            if (member.name == end_condition_key)
                refuse(member, fmt::format("ends a change with a condition; write {} too, or until for an end on a "
                                           "date",
                                           condition_key));
        if constexpr (std::is_same_v<Record, DatedChange> || std::is_same_v<Record, ConditionalChange>)
            if (member.name == "months")
                refuse(member,
                       "a change has no months; write until for its end, rollout_months for how long joining takes");
        refuse(member, unknown_key_problem(member.name, "key", keys));
    }
}

template <typename Record>
Record record_from(const TomlValue& table) {
    Record record;
    refuse_unknown_members(record, table);
    for_each_key(record, [&](const ScenarioKey& key, auto& member) {
        const TomlValue* value =
            key.required() ? &required_member(table, key.name, key.example) : find_member(table, key.name);
        if (value != nullptr) take(member, key, *value);
    });
    check(record, table);
    return record;
}

}  // namespace

void take_world_value(Scenario& scenario, const TomlValue& value) {
    bool known = false;
    for_each_world_key(static_cast<SimulatedScenario&>(scenario), [&](const ScenarioKey& key, auto& member) {
        if (key.name != value.name) return;
        known = true;
        take(member, key, value);
    });
    if (!known) refuse(value, unknown_key_problem(value.name, "setting", keys_of_world()));
}

void take_parameter(Scenario& scenario, const TomlValue& value) {
    const ParameterInfo* row = find_parameter(value.name);
    if (row == nullptr || row->role == Role::setting)
        refuse(value, unknown_key_problem(value.name, "parameter", keys_of_parameters()));
    take(scenario.parameters.*row->value, {.name = row->name, .row = row}, value);
}

void take_use_case_cell(Scenario& scenario, std::size_t use_case, const TomlValue& value) {
    const UseCaseColumn* column = find_use_case_column(value.name);
    if (column == nullptr) refuse(value, unknown_key_problem(value.name, "column", use_case_column_names()));
    const double number = without_rounding_error({.column = column, .use_case = use_case}, number_of(value));
    const std::string problem = problem_with(*column, number);
    if (!problem.empty()) refuse(value, problem);
    scenario.use_cases[use_case].*column->value = number;
}

namespace {

/// Calls visit(list, records) for every list of that name: [[change]] has two.
template <typename Visit>
void for_each_list_called(Scenario& scenario, std::string_view name, const Visit& visit) {
    for_each_list(static_cast<SimulatedScenario&>(scenario), [&](const ScenarioList& known, auto& records) {
        if (known.name == name) visit(known, records);
    });
}

/// The key of a table that tells which list of its name it belongs to; empty: the list without such a key.
std::string_view key_that_tells(Scenario& scenario, std::string_view name, const TomlValue& table) {
    std::string_view key;
    for_each_list_called(scenario, name, [&](const ScenarioList& known, const auto& /*records*/) {
        if (!known.told_by.empty() && find_member(table, known.told_by) != nullptr) key = known.told_by;
    });
    return key;
}

void take_table_of_list(Scenario& scenario, std::string_view name, const TomlValue& table) {
    const std::string_view told_by = key_that_tells(scenario, name, table);
    std::size_t count = 0;
    for_each_list_called(scenario, name, [&](const ScenarioList&, const auto& records) { count += records.size(); });
    for_each_list_called(scenario, name, [&](const ScenarioList& known, auto& records) {
        if (known.told_by != told_by) return;
        using Record = typename std::remove_reference_t<decltype(records)>::value_type;
        Record record = record_from<Record>(table);
        if (count >= known.most)
            refuse(table, fmt::format("more than {} {}s (those of based_on count); merge or remove some", known.most,
                                      known.name));
        records.push_back(std::move(record));
    });
}

template <typename Change>
bool spans(const Change& change, int month) {
    return change.from_month <= month && (change.until_month < 0 || month < change.until_month);
}

/// What is wrong with the numbers of a month in which the conditions of one or two changes are met, or of none.
std::string problem_in_month(const Scenario& scenario, int month, const ConditionalChange* one,
                             const ConditionalChange* other) {
    Rules rules{scenario.parameters, scenario.use_cases, {}};
    for (const DatedChange& change : scenario.changes)
        if (spans(change, month)) set_lever(rules, change.lever, change.value);
    for (const ConditionalChange* change : {one, other})
        if (change != nullptr) set_lever(rules, change->lever, change->value);
    const std::string problem = problem_between(rules.parameters);
    return problem.empty() ? problem_between(rules.use_cases) : problem;
}

/// Rules between numbers speak of pairs, a lowest and a highest: two conditions at once find whatever can go wrong.
std::string problem_with_conditions(const Scenario& scenario, int month) {
    std::vector<const ConditionalChange*> possible;
    for (const ConditionalChange& change : scenario.conditional_changes)
        if (spans(change, month)) possible.push_back(&change);
    for (std::size_t i = 0; i < possible.size(); ++i)
        for (std::size_t j = i; j < possible.size(); ++j) {
            const std::string problem = problem_in_month(scenario, month, possible[i], i == j ? nullptr : possible[j]);
            if (!problem.empty()) return problem;
        }
    return {};
}

std::string problem_of_what_is_seen(const Scenario& scenario) {
    if (scenario.supply) return {};
    for (const ConditionalChange& change : scenario.conditional_changes)
        for (const std::string& condition : {change.when, change.until_when}) {
            if (condition.empty()) continue;
            const std::string problem = problem_without_suppliers(condition_from(condition));
            if (!problem.empty()) return problem;
        }
    return {};
}

/// -1, which is the start, and every month in which a change can begin or ends.
std::vector<int> months_of_changes(const Scenario& scenario) {
    std::vector<int> months{-1};
    const auto note = [&months](const auto& change) {
        months.push_back(change.from_month);
        if (change.until_month >= 0) months.push_back(change.until_month);
    };
    std::for_each(scenario.changes.begin(), scenario.changes.end(), note);
    std::for_each(scenario.conditional_changes.begin(), scenario.conditional_changes.end(), note);
    std::sort(months.begin(), months.end());
    months.erase(std::unique(months.begin(), months.end()), months.end());
    return months;
}

}  // namespace

void take_list(Scenario& scenario, const TomlValue& list) {
    for (const TomlValue& table : tables_of(list)) take_table_of_list(scenario, list.name, table);
}

std::string problem_between(const Scenario& scenario) {
    for (const int month : months_of_changes(scenario)) {
        const std::string problem = problem_in_month(scenario, month, nullptr, nullptr);
        if (!problem.empty()) return month < 0 ? problem : fmt::format("from {} on: {}", date_of(month), problem);
        const std::string if_met = problem_with_conditions(scenario, month);
        if (!if_met.empty()) return fmt::format("from {} on, if conditions are met: {}", date_of(month), if_met);
    }
    return problem_of_what_is_seen(scenario);
}

}  // namespace algemeente
