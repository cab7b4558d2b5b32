// Sets of values of what is not known, each of them as possible as the others: the members that a calibration leaves.
#pragma once

#include "scenario/scenario.h"

#include <cstddef>
#include <string>
#include <vector>

namespace algemeente {

struct Members {
    std::string file;                         ///< that they were read from
    std::vector<std::string> names;           ///< of what is set: parameters, "use_cases.NAME.COLUMN"
    std::vector<std::vector<double>> values;  ///< [member][name]

    std::size_t count() const { return values.size(); }
};

/// The scenario as one member knows the world. What the scenario itself sets to another value than the standard one is
/// its own, and stays. Throws InputError when both together are impossible (a lowest above a highest).
Scenario with_member(const Scenario& scenario, const Members& members, std::size_t member);

/// The member that a replicate belongs to: they take turns, and every scenario meets the same.
inline std::size_t member_of_replicate(const Members& members, int replicate) {
    return static_cast<std::size_t>(replicate) % members.count();
}

}  // namespace algemeente
