// Mean, variance and quantiles of a sample.
#pragma once

#include <span>
#include <vector>

namespace algemeente {

/// Quantile `share` (0..1) of values sorted upwards: linear interpolation, type 7 of Hyndman & Fan 1996
/// (the standard of R and NumPy). NaN for no values.
double quantile_of_sorted(std::span<const double> sorted, double share);

/// Mean in the order given (so that the same values give the same bits). NaN for no values.
double mean_of(std::span<const double> values);

/// Variance with ddof 1; 0 for fewer than two values.
double variance_of(std::span<const double> values);

/// The values that are not NaN, sorted upwards.
std::vector<double> sorted_known(std::span<const double> values);

}  // namespace algemeente
