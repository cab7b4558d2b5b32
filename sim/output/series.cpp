#include "output/series.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace algemeente {

namespace {

constexpr int never = std::numeric_limits<int>::max();

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

}  // namespace algemeente
