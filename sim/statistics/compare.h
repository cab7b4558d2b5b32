// How sure a share is, and whether two samples come from one distribution.
#pragma once

#include "statistics/estimate.h"

#include <cstddef>
#include <span>
#include <vector>

namespace algemeente {

/// 95 % interval of a share (Wilson 1927): sensible for 0 of 20 and 20 of 20 too. NaN of nothing.
Estimate wilson_interval(std::size_t hits, std::size_t count);

/// Chance that the mean of `count` values is at least so many standard errors from 0, either way, where 0 is true
/// (Student's t). NaN of fewer than two values.
double chance_of_mean(double standard_errors, int count);

/// Largest distance between the distributions of two samples (Kolmogorov-Smirnov).
double largest_distance(std::vector<double> one, std::vector<double> other);

/// Chance that two samples of one distribution are at least so far apart (asymptotic, with Stephens's correction;
/// Press et al. 2007, Numerical Recipes, section 14.3).
double chance_of_distance(double distance, std::size_t one, std::size_t other);

/// Benjamini & Hochberg 1995: for each chance the smallest expected share of false finds among those that are taken
/// when it is.
std::vector<double> false_find_rates(std::span<const double> chances);

}  // namespace algemeente
