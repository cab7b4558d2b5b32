// What the charts below those of the domains show, and the event that they may be about.
#pragma once

#include <cstdint>

namespace algemeente::viewer {

enum class LowerChart : std::uint8_t { gap, difference, event };
inline constexpr int lower_chart_count = 3;

/// What can happen on the lane of events.
/// A condition is met in another month of every run: nothing can be studied around it, or moved.
enum class LaneKind : std::uint8_t { law, election, risk, surveillance, decision, note, condition };
struct EventKey {
    LaneKind kind = LaneKind::election;
    int month = 0;

    bool operator==(const EventKey&) const = default;
};

}  // namespace algemeente::viewer
