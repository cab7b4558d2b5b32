// Sobol' indices: which share of an outcome's variance an input explains, alone (first order), with all its
// interactions (total), and in a pair (second order).
//
// Estimators of Saltelli et al. 2010 (first order) and Jansen 1999 (total) on Saltelli's layout, as in SALib
// analyze/sobol.py; outputs are standardised over all runs first. Intervals: normal, with the bootstrap's standard
// deviation over base points. With independent base points 95 % intervals hold the truth in 94 to 95 of 100 sweeps;
// base points from a (digitally shifted) Sobol' sequence are more even than luck, and the intervals then are wider than
// need be (both measured in tests/analysis/coverage_test.cpp).
#pragma once

#include "analysis/bootstrap.h"

#include <Eigen/Core>

#include <cstddef>
#include <span>
#include <vector>

namespace algemeente::analysis {

/// Outputs of Saltelli's layout by part; a row is a base point.
struct SaltelliOutputs {
    Eigen::VectorXd a;
    Eigen::VectorXd b;
    Eigen::MatrixXd ab;        ///< column k: A with input (or group) k from B
    Eigen::MatrixXd ba;        ///< column k: B with input k from A; no columns without second order
    std::size_t left_out = 0;  ///< base points of which a run is missing
};

/// Runs per base point: inputs + 2, or 2 * inputs + 2.
std::size_t saltelli_block(std::size_t inputs, bool second_order);

/// Splits runs in the order A, AB_1.., BA_1.. (only for second order), B per base point. Base points with a run that
/// is not finite are left out. Throws InputError if the number of runs is no multiple of the block.
SaltelliOutputs split_saltelli(std::span<const double> outputs, std::size_t inputs, bool second_order);

/// The first `base_points` rows: what a smaller sweep would have given.
SaltelliOutputs first_rows(const SaltelliOutputs& outputs, std::size_t base_points);

struct SobolIndices {
    std::vector<Estimate> first;
    std::vector<Estimate> total;
    std::vector<std::vector<Estimate>> second;  ///< second[j][k] for j < k; empty without second order
    std::size_t base_points = 0;
    std::size_t left_out = 0;
    bool constant = false;  ///< the outcome does not vary: all indices are 0
};

/// Throws InputError for settings that cannot be, and for fewer than two base points.
SobolIndices sobol_indices(const SaltelliOutputs& outputs, const BootstrapSettings& settings);

}  // namespace algemeente::analysis
