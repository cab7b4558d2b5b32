#include "scenario/scenario_past.h"

#include <algorithm>
#include <limits>

namespace algemeente {

namespace {

constexpr int never = std::numeric_limits<int>::max();

/// First month of what is in `some` and not in `others`.
template <class Dated>
int first_not_in(const std::vector<Dated>& some, const std::vector<Dated>& others) {
    int first = never;
    for (const Dated& one : some)
        if (std::find(others.begin(), others.end(), one) == others.end()) first = std::min(first, one.from_month);
    return first;
}

}  // namespace

SimulatedScenario past_of(const SimulatedScenario& scenario, int month) {
    SimulatedScenario past = scenario;
    past.parameters.months = 0;
    const auto is_later = [month](const auto& dated) { return dated.from_month >= month; };
    std::erase_if(past.changes, is_later);
    std::erase_if(past.conditional_changes, is_later);  // it may begin in any month from its first on
    std::erase_if(past.shocks, is_later);
    // a roll-out skips municipalities that would join after the end: before the end it makes no difference
    for (DatedChange& change : past.changes)
        if (change.until_month >= month) change.until_month = -1;
    for (ConditionalChange& change : past.conditional_changes)
        if (change.until_month >= month) change.until_month = -1;
    for (Shock& shock : past.shocks) shock.months = std::min(shock.months, month - shock.from_month);
    return past;
}

bool same_until(const SimulatedScenario& one, const SimulatedScenario& other, int month) {
    return past_of(one, month) == past_of(other, month);
}

int first_difference_month(const SimulatedScenario& one, const SimulatedScenario& other) {
    if (one.parameters != other.parameters || one.use_cases != other.use_cases) return 0;
    if (one.supply != other.supply || one.products != other.products) return 0;
    const int first = std::min({first_not_in(one.changes, other.changes), first_not_in(other.changes, one.changes),
                                first_not_in(one.shocks, other.shocks), first_not_in(other.shocks, one.shocks),
                                first_not_in(one.conditional_changes, other.conditional_changes),
                                first_not_in(other.conditional_changes, one.conditional_changes)});
    return first == never ? -1 : first;
}

}  // namespace algemeente
