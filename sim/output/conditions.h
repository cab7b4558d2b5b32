// When the conditional changes of finished runs began and ended, and from when on two scenarios part.
#pragma once

#include "ensemble/ensemble.h"
#include "observe/conditions.h"

#include <cstddef>
#include <vector>

namespace algemeente {

/// [change][replicate], in the order of scenario.conditional_changes.
std::vector<std::vector<Spell>> spells_by_change(const ScenarioResult& result);

bool has_conditions(const Ensemble& ensemble);

/// First month in which the scenario at `position` differs from the baseline: a date, or the first month in which a
/// condition that only one of them has is met in any run. -1 if they never differ.
struct Parting {
    int month = -1;
    bool by_condition = false;  ///< of the first difference; where they never differ: conditions are not met
};
Parting parting_of(const Ensemble& ensemble, std::size_t position);

}  // namespace algemeente
