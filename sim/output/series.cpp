#include "output/series.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace algemeente {

namespace {

bool same(const DatedChange& one, const DatedChange& other) {
    const auto all = [](const DatedChange& change) {
        return std::tie(change.lever, change.value, change.from_month, change.until_month, change.rollout_months,
                        change.municipality_share, change.initial_share);
    };
    return all(one) == all(other);
}

bool same(const Shock& one, const Shock& other) {
    const auto all = [](const Shock& shock) {
        return std::tie(shock.frame, shock.from_month, shock.months, shock.stories_per_month);
    };
    return all(one) == all(other);
}

constexpr int never = std::numeric_limits<int>::max();

/// First month of what stands in `some` and not in `others`.
template <class Dated>
int first_not_in(const std::vector<Dated>& some, const std::vector<Dated>& others) {
    int first = never;
    for (const Dated& one : some) {
        const bool shared =
            std::any_of(others.begin(), others.end(), [&one](const Dated& other) { return same(one, other); });
        if (!shared) first = std::min(first, one.from_month);
    }
    return first;
}

}  // namespace

int common_months(const Ensemble& ensemble) {
    int months = never;
    for (const ScenarioResult& result : ensemble.scenarios) {
        for (const History& history : result.replicates) months = std::min(months, history.months);
    }
    return months == never ? 0 : months;
}

void include(Limits& limits, const present::Fan& fan) {
    for (const present::Band& band : fan) {
        if (band.count == 0) continue;
        const present::Ends ends = present::shown_ends(band).value_or(present::Ends{band.p50, band.p50});
        limits.low = std::min(limits.low, ends.low);
        limits.high = std::max(limits.high, ends.high);
    }
}

std::array<int, 2> factor_window(int months) {
    constexpr int first = 60;
    constexpr int length = 40;
    if (months >= first + length) return {first, first + length};
    return {std::max(0, months - length), months};
}

int first_difference_month(const Scenario& one, const Scenario& other) {
    if (one.parameters != other.parameters || one.use_cases != other.use_cases) return 0;
    const int first = std::min({first_not_in(one.changes, other.changes), first_not_in(other.changes, one.changes),
                                first_not_in(one.shocks, other.shocks), first_not_in(other.shocks, one.shocks)});
    return first == never ? -1 : first;
}

}  // namespace algemeente
