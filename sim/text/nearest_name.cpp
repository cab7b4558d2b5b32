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

bool is_near(int distance, std::size_t one, std::size_t other) {
    return distance * 5 <= static_cast<int>(std::max(one, other)) * 2;
}

/// Whether the lengths alone leave a chance: to compare letter by letter a text that was pasted would take seconds.
bool can_be_near(std::string_view name, std::span<const std::string_view> candidates) {
    return std::any_of(candidates.begin(), candidates.end(), [name](std::string_view candidate) {
        const auto [shorter, longer] = std::minmax({name.size(), candidate.size()});
        return (longer - shorter) * 5 <= longer * 2;
    });
}

}  // namespace

int edit_distance(std::string_view one, std::string_view other) {
    const std::size_t columns = other.size() + 1;
    std::vector<int> before_previous(columns), previous(columns), current(columns);
    for (std::size_t j = 0; j < columns; ++j) previous[j] = static_cast<int>(j);

    for (std::size_t i = 1; i <= one.size(); ++i) {
        current[0] = static_cast<int>(i);
        for (std::size_t j = 1; j < columns; ++j) {
            const int replace = previous[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
            current[j] = std::min({previous[j] + 1, current[j - 1] + 1, replace});
            const bool swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
            if (swapped) current[j] = std::min(current[j], before_previous[j - 2] + 1);
        }
        std::swap(before_previous, previous);
        std::swap(previous, current);
    }
    return previous[other.size()];
}

std::string_view nearest_name(std::string_view name, std::span<const std::string_view> candidates) {
    if (!can_be_near(name, candidates)) return shortest_with_part(name, candidates);
    std::string_view nearest;
    int nearest_distance = 0;
    for (const std::string_view candidate : candidates) {
        const auto [shorter, longer] = std::minmax({name.size(), candidate.size()});
        if (!nearest.empty() && longer - shorter >= static_cast<std::size_t>(nearest_distance)) continue;  // not nearer
        const int distance = edit_distance(name, candidate);
        if (nearest.empty() || distance < nearest_distance) {
            nearest = candidate;
            nearest_distance = distance;
        }
    }
    return is_near(nearest_distance, name.size(), nearest.size()) ? nearest : shortest_with_part(name, candidates);
}

std::string did_you_mean(std::string_view name, std::span<const std::string_view> candidates) {
    const std::string_view nearest = nearest_name(name, candidates);
    return nearest.empty() ? std::string{} : "; did you mean '" + std::string(nearest) + "'?";
}

}  // namespace algemeente
