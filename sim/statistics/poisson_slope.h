// How counts grow with a size: the exponent of a power law, by Poisson regression.
#pragma once

#include <span>

namespace algemeente {

/// Maximum-likelihood exponent e of `counts` ~ Poisson(c size^e). Zeros count, unlike in a regression of logarithms.
/// Sizes must be above 0. NaN if there are fewer than two sizes or nothing was counted.
double poisson_slope(std::span<const double> sizes, std::span<const double> counts);

}  // namespace algemeente
