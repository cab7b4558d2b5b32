// Morris screening: the effect of one step in one input, at random places of the space of all inputs (Morris 1991).
//
// mu: mean effect; mu*: mean size of the effect (Campolongo et al. 2007); sigma: how much the effect depends on where
// one stands (bent or interacting). Effects are per whole range of the input.
#pragma once

#include "statistics/bootstrap.h"

#include <Eigen/Core>

#include <cstddef>
#include <span>
#include <vector>

namespace algemeente::analysis {

enum class EffectScale : std::uint8_t {
    plain,        ///< change of the outcome over change of the input
    by_deviation  ///< times the deviation of the input over that of the outcome within the trajectory (SALib)
};

/// One row a trajectory, one column a group of inputs that move together (one each without groups).
struct ElementaryEffects {
    Eigen::MatrixXd effects;
    std::vector<bool> single;  ///< per column: one input, so that the effect has a sign
    std::size_t left_out = 0;  ///< trajectories of which a run is missing
};

/// `unit_points`: inputs in 0..1, trajectories of (columns of groups + 1) rows after each other; in each step exactly
/// one group moves. Effects of groups of several inputs are sizes, without a sign. Throws InputError if the points are
/// no such trajectories.
ElementaryEffects elementary_effects(const Eigen::MatrixXd& unit_points, std::span<const double> outputs,
                                     std::span<const std::vector<int>> groups, EffectScale scale = EffectScale::plain);

struct MorrisIndex {
    double mu = 0;  ///< NaN for a group of several inputs
    Estimate mu_star;
    double sigma = 0;  ///< ddof 1; NaN for a group of several inputs
};

/// Indices per column; intervals of mu* are bootstrap quantiles over trajectories. Throws InputError for settings that
/// cannot be and for fewer than two complete trajectories.
std::vector<MorrisIndex> morris_indices(const ElementaryEffects& effects, const BootstrapSettings& settings);

/// Main effects of a two-level design: half the difference between the means of the high and the low half, in units of
/// half the range (as SALib analyze/ff.py). `unit_points` holds 0 and 1 only.
std::vector<double> two_level_effects(const Eigen::MatrixXd& unit_points, std::span<const double> outputs);

}  // namespace algemeente::analysis
