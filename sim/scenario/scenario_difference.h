// In what two scenarios differ, in words: for a run that is to go on from another's past.
#pragma once

#include "scenario/scenario.h"

#include <string>

namespace algemeente {

/// The first thing that differs between two scenarios before `month`, as a person would look it up:
/// "parameters.support_base is 1, not 0.5", "[[change]] lever 'ethics_committee' from 2018-01 is new". Empty if their
/// pasts are the same (same_until).
std::string difference_before(const SimulatedScenario& before, const SimulatedScenario& now, int month);

}  // namespace algemeente
