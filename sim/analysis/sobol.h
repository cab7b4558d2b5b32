// Sobol' indices: which share of an outcome's variance an input explains, alone (first order), with all its
// interactions (total), and in a pair (second order).
//
// Estimators of Saltelli et al. 2010 (first order) and Jansen 1999 (total) on Saltelli's layout, as in SALib
// analyze/sobol.py; outputs are standardised over all runs first.
//
// Intervals. The bootstrap over base points (normal, with its standard deviation) takes them for independent draws.
// With such points 95 % intervals hold the truth in 94 to 95 of 100 sweeps. Points of one Sobol' sequence are more even
// than luck: the indices vary less from scrambling to scrambling than the bootstrap can know, and its intervals hold
// the truth nearly always. How much less shows only between several independent scramblings: with them the interval is
// Student's over the indices of each (randomised quasi-Monte Carlo; L'Ecuyer, Nakayama, Owen and Tuffin 2023).
// All three are measured in tests/analysis/coverage_test.cpp.
#pragma once

#include "statistics/bootstrap.h"

#include <Eigen/Core>

#include <cstddef>
#include <span>
#include <vector>

namespace algemeente::analysis {

/// Outputs of Saltelli's layout by part; a row is a base point.
struct SaltelliOutputs {
    Eigen::VectorXd a;
    Eigen::VectorXd b;
    Eigen::MatrixXd ab;                      ///< column k: A with input (or group) k from B
    Eigen::MatrixXd ba;                      ///< column k: B with input k from A; no columns without second order
    std::size_t left_out = 0;                ///< base points of which a run is missing
    std::vector<std::size_t> randomisation;  ///< of each row: which scrambling it is from
};

/// Runs per base point: inputs + 2, or 2 * inputs + 2.
std::size_t saltelli_block(std::size_t inputs, bool second_order);

/// Splits runs in the order A, AB_1.., BA_1.. (only for second order), B per base point. Base points with a run that
/// is not finite are left out. `randomisations`: so many scramblings, of as many base points each, one after another.
/// Throws InputError if the number of runs is no multiple of the block, or of the randomisations.
SaltelliOutputs split_saltelli(std::span<const double> outputs, std::size_t inputs, bool second_order,
                               std::size_t randomisations = 1);

/// The first `base_points` rows: what a smaller sweep would have given.
SaltelliOutputs first_rows(const SaltelliOutputs& outputs, std::size_t base_points);

/// Between fewer scramblings than this nothing can be said about their spread.
inline constexpr std::size_t fewest_randomisations = 4;

struct SobolIndices {
    std::vector<Estimate> first;
    std::vector<Estimate> total;
    std::vector<std::vector<Estimate>> second;  ///< second[j][k] for j < k; empty without second order
    std::size_t base_points = 0;
    std::size_t left_out = 0;
    std::size_t randomisations = 1;  ///< from fewest_randomisations on, intervals are Student's between them
    bool constant = false;           ///< the outcome does not vary: all indices are 0
};

/// Throws InputError for settings that cannot be, and for fewer than two base points.
SobolIndices sobol_indices(const SaltelliOutputs& outputs, const BootstrapSettings& settings);

}  // namespace algemeente::analysis
