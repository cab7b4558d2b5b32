// Series over months, summarised over replicates: what the charts and the table draw and say.
#pragma once

#include "ensemble/ensemble.h"

#include <array>
#include <vector>

namespace algemeente {

/// One band a month. A month without any value has a band of 0 replicates.
using Fan = std::vector<Band>;

/// Lowest and highest value of an axis.
struct Limits {
    double low = 0;
    double high = 0;
};

/// Months that every scenario and replicate has; 0 without replicates.
int common_months(const Ensemble& ensemble);

Fan fan_of(const ScenarioResult& result, Domain domain, std::size_t outcome, int months);
Fan national_fan_of(const ScenarioResult& result, std::size_t outcome, int months);
Fan difference_fan_of(const ScenarioResult& other, const ScenarioResult& baseline, Domain domain, std::size_t outcome,
                      int months);

/// Enlarges `limits` to hold the 5 % and 95 % lines of a fan.
void include(Limits& limits, const Fan& fan);

/// Number of replicates in which the physical domain has the higher value in `month`.
int replicates_with_physical_ahead(const ScenarioResult& result, int month, std::size_t outcome);

/// Mean of an outcome over the months [first, last) and all replicates; NaN if it never exists.
double mean_over(const ScenarioResult& result, Domain domain, std::size_t outcome, int first, int last);

/// The months over which factors are averaged: 60 to 99 as in the specification (years of many projects before and
/// after the allowances scandal), or the last 40 of a shorter run. First month, and one past the last.
std::array<int, 2> factor_window(int months);

}  // namespace algemeente
