#include "viewer/ensemble/summary.h"

#include "statistics/summary.h"
#include "text/calendar.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace algemeente::viewer {

namespace {

template <typename Value>
Fan fan_over(std::size_t replicates, int months, const Value& value) {
    Fan fan(static_cast<std::size_t>(months));
    std::vector<double> values;
    for (int month = 0; month < months; ++month) {
        values.clear();
        for (std::size_t i = 0; i < replicates; ++i) {
            const double one = value(i, month);
            if (!std::isnan(one)) values.push_back(one);
        }
        fan[static_cast<std::size_t>(month)] = fan_point(values);
    }
    return fan;
}

int months_of(const ScenarioRuns& runs) {
    return runs.runs.empty() ? 0 : runs.runs.front()->months;
}

void count(Direction& direction, double other, double base) {
    if (std::isnan(other) || std::isnan(base)) return;
    ++direction.count;
    if (other > base) ++direction.higher;
    if (other < base) ++direction.lower;
}

}  // namespace

RunData run_data_of(const History& history, bool keep_municipal) {
    RunData data;
    data.months = history.months;
    data.fingerprint = history.fingerprint;
    data.domain.reserve(history.domain_values.size());
    for (const double value : history.domain_values) data.domain.push_back(static_cast<float>(value));
    if (!keep_municipal) return data;
    for (const MunicipalityYear& year : history.years)
        data.municipal.push_back(
            {year.in_use, year.pipeline, year.ever_in_use, year.abandoned, year.discontinued, year.value});
    if (!history.events.empty()) data.flows = flows_of(history.events, history.months);
    return data;
}

FanPoint fan_point(std::vector<double>& values) {
    std::sort(values.begin(), values.end());
    FanPoint point;
    point.count = static_cast<int>(values.size());
    point.lowest = quantile_of_sorted(values, 0);
    point.highest = quantile_of_sorted(values, 1);
    point.p05 = quantile_of_sorted(values, .05);
    point.p25 = quantile_of_sorted(values, .25);
    point.p50 = quantile_of_sorted(values, .50);
    point.p75 = quantile_of_sorted(values, .75);
    point.p95 = quantile_of_sorted(values, .95);
    return point;
}

Fan fan_of(const ScenarioRuns& runs, Domain domain, std::size_t outcome) {
    return fan_over(runs.runs.size(), months_of(runs),
                    [&](std::size_t i, int month) { return double{runs.runs[i]->value(month, domain, outcome)}; });
}

Fan gap_of(const ScenarioRuns& runs, std::size_t outcome) {
    return fan_over(runs.runs.size(), months_of(runs), [&](std::size_t i, int month) {
        return double{runs.runs[i]->value(month, Domain::physical, outcome)} -
               double{runs.runs[i]->value(month, Domain::social, outcome)};
    });
}

Fan difference_of(const ScenarioRuns& other, const ScenarioRuns& base, Domain domain, std::size_t outcome) {
    const std::size_t replicates = std::min(other.runs.size(), base.runs.size());
    const int months = std::min(months_of(other), months_of(base));
    return fan_over(replicates, months, [&](std::size_t i, int month) {
        return double{other.runs[i]->value(month, domain, outcome)} -
               double{base.runs[i]->value(month, domain, outcome)};
    });
}

Direction direction_of(const ScenarioRuns& other, const ScenarioRuns& base, Domain domain, std::size_t outcome,
                       int month) {
    Direction direction;
    const std::size_t replicates = std::min(other.runs.size(), base.runs.size());
    for (std::size_t i = 0; i < replicates; ++i)
        count(direction, other.runs[i]->value(month, domain, outcome), base.runs[i]->value(month, domain, outcome));
    return direction;
}

Direction gap_direction_of(const ScenarioRuns& runs, std::size_t outcome, int month) {
    Direction direction;
    for (const auto& run : runs.runs)
        count(direction, run->value(month, Domain::physical, outcome), run->value(month, Domain::social, outcome));
    return direction;
}

OutcomeFans fans_of(const EnsembleSummary& summary, std::size_t outcome) {
    OutcomeFans fans;
    fans.summary = summary.id;
    fans.outcome = outcome;
    for (const ScenarioRuns& runs : summary.scenarios) {
        fans.domains.push_back({fan_of(runs, Domain::social, outcome), fan_of(runs, Domain::physical, outcome)});
        fans.gaps.push_back(gap_of(runs, outcome));
        const ScenarioRuns& base = summary.scenarios.front();
        if (&runs == &base) {
            fans.differences.push_back({});
        } else {
            fans.differences.push_back({difference_of(runs, base, Domain::social, outcome),
                                        difference_of(runs, base, Domain::physical, outcome)});
        }
    }
    return fans;
}

}  // namespace algemeente::viewer
