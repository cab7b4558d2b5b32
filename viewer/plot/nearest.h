// Which phone drew the line that is nearest to what came out.
#pragma once

#include "viewer/plot/fan_chart.h"
#include "viewer/state/phones.h"

#include <array>
#include <vector>

namespace algemeente::viewer {

struct PhoneDistance {
    int phone = 0;
    double distance = 0;  ///< from the median, mean over the months that were drawn in both domains

    bool operator==(const PhoneDistance&) const = default;
};

/// The nearest first; those at the same distance by their number. Distance is that of score_of. A line of less than
/// half of the months of a domain is left out: a single month that hits would win.
std::vector<PhoneDistance> nearest_of(const PhoneReplies& sent, const std::array<Fan, domain_count>& fans);

/// How often each answer was given.
struct SaidCounts {
    std::array<int, said_domains> domains{};
    std::array<int, said_directions> directions{};
    int answers = 0;
};
SaidCounts said_counts(const PhoneReplies& sent);

/// How many have drawn a line.
std::size_t lines_of(const PhoneReplies& sent);

}  // namespace algemeente::viewer
