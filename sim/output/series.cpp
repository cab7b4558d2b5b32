#include "output/series.h"

#include <algorithm>
#include <limits>

namespace algemeente {

namespace {

constexpr int no_limit = std::numeric_limits<int>::max();

}  // namespace

int common_months(const Ensemble& ensemble) {
    int months = no_limit;
    for (const ScenarioResult& result : ensemble.scenarios) {
        for (const History& history : result.replicates) months = std::min(months, history.months);
    }
    return months == no_limit ? 0 : months;
}

void include(present::Range& limits, const present::Fan& fan) {
    for (const present::Band& band : fan) {
        if (band.count == 0) continue;
        const present::Ends ends = present::shown_ends(band).value_or(present::Ends{band.lowest, band.highest});
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

}  // namespace algemeente
