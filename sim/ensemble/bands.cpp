#include "ensemble/ensemble.h"

#include "statistics/summary.h"

#include <algorithm>
#include <cmath>

namespace algemeente {

Band band_over(std::span<const double> values) {
    std::vector<double> known;
    for (const double value : values)
        if (!std::isnan(value)) known.push_back(value);
    Band band;
    band.replicates = static_cast<int>(known.size());
    band.mean = mean_of(known);  // before sorting, so in replicate order
    std::sort(known.begin(), known.end());
    band.p05 = quantile_of_sorted(known, .05);
    band.p25 = quantile_of_sorted(known, .25);
    band.p50 = quantile_of_sorted(known, .50);
    band.p75 = quantile_of_sorted(known, .75);
    band.p95 = quantile_of_sorted(known, .95);
    return band;
}

Band band_of(const ScenarioResult& result, int month, Domain domain, std::size_t outcome) {
    std::vector<double> values;
    values.reserve(result.replicates.size());
    for (const History& history : result.replicates) values.push_back(history.domain_value(month, domain, outcome));
    return band_over(values);
}

Difference difference_of(const ScenarioResult& other, const ScenarioResult& baseline, int month, Domain domain,
                         std::size_t outcome) {
    std::vector<double> values;
    double higher = 0;
    double lower = 0;
    for (std::size_t i = 0; i < other.replicates.size(); ++i) {
        const double value = other.replicates[i].domain_value(month, domain, outcome) -
                             baseline.replicates[i].domain_value(month, domain, outcome);
        values.push_back(value);
        higher += value > 0 ? 1 : 0;
        lower += value < 0 ? 1 : 0;
    }
    Difference difference;
    difference.band = band_over(values);
    if (difference.band.replicates > 0) {
        difference.share_higher = higher / difference.band.replicates;
        difference.share_lower = lower / difference.band.replicates;
    }
    return difference;
}

}  // namespace algemeente
