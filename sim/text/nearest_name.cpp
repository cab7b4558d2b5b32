#include "text/nearest_name.h"

#include <algorithm>
#include <vector>

namespace algemeente {

namespace {

/// Whether `part` is one or more whole words of `name`, between underscores and dots.
bool is_part_of(std::string_view part, std::string_view name) {
    const auto ends_word = [name](std::size_t at) { return at >= name.size() || name[at] == '_' || name[at] == '.'; };
    for (std::size_t at = name.find(part); at != std::string_view::npos; at = name.find(part, at + 1))
        if ((at == 0 || ends_word(at - 1)) && ends_word(at + part.size())) return true;
    return false;
}

std::string_view shortest_with_part(std::string_view part, std::span<const std::string_view> candidates) {
    std::string_view shortest;
    if (part.empty()) return shortest;
    for (const std::string_view candidate : candidates)
        if (is_part_of(part, candidate) && (shortest.empty() || candidate.size() < shortest.size()))
            shortest = candidate;
    return shortest;
}

/// The most letters that may differ for a name to be near another: two in five of the longer one.
std::size_t most_that_may_differ(std::size_t one, std::size_t other) {
    return std::max(one, other) * 2 / 5;
}

/// One row of distances.
using Distances = std::vector<std::size_t>;

/// The edit distance where it is at most `limit`, else any number above that. Only cells near the diagonal can lie
/// below the limit, and a row that has none ends the search.
std::size_t distance_within(std::string_view one, std::string_view other, std::size_t limit) {
    const auto [shorter, longer] = std::minmax({one.size(), other.size()});
    if (longer - shorter > limit) return limit + 1;
    const std::size_t columns = other.size() + 1;
    Distances before_previous(columns, limit + 1), previous(columns, limit + 1), current(columns, limit + 1);
    for (std::size_t j = 0; j < columns && j <= limit; ++j) previous[j] = j;

    for (std::size_t i = 1; i <= one.size(); ++i) {
        std::fill(current.begin(), current.end(), limit + 1);
        current[0] = i;
        std::size_t lowest = i;
        const std::size_t first = i > limit ? i - limit : 1;
        const std::size_t last = std::min(other.size(), i + limit);
        for (std::size_t j = first; j <= last; ++j) {
            const std::size_t replace = previous[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
            current[j] = std::min({previous[j] + 1, current[j - 1] + 1, replace});
            const bool swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
            if (swapped) current[j] = std::min(current[j], before_previous[j - 2] + 1);
            lowest = std::min(lowest, current[j]);
        }
        if (lowest > limit) return limit + 1;
        std::swap(before_previous, previous);
        std::swap(previous, current);
    }
    return previous[other.size()];
}

}  // namespace

int edit_distance(std::string_view one, std::string_view other) {
    return static_cast<int>(distance_within(one, other, std::max(one.size(), other.size())));
}

std::string_view nearest_name(std::string_view name, std::span<const std::string_view> candidates) {
    std::string_view nearest;
    std::size_t nearest_distance = 0;
    for (const std::string_view candidate : candidates) {
        std::size_t limit = most_that_may_differ(name.size(), candidate.size());
        if (!nearest.empty()) {
            if (nearest_distance == 0) break;
            limit = std::min(limit, nearest_distance - 1);
        }
        const std::size_t distance = distance_within(name, candidate, limit);
        if (distance > limit) continue;
        nearest = candidate;
        nearest_distance = distance;
    }
    return nearest.empty() ? shortest_with_part(name, candidates) : nearest;
}

std::string did_you_mean(std::string_view name, std::span<const std::string_view> candidates) {
    const std::string_view nearest = nearest_name(name, candidates);
    return nearest.empty() ? std::string{} : "; did you mean '" + std::string(nearest) + "'?";
}

}  // namespace algemeente
