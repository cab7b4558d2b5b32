// Scenarios compared month by month: until when do they decide the same?
#pragma once

#include "scenario/scenario.h"

namespace algemeente {

/// What of a scenario can matter before `month`: changes and shocks that begin later are left out, an end at `month` or
/// later is no end yet, and the length of the run does not count. A change with a condition counts from the first month
/// in which it can begin, whether or not it does. Equal pasts mean equal months.
SimulatedScenario past_of(const SimulatedScenario& scenario, int month);

/// Whether two scenarios decide the same in every month before `month`, so that one can go on from the other's past.
bool same_until(const SimulatedScenario& one, const SimulatedScenario& other, int month);

/// First month in which a scenario can differ from another: the first differing change or shock (with a condition: the
/// first month in which it can begin), or 0 if they start with other numbers. -1 if they are the same.
int first_difference_month(const SimulatedScenario& one, const SimulatedScenario& other);

}  // namespace algemeente
