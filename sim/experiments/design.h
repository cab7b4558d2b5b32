// Designs: which points an experiment visits.
#pragma once

#include "experiments/experiment.h"

#include <cstdint>
#include <functional>
#include <span>

namespace algemeente {

using PointSink = std::function<void(std::span<const double> point)>;

/// Number of points in one scenario.
std::int64_t point_count(const Experiment& experiment);

/// Runs: points of all scenarios, each in all replicates.
std::int64_t run_count(const Experiment& experiment);

/// Passes the points to `sink` one after another, in the units of the model and in the order that analysis expects:
/// factorial: the last input (or group) changes fastest
/// saltelli: per base point A, then A with one group from B for each group, (second order: B with one group from A
///     for each group), then B; Saltelli 2002, layout of Saltelli et al. 2010
/// morris: trajectory after trajectory, in each as many steps as there are groups; Morris 1991, groups as in
///     Campolongo et al. 2007
void make_points(const Experiment& experiment, const PointSink& sink);

/// Points of a Latin hypercube in the unit cube, [point][dimension]: each of the `samples` strata of every dimension
/// is hit once. Maximin: the best of several by smallest distance, improved by swaps.
std::vector<std::vector<double>> latin_hypercube(std::size_t samples, std::size_t dimensions, bool maximin,
                                                 std::uint64_t seed);

/// Square of the smallest distance between two points.
double smallest_square_distance(const std::vector<std::vector<double>>& points);

/// The value of an input at `share` (0..1) of its range.
double value_at(const Input& input, double share);

}  // namespace algemeente
