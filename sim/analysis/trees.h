// Scores of inputs by extremely randomised trees (Geurts, Ernst and Wehenkel 2006): which inputs, alone or together
// with others, tell high outcomes from low ones. From any sample, also one of a few hundred inputs; it needs no design.
#pragma once

#include "statistics/estimate.h"

#include <Eigen/Core>

#include <cstdint>
#include <span>
#include <vector>

namespace algemeente::analysis {

struct TreeSettings {
    int trees = 100;
    std::size_t least_points = 5;  ///< a node with fewer is not split
    std::uint64_t seed = 1;
    int threads = 1;  ///< results do not depend on it
};

struct TreeScores {
    /// Per input: share of the variance taken away by splits on it; all together 1, or 0 without any split. Limits: 95
    /// % of the trees.
    std::vector<Estimate> scores;
    double r2 = 0;           ///< share of the variance that trees predict of points that they were not grown from
    std::size_t points = 0;  ///< used: those whose outcome is finite
};

/// Each tree is grown from a bootstrap sample. At a node every input proposes one threshold, evenly drawn between its
/// smallest and largest value there, and the one that takes away most variance is taken. Throws InputError when there
/// are fewer than 20 points with a result, or fewer than one tree.
TreeScores tree_scores(const Eigen::MatrixXd& points, std::span<const double> outputs, const TreeSettings& settings);

}  // namespace algemeente::analysis
