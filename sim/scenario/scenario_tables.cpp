#include "scenario/scenario_tables.h"

#include "scenario/keys.h"
#include "scenario/lever.h"
#include "scenario/policy.h"
#include "scenario/scenario_keys.h"
#include "text/calendar.h"

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
void check(DatedChange& change, const TomlValue& table) {
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

void take_list(Scenario& scenario, const TomlValue& list) {
    for_each_list(static_cast<SimulatedScenario&>(scenario), [&](const ScenarioList& known, auto& records) {
        if (known.name != list.name) return;
        using Record = typename std::remove_reference_t<decltype(records)>::value_type;
        for (const TomlValue& table : tables_of(list)) {
            Record record = record_from<Record>(table);
            if (records.size() == known.most)
                refuse(table, fmt::format("more than {} {} (those of based_on count); merge or remove some", known.most,
                                          known.plural));
            records.push_back(std::move(record));
        }
    });
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
