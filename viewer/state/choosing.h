// What the page of packages shows: the axes of its spots, the limits that the room has set, the package at hand.
#pragma once

#include "viewer/present.h"

#include <optional>
#include <string>
#include <vector>

namespace algemeente::viewer {

struct Choosing {
    std::optional<std::size_t> across{};         ///< axis of the spots; none: the last objective
    std::optional<std::size_t> upwards{};        ///< none: the first objective
    std::vector<std::optional<Range>> limits{};  ///< by axis, as far as any was set
    std::string pointed{};                       ///< package that the keys are on; empty: none
    bool own = false;                            ///< packages that were searched for here, in place of those supplied

    std::optional<Range> limit_of(std::size_t axis) const { return axis < limits.size() ? limits[axis] : std::nullopt; }
    void set_limit(std::size_t axis, std::optional<Range> range) {
        if (limits.size() <= axis) limits.resize(axis + 1);
        limits[axis] = range;
    }
    bool is_limited() const {
        for (const std::optional<Range>& one : limits)
            if (one) return true;
        return false;
    }
    /// All packages in sight, and none at hand; the axes stay.
    void clear() {
        limits.clear();
        pointed.clear();
    }
};

/// The name of a scenario that is A with this package.
inline std::string name_with_package(const std::string& package) {
    return "package_" + package;
}

}  // namespace algemeente::viewer
