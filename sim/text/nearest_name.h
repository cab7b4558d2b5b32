// The name somebody probably meant.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace algemeente {

/// Number of single-letter insertions, deletions, replacements and swaps of neighbours between two words.
int edit_distance(std::string_view one, std::string_view other);

/// The candidate nearest to `name`: at most two fifths of the longer word differ, as in a typing error. If there is
/// none, the shortest of which `name` is a part ("mean_trust" for "trust"); else an empty view.
std::string_view nearest_name(std::string_view name, std::span<const std::string_view> candidates);

/// "; did you mean 'x'?" for the nearest candidate, or nothing.
std::string did_you_mean(std::string_view name, std::span<const std::string_view> candidates);

}  // namespace algemeente
