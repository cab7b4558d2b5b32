#include "present/summary.h"

#include "statistics/summary.h"

namespace algemeente::present {

Band band_over(std::span<const double> values) {
    std::vector<double> known;
    known.reserve(values.size());
    for (const double value : values)
        if (!std::isnan(value)) known.push_back(value);
    Band band;
    band.count = static_cast<int>(known.size());
    band.mean = mean_of(known);  // before sorting, so in replicate order
    std::sort(known.begin(), known.end());
    band.p05 = quantile_of_sorted(known, .05);
    band.p25 = quantile_of_sorted(known, .25);
    band.p50 = quantile_of_sorted(known, .50);
    band.p75 = quantile_of_sorted(known, .75);
    band.p95 = quantile_of_sorted(known, .95);
    band.lowest = quantile_of_sorted(known, 0);
    band.highest = quantile_of_sorted(known, 1);
    return band;
}

Difference difference_over(std::span<const double> values) {
    Difference difference{band_over(values), {}};
    for (const double value : values) difference.direction.add(value);
    return difference;
}

Runs::Runs(const ScenarioResult& result) {
    for (const History& history : result.replicates) add(history.domain_values, history.months);
}

void Runs::add(const std::vector<double>& table, int months) {
    months_ = tables_.empty() ? months : std::min(months_, months);
    tables_.push_back(table.data());
}

namespace {

/// `value(replicate)` of each, in order.
template <typename Value>
std::vector<double> values_over(std::size_t replicates, const Value& value) {
    std::vector<double> values(replicates);
    for (std::size_t i = 0; i < replicates; ++i) values[i] = value(i);
    return values;
}

}  // namespace

Band band_of(const Runs& runs, int month, Domain domain, std::size_t outcome) {
    return band_over(values_over(runs.size(), [&](std::size_t i) { return runs.value(i, month, domain, outcome); }));
}

Fan fan_of(const Runs& runs, Domain domain, std::size_t outcome) {
    return fan_over(runs.size(), runs.months(),
                    [&](std::size_t i, int month) { return runs.value(i, month, domain, outcome); });
}

Fan national_fan_of(const ScenarioResult& result, std::size_t outcome) {
    return fan_over(result.replicates.size(), Runs(result).months(),
                    [&](std::size_t i, int month) { return result.replicates[i].national_value(month, outcome); });
}

Difference gap_of(const Runs& runs, int month, std::size_t outcome) {
    return difference_over(values_over(runs.size(), [&](std::size_t i) {
        return runs.value(i, month, Domain::physical, outcome) - runs.value(i, month, Domain::social, outcome);
    }));
}

Fan gap_fan_of(const Runs& runs, std::size_t outcome) {
    return fan_over(runs.size(), runs.months(), [&](std::size_t i, int month) {
        return runs.value(i, month, Domain::physical, outcome) - runs.value(i, month, Domain::social, outcome);
    });
}

Difference difference_of(const Runs& other, const Runs& baseline, int month, Domain domain, std::size_t outcome) {
    return difference_over(values_over(std::min(other.size(), baseline.size()), [&](std::size_t i) {
        return other.value(i, month, domain, outcome) - baseline.value(i, month, domain, outcome);
    }));
}

Fan difference_fan_of(const Runs& other, const Runs& baseline, Domain domain, std::size_t outcome) {
    return fan_over(std::min(other.size(), baseline.size()), std::min(other.months(), baseline.months()),
                    [&](std::size_t i, int month) {
                        return other.value(i, month, domain, outcome) - baseline.value(i, month, domain, outcome);
                    });
}

double mean_over(const Runs& runs, Domain domain, std::size_t outcome, int first, int last) {
    double sum = 0;
    int count = 0;
    for (std::size_t i = 0; i < runs.size(); ++i)
        for (int month = std::max(0, first); month < std::min(last, runs.months()); ++month) {
            const double value = runs.value(i, month, domain, outcome);
            if (std::isnan(value)) continue;
            sum += value;
            ++count;
        }
    return count == 0 ? std::numeric_limits<double>::quiet_NaN() : sum / count;
}

std::optional<Ends> shown_ends(const Band& band) {
    switch (spread_of(band.count)) {
        case Spread::none: return std::nullopt;
        case Spread::half: return Ends{band.p25, band.p75};
        case Spread::wide: return Ends{band.p05, band.p95};
    }
    return std::nullopt;
}

}  // namespace algemeente::present
