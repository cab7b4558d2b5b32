// Scenarios as keys of caches.
#pragma once

#include "scenario/scenario.h"

#include <cstdint>

namespace algemeente {

/// Hash of everything in a scenario that can matter before `month` (the whole scenario for its length): equal hashes
/// mean equal months. Texts do not count.
std::uint64_t hash_until(const SimulatedScenario& scenario, int month);

}  // namespace algemeente
