#include "output/series.h"

#include <algorithm>
#include <cmath>
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

Fan fan_of(const ScenarioResult& result, Domain domain, std::size_t outcome, int months) {
    Fan fan;
    for (int month = 0; month < months; ++month) fan.push_back(band_of(result, month, domain, outcome));
    return fan;
}

Fan national_fan_of(const ScenarioResult& result, std::size_t outcome, int months) {
    Fan fan;
    std::vector<double> values;
    for (int month = 0; month < months; ++month) {
        values.clear();
        for (const History& history : result.replicates) values.push_back(history.national_value(month, outcome));
        fan.push_back(band_over(values));
    }
    return fan;
}

Fan difference_fan_of(const ScenarioResult& other, const ScenarioResult& baseline, Domain domain, std::size_t outcome,
                      int months) {
    Fan fan;
    for (int month = 0; month < months; ++month) {
        fan.push_back(difference_of(other, baseline, month, domain, outcome).band);
    }
    return fan;
}

void include(Limits& limits, const Fan& fan) {
    for (const Band& band : fan) {
        if (band.replicates == 0) continue;
        limits.low = std::min(limits.low, band.p05);
        limits.high = std::max(limits.high, band.p95);
    }
}

int replicates_with_physical_ahead(const ScenarioResult& result, int month, std::size_t outcome) {
    return static_cast<int>(
        std::count_if(result.replicates.begin(), result.replicates.end(), [&](const History& history) {
            return history.domain_value(month, Domain::physical, outcome) >
                   history.domain_value(month, Domain::social, outcome);
        }));
}

double mean_over(const ScenarioResult& result, Domain domain, std::size_t outcome, int first, int last) {
    double sum = 0;
    int count = 0;
    for (const History& history : result.replicates) {
        for (int month = first; month < std::min(last, history.months); ++month) {
            const double value = history.domain_value(month, domain, outcome);
            if (std::isnan(value)) continue;
            sum += value;
            ++count;
        }
    }
    return count == 0 ? std::numeric_limits<double>::quiet_NaN() : sum / count;
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
