#include "scenario/keys.h"

#include "parameters/parameters.h"
#include "parameters/use_cases.h"
#include "text/nearest_name.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

namespace algemeente {

namespace {

constexpr std::string_view top_keys[] = {"title", "question",   "story",  "evidence", "based_on",
                                         "world", "parameters", "change", "shock",    "use_cases"};
constexpr std::string_view change_keys[] = {
    "lever", "value", "from", "until", "rollout_months", "municipality_share", "initial_share"};
constexpr std::string_view shock_keys[] = {"frame", "from", "months", "stories_per_month"};

/// Rows of the parameter table that are settings, or all others.
std::vector<std::string_view> names_of_rows(bool settings) {
    std::vector<std::string_view> names;
    for (const ParameterInfo& row : parameter_table())
        if ((row.role == Role::setting) == settings) names.push_back(row.name);
    return names;
}

std::vector<std::string_view> all_world_keys() {
    std::vector<std::string_view> keys = names_of_rows(true);
    keys.insert(keys.begin(), {"start", "municipalities", "population"});
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

}  // namespace

std::span<const std::string_view> keys_at_top() {
    return top_keys;
}

std::span<const std::string_view> keys_of_world() {
    static const std::vector<std::string_view> keys = all_world_keys();
    return keys;
}

std::span<const std::string_view> keys_of_parameters() {
    static const std::vector<std::string_view> keys = names_of_rows(false);
    return keys;
}

std::span<const std::string_view> keys_of_change() {
    return change_keys;
}

std::span<const std::string_view> keys_of_shock() {
    return shock_keys;
}

bool is_among(std::span<const std::string_view> keys, std::string_view name) {
    return std::find(keys.begin(), keys.end(), name) != keys.end();
}

std::string suggestion_for(std::string_view name, std::span<const std::string_view> keys) {
    constexpr std::size_t few = 12;
    std::string nearest = did_you_mean(name, keys);
    if (!nearest.empty()) return nearest;
    if (keys.size() <= few) return fmt::format("; known are {}", fmt::join(keys, ", "));
    const bool of_parameters = keys.data() == keys_of_parameters().data();
    return fmt::format("; 'algemeente {}' lists them", of_parameters ? "parameters" : "use-cases");
}

std::string unknown_key_problem(std::string_view name, std::string_view what, std::span<const std::string_view> keys) {
    const std::string home = home_of(name);
    if (!home.empty()) return fmt::format("belongs {}", home);
    return fmt::format("unknown {}{}", what, suggestion_for(name, keys));
}

}  // namespace algemeente
