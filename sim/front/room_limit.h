// A limit that a room sets on packages: on the difference that a package makes, against the scenario without it.
#pragma once

#include "front/measure.h"

namespace algemeente {

struct RoomLimit {
    Measure measure;
    bool at_most = true;
    double at = 0;  ///< in units of the outcome
    bool operator==(const RoomLimit&) const = default;
};

}  // namespace algemeente
