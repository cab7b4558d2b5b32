// The names of the keys of a scenario file (scenario_keys.h has the keys themselves), and what to say about a key that
// is not one of them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente {

std::span<const std::string_view> keys_at_top();         ///< title, based_on, world, change, ...
std::span<const std::string_view> keys_of_world();       ///< start, municipalities, population and the settings
std::span<const std::string_view> keys_of_parameters();  ///< levers and assumptions of the parameter table

/// Whether a key at the top is a list of tables, [[change]].
bool is_list(std::string_view name);

/// What people call a key: "Ethische commissie" is `ethics_committee`.
struct NameInWords {
    std::string_view words;
    std::string_view key;
};

/// Names by which suggestions also find keys. A program gives them once, before any thread starts; the texts must
/// outlive it. The tables of names are above this layer (present/words).
void suggest_by_names(std::vector<NameInWords> names);

/// "; did you mean 'x'?" for the key that is spelled or called nearly so, else all keys when they are few, or the
/// command that lists them: `command`, or that of parameters, use cases and their columns, which are known.
std::string suggestion_for(std::string_view name, std::span<const std::string_view> keys,
                           std::string_view command = {});

bool is_among(std::span<const std::string_view> keys, std::string_view name);

/// What is wrong with a key that stands where it is not known: "belongs in [world]" when it is a key of another
/// table, else "unknown `what`" with the nearest of `keys`.
std::string unknown_key_problem(std::string_view name, std::string_view what, std::span<const std::string_view> keys);

}  // namespace algemeente
