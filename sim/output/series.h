// Months that the report speaks of, and the limits of its axes.
#pragma once

#include "present/charts/range.h"
#include "present/summary.h"
#include "present/words/certainty.h"

#include <array>
#include <vector>

namespace algemeente {

/// Months that every scenario and replicate has; 0 without replicates.
int common_months(const Ensemble& ensemble);

/// Enlarges `limits` to hold what is drawn of a fan: its bands, or single runs where there are too few for a band.
void include(present::Range& limits, const present::Fan& fan);

/// The months over which factors are averaged: 60 to 99 as in the specification (years of many projects before and
/// after the allowances scandal), or the last 40 of a shorter run. First month, and one past the last.
std::array<int, 2> factor_window(int months);

/// What the directions of an ensemble are counted over: with members every replicate has other assumptions, too.
inline present::Over over_of(const Ensemble& ensemble) {
    return ensemble.options.members ? present::Over::assumptions : present::Over::random_draws;
}

}  // namespace algemeente
