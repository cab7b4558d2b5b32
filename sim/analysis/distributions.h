// Sensitivity by whole distributions, from any sample: how far the distribution of an outcome moves when an input is
// known. PAWN compares distribution functions (Pianosi and Wagener 2018), delta compares densities (Borgonovo 2007, by
// the estimator of Plischke, Borgonovo and Smith 2013). Neither needs a design, or an outcome that is well described by
// its variance.
#pragma once

#include "statistics/bootstrap.h"

#include <Eigen/Core>

#include <span>
#include <vector>

namespace algemeente::analysis {

struct DistributionIndices {
    std::vector<Estimate> values;  ///< per input; NaN for one that does not vary. Limits: bootstrap over points
    /// What an input that does nothing would get in a sample of this size: the mean over shuffled columns.
    double of_nothing = 0;
    std::size_t points = 0;  ///< used: those whose outcome is finite
    bool constant = false;   ///< the outcome does not vary: all are 0
};

/// Slices that an input's range is cut into for PAWN: equally many points in each.
inline constexpr std::size_t pawn_slices = 10;

/// PAWN: median over slices of the largest distance between the distribution of the outcome in the slice and in all
/// points (Kolmogorov-Smirnov). 0: the input tells nothing; at most 1. Throws InputError for fewer than 100 points.
DistributionIndices pawn_indices(const Eigen::MatrixXd& points, std::span<const double> outputs,
                                 const BootstrapSettings& settings);

/// Delta: half of the mean area between the density of the outcome in a slice and in all points, with the bias that
/// small slices bring taken away by the bootstrap, as Plischke does. 0: the input tells nothing; at most 1. Throws
/// InputError for fewer than 100 points.
DistributionIndices delta_indices(const Eigen::MatrixXd& points, std::span<const double> outputs,
                                  const BootstrapSettings& settings);

/// Slices of delta for a sample of that size: few hundred points have a handful, at most 48.
std::size_t delta_slices(std::size_t points);

}  // namespace algemeente::analysis
