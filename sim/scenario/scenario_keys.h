// Every key of a scenario file, once. The reader, the lists of allowed keys, the writers (TOML, manifest, store), the
// hash and the comparisons all go through these functions.
//
// A new key is a member of its struct (scenario.h) and one line here. A new list of tables, [[product]], is a struct,
// its for_each_key and one line in for_each_list.
#pragma once

#include "scenario/scenario.h"

#include <concepts>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace algemeente {

/// Longer than this, a run is a typing error.
inline constexpr int longest_run_months = 600;

/// What readers and writers need to know about one key.
struct ScenarioKey {
    std::string_view name;
    std::string_view example{};  ///< how to write it, for the message about a missing key; empty: it may be left out
    bool is_date = false;        ///< an int that is written as "2021-03"; below 0 there is no date
    double low = 0;              ///< of a number with a unit
    double high = 0;
    std::string_view unit{};             ///< empty: the number's range is known elsewhere
    const ParameterInfo* row = nullptr;  ///< a setting: its row, which knows the range

    bool required() const { return !example.empty(); }
};

/// A list of tables: [[change]].
struct ScenarioList {
    std::string_view name;    ///< in scenario files, "change"
    std::string_view plural;  ///< in manifests and stores, "changes"
    std::size_t most = std::numeric_limits<std::size_t>::max();
    /// Tables of this name belong to this list where they have this key, else to the list without one.
    std::string_view told_by{};
    /// Said only where there are any: hashes and stores of before there could be some stay what they are.
    bool only_if_any = false;
};

/// [world] start: a key without a choice.
struct StandardStart {};
inline constexpr StandardStart standard_start{};

template <typename Given, typename Wanted>
concept ConstOrNot = std::same_as<std::remove_const_t<Given>, Wanted>;

/// The words at the top of the file: visit(key, text).
template <ConstOrNot<ScenarioTexts> Texts, typename Visit>
void for_each_text(Texts& texts, const Visit& visit) {
    visit(ScenarioKey{.name = "title", .example = "\"A name for people\""}, texts.title);
    visit(ScenarioKey{.name = "question"}, texts.question);
    visit(ScenarioKey{.name = "story"}, texts.story);
    visit(ScenarioKey{.name = "evidence"}, texts.evidence);
}

/// [world]: visit(key, value). Settings are rows of the parameter table.
template <ConstOrNot<SimulatedScenario> Simulated, typename Visit>
void for_each_world_key(Simulated& scenario, const Visit& visit) {
    visit(ScenarioKey{.name = "start"}, standard_start);
    visit(ScenarioKey{.name = "municipalities"}, scenario.municipalities);
    visit(ScenarioKey{.name = "population"}, scenario.population);
    visit(ScenarioKey{.name = "supply"}, scenario.supply);
    for (const ParameterInfo& row : parameter_table())
        if (row.role == Role::setting)
            visit(ScenarioKey{.name = row.name, .row = &row}, scenario.parameters.*row.value);
}

/// [parameters]: visit(row, value).
template <ConstOrNot<SimulatedScenario> Simulated, typename Visit>
void for_each_parameter(Simulated& scenario, const Visit& visit) {
    for (const ParameterInfo& row : parameter_table())
        if (row.role != Role::setting) visit(row, scenario.parameters.*row.value);
}

/// [use_cases.NAME]: visit(position of the use case, column, value), use case by use case.
template <ConstOrNot<SimulatedScenario> Simulated, typename Visit>
void for_each_cell(Simulated& scenario, const Visit& visit) {
    for (std::size_t use_case = 0; use_case < scenario.use_cases.size(); ++use_case)
        for (const UseCaseColumn& column : use_case_columns())
            visit(use_case, column, scenario.use_cases[use_case].*column.value);
}

/// Keys of a change that is told by what is seen.
inline constexpr std::string_view condition_key = "when";
inline constexpr std::string_view end_condition_key = "until_when";

/// [[change]]: visit(key, value).
template <ConstOrNot<DatedChange> Change, typename Visit>
void for_each_key(Change& change, const Visit& visit) {
    visit(ScenarioKey{.name = "lever", .example = "\"ethics_committee\""}, change.lever);
    visit(ScenarioKey{.name = "value", .example = "1"}, change.value);  // in the lever's own range
    visit(ScenarioKey{.name = "from", .example = "\"2021-01\"", .is_date = true}, change.from_month);
    visit(ScenarioKey{.name = "until", .is_date = true}, change.until_month);
    visit(ScenarioKey{.name = "rollout_months", .low = 0, .high = longest_run_months, .unit = "months"},
          change.rollout_months);
    visit(ScenarioKey{.name = "municipality_share", .low = 0, .high = 1, .unit = "share"}, change.municipality_share);
    visit(ScenarioKey{.name = "initial_share", .low = 0, .high = 1, .unit = "share"}, change.initial_share);
}

/// [[change]] with a condition: visit(key, value).
template <ConstOrNot<ConditionalChange> Change, typename Visit>
void for_each_key(Change& change, const Visit& visit) {
    visit(ScenarioKey{.name = "lever", .example = "\"ethics_committee\""}, change.lever);
    visit(ScenarioKey{.name = "value", .example = "1"}, change.value);  // in the lever's own range
    visit(ScenarioKey{.name = condition_key, .example = "\"incidents_so_far.social > 12\""}, change.when);
    visit(ScenarioKey{.name = end_condition_key}, change.until_when);
    visit(ScenarioKey{.name = "from", .is_date = true}, change.from_month);
    visit(ScenarioKey{.name = "until", .is_date = true}, change.until_month);
    visit(ScenarioKey{.name = "rollout_months", .low = 0, .high = longest_run_months, .unit = "months"},
          change.rollout_months);
    visit(ScenarioKey{.name = "municipality_share", .low = 0, .high = 1, .unit = "share"}, change.municipality_share);
    visit(ScenarioKey{.name = "initial_share", .low = 0, .high = 1, .unit = "share"}, change.initial_share);
}

/// [[shock]]: visit(key, value).
template <ConstOrNot<Shock> News, typename Visit>
void for_each_key(News& shock, const Visit& visit) {
    constexpr double most_stories = 1000;  // more is a typing error
    visit(ScenarioKey{.name = "frame", .example = "\"risk\""}, shock.frame);
    visit(ScenarioKey{.name = "from", .example = "\"2024-01\"", .is_date = true}, shock.from_month);
    visit(ScenarioKey{.name = "months", .low = 1, .high = longest_run_months, .unit = "months"}, shock.months);
    visit(
        ScenarioKey{
            .name = "stories_per_month", .example = "7", .low = 0, .high = most_stories, .unit = "stories per month"},
        shock.stories_per_month);
}

/// [[product]]: visit(key, value).
template <ConstOrNot<ProductChange> Change, typename Visit>
void for_each_key(Change& product, const Visit& visit) {
    constexpr double hardest_push = 100;  // more is a typing error
    visit(ScenarioKey{.name = "name", .example = "\"welfare_scorecard\""}, product.name);
    visit(ScenarioKey{.name = "use_case"}, product.use_case);
    visit(ScenarioKey{.name = "route"}, product.route);
    visit(ScenarioKey{.name = "supplier"}, product.supplier);
    visit(ScenarioKey{.name = "launch"}, product.launch);
    visit(ScenarioKey{.name = "withdrawn"}, product.withdrawn);
    visit(ScenarioKey{.name = "mandated_from"}, product.mandated_from);
    visit(ScenarioKey{.name = "level", .low = 1, .high = 3, .unit = "analytics level"}, product.level);
    visit(ScenarioKey{.name = "push", .low = 0, .high = hardest_push, .unit = "multiplier"}, product.push);
}

/// The lists of tables: visit(list, vector of structs with a for_each_key).
template <ConstOrNot<SimulatedScenario> Simulated, typename Visit>
void for_each_list(Simulated& scenario, const Visit& visit) {
    visit(ScenarioList{.name = "change", .plural = "changes", .most = change_limit}, scenario.changes);
    visit(ScenarioList{.name = "shock", .plural = "shocks"}, scenario.shocks);
    visit(ScenarioList{.name = "product", .plural = "products", .only_if_any = true}, scenario.products);
    visit(ScenarioList{.name = "change",
                       .plural = "conditional_changes",
                       .most = change_limit,
                       .told_by = condition_key,
                       .only_if_any = true},
          scenario.conditional_changes);
}

/// A value as a scenario file writes it: words and dates as text. Nothing: a date that there is not.
using FileValue = std::variant<std::monostate, std::string, double, int, bool>;

FileValue file_value(const ScenarioKey& key, const StandardStart& start);
FileValue file_value(const ScenarioKey& key, const MunicipalityChoice& choice);
FileValue file_value(const ScenarioKey& key, Population population);
FileValue file_value(const ScenarioKey& key, Frame frame);
FileValue file_value(const ScenarioKey& key, bool value);
FileValue file_value(const ScenarioKey& key, int value);
FileValue file_value(const ScenarioKey& key, double value);
FileValue file_value(const ScenarioKey& key, const std::string& value);

/// One key with its value, and whether the file can do without it.
struct FileEntry {
    ScenarioKey key;
    FileValue value;
    bool is_standard = false;  ///< optional, and as it is when left out
};

/// The keys of one table of a list, in order.
template <typename Record>
std::vector<FileEntry> entries_of(const Record& record) {
    std::vector<FileEntry> entries;
    for_each_key(record, [&](const ScenarioKey& key, const auto& value) {
        entries.push_back({key, file_value(key, value), false});
    });
    const Record standard_record;
    std::size_t next = 0;
    for_each_key(standard_record, [&](const ScenarioKey& key, const auto& standard) {
        FileEntry& entry = entries[next++];
        entry.is_standard = !key.required() && entry.value == file_value(key, standard);
    });
    return entries;
}

/// A number of the parameter table, settings included, that is not at its standard value.
struct ChangedParameter {
    const ParameterInfo* row;
    double value;
};

/// A cell of the use-case table that is not at its standard value.
struct ChangedCell {
    std::size_t use_case;
    const UseCaseColumn* column;
    double value;
    double standard;
};

/// What differs from the standard tables, in their order.
std::vector<ChangedParameter> changed_parameters(const SimulatedScenario& scenario);
std::vector<ChangedCell> changed_cells(const SimulatedScenario& scenario);

/// The words that an enumeration is written with, in its order.
template <typename Word>
std::span<const std::string_view> words_of();
template <>
std::span<const std::string_view> words_of<Frame>();
template <>
std::span<const std::string_view> words_of<Population>();

}  // namespace algemeente
