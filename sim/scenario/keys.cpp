#include "scenario/keys.h"

#include "parameters/parameters.h"
#include "parameters/use_cases.h"
#include "scenario/scenario_keys.h"
#include "text/nearest_name.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

namespace algemeente {

namespace {

const SimulatedScenario& standard_scenario() {
    static const SimulatedScenario scenario;
    return scenario;
}

std::vector<std::string_view> all_parameter_keys() {
    std::vector<std::string_view> names;
    for_each_parameter(standard_scenario(), [&](const ParameterInfo& row, double) { names.push_back(row.name); });
    return names;
}

std::vector<std::string_view> all_top_keys() {
    std::vector<std::string_view> keys;
    const ScenarioTexts no_texts;
    for_each_text(no_texts, [&](const ScenarioKey& key, const std::string&) { keys.push_back(key.name); });
    for (const std::string_view name : {"based_on", "world", "parameters"}) keys.push_back(name);
    for_each_list(standard_scenario(), [&](const ScenarioList& list, const auto&) {
        if (!is_among(keys, list.name)) keys.push_back(list.name);
    });
    keys.emplace_back("use_cases");
    return keys;
}

std::vector<std::string_view> all_world_keys() {
    std::vector<std::string_view> keys;
    for_each_world_key(standard_scenario(), [&](const ScenarioKey& key, const auto&) { keys.push_back(key.name); });
    return keys;
}

/// The table in which `name` would be right; empty when it is no key at all.
std::string home_of(std::string_view name) {
    if (is_among(keys_of_parameters(), name)) return "in [parameters]";
    if (is_among(keys_of_world(), name)) return "in [world]";
    if (find_use_case(name) != use_case_count) return fmt::format("in a table [use_cases.{}]", name);
    if (is_among(keys_at_top(), name)) return "at the top of the file, above the first [table]";
    return {};
}

std::vector<NameInWords>& names_in_words() {
    static std::vector<NameInWords> names;
    return names;
}

/// Without spaces, dashes and underscores, in lower case: "Algorithm register" is "algorithm-register".
std::string plain_words(std::string_view words) {
    std::string plain;
    for (const char letter : words) {
        const bool capital = letter >= 'A' && letter <= 'Z';
        if (letter == ' ' || letter == '_' || letter == '-') continue;
        plain += capital ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    return plain;
}

/// The one of `keys` that people call `name`; empty if there is none.
std::string_view key_called(std::string_view name, std::span<const std::string_view> keys) {
    const std::string wanted = plain_words(name);
    for (const NameInWords& one : names_in_words())
        if (one.key != name && is_among(keys, one.key) && plain_words(one.words) == wanted) return one.key;
    return {};
}

std::string_view command_that_lists(std::span<const std::string_view> keys) {
    if (keys.data() == keys_of_parameters().data()) return "parameters";
    if (keys.data() == use_case_names().data()) return "use-cases";
    if (keys.data() == use_case_column_names().data()) return "use-cases --columns";
    return {};
}

}  // namespace

std::span<const std::string_view> keys_at_top() {
    static const std::vector<std::string_view> keys = all_top_keys();
    return keys;
}

std::span<const std::string_view> keys_of_world() {
    static const std::vector<std::string_view> keys = all_world_keys();
    return keys;
}

std::span<const std::string_view> keys_of_parameters() {
    static const std::vector<std::string_view> keys = all_parameter_keys();
    return keys;
}

bool is_list(std::string_view name) {
    bool found = false;
    for_each_list(standard_scenario(),
                  [&](const ScenarioList& list, const auto&) { found = found || list.name == name; });
    return found;
}

bool is_among(std::span<const std::string_view> keys, std::string_view name) {
    return std::find(keys.begin(), keys.end(), name) != keys.end();
}

void suggest_by_names(std::vector<NameInWords> names) {
    names_in_words() = std::move(names);
}

std::string suggestion_for(std::string_view name, std::span<const std::string_view> keys, std::string_view command) {
    const std::string_view called = key_called(name, keys);
    if (!called.empty()) return fmt::format("; '{}' is written '{}'", name, called);
    std::string nearest = did_you_mean(name, keys);
    if (!nearest.empty()) return nearest;
    if (command.empty()) command = command_that_lists(keys);
    if (command.empty()) return fmt::format("; known are {}", fmt::join(keys, ", "));
    return fmt::format("; 'algemeente {}' lists them", command);
}

std::string unknown_key_problem(std::string_view name, std::string_view what, std::span<const std::string_view> keys) {
    const std::string home = home_of(name);
    if (!home.empty()) return fmt::format("belongs {}", home);
    return fmt::format("unknown {}{}", what, suggestion_for(name, keys));
}

}  // namespace algemeente
