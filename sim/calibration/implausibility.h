// How far a past lies from what is known, in standard deviations of all that is uncertain (Vernon, Goldstein and Bower
// 2010), and how likely a run is to pass.
#pragma once

#include "calibration/emulator.h"
#include "calibration/targets.h"

#include <span>
#include <vector>

namespace algemeente {

/// What is farther off is ruled out (Pukelsheim 1994: 95 % of any one-peaked distribution lies within three).
inline constexpr double ruled_out = 3;

/// Probability that a standard normal number is below x. Absolute error below 2e-7.
double normal_probability(double x);

/// Distance of a statistic on the target's scale from the target, in standard deviations; `luck` is the variance of its
/// own luck and of that of history. 0 for what meets a one-sided target; infinite for what does not exist (NaN).
double implausibility(const Target& target, double on_scale, double luck);

/// Probability that a run there is not ruled out by this target.
double chance_to_pass(const Target& target, const Prediction& prediction);

/// ln of how likely the target is where a run is predicted so, up to a constant: normal, with the emulator's variance
/// among what is uncertain; nothing is lost on the right side of a one-sided target.
double log_likelihood(const Target& target, const Prediction& prediction);

}  // namespace algemeente
