// What became of projects, month by month: who entered each stage, and who left it for which reason.
#pragma once

#include "world/world.h"

#include <array>
#include <vector>

namespace algemeente::viewer {

inline constexpr std::size_t flow_stages = 5;  ///< idea, development, pilot, implementation, in use
inline constexpr std::size_t reason_count{algemeente::reason_count};

/// Counts from 2015 on, of one run. Reason::none at the stage of ideas: dropped before the start.
struct Flows {
    struct Month {
        std::array<std::array<std::uint32_t, flow_stages>, domain_count> entered{};
        std::array<std::array<std::array<std::uint32_t, reason_count>, flow_stages>, domain_count> left{};
    };
    std::vector<Month> months;
};

/// Events of one run, in order of months.
Flows flows_of(const std::vector<Event>& events, int months);

}  // namespace algemeente::viewer
