// Distributions as pure functions of uniform draws: one draw in, one value out, rising with the draw.
//
// Inversion keeps common random numbers sharp: a slightly higher rate gives the same or a slightly higher count.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace algemeente {

/// Standard normal value at probability `uniform` in (0, 1). Relative error below 1.2e-9, for the draws of Luck
/// absolute error below 6e-9 (Acklam's rational approximation as published, refined by nothing: the model needs a
/// bell, not tables).
double standard_normal(double uniform);

/// Normal value clipped to [low, high].
double clipped_normal(double uniform, double mean, double deviation, double low, double high);

/// Poisson count with the given mean (0 or more; means above 700 are treated as 700).
int poisson(double uniform, double mean);

/// Whole number from `low` to `high`, both included, all equally likely.
int whole_number(double uniform, int low, int high);

/// A position, in proportion to the weights; never one without a weight above 0, unless none has one: the first.
std::size_t weighted_position(double uniform, std::span<const double> weights);

}  // namespace algemeente
