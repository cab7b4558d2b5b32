// Standardised and rank regression: how far an outcome moves, in its own standard deviations, with one standard
// deviation of an input. Trust it as far as R2 goes; ranks (Saltelli and Sobol' 1995) also catch bent, rising
// relations.
#pragma once

#include "statistics/bootstrap.h"

#include <Eigen/Core>

#include <cstddef>
#include <span>
#include <vector>

namespace algemeente::analysis {

enum class RegressionKind : std::uint8_t { values, ranks };

struct Regression {
    std::vector<Estimate> coefficients;  ///< 0 for an input that does not vary, NaN for one that is not separable
    std::vector<bool> varies;            ///< per input
    std::vector<bool> separable;         ///< per input: false if it follows from others, or others follow from it
    double r2 = 0;                       ///< share of the variance that the straight plane explains
    double adjusted_r2 = 0;              ///< the same, corrected for the number of inputs
    std::size_t points = 0;              ///< used: those whose outcome is finite
    bool constant = false;               ///< the outcome does not vary
    bool entangled = false;              ///< some inputs are not separable
};

/// Ordinary least squares on standardised columns; intervals: normal, bootstrap over points. Throws InputError if there
/// are not more points than inputs.
Regression regression(const Eigen::MatrixXd& points, std::span<const double> outputs, RegressionKind kind,
                      const BootstrapSettings& settings);

}  // namespace algemeente::analysis
