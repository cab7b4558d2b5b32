// Designs: which points an experiment visits.
#pragma once

#include "experiments/experiment.h"

#include <cstdint>
#include <functional>
#include <span>

namespace algemeente {

using PointSink = std::function<void(std::span<const double> point)>;

/// A row of the table of designs: whoever adds one adds it to DesignKind, gives it a row in design.cpp, and, if it has
/// keys of its own, rows in design_options.cpp.
struct DesignInfo {
    DesignKind kind = DesignKind::factorial;
    std::string_view word;                               ///< in experiment files
    std::span<const std::string_view> keys;              ///< of experiment files that not every design knows
    int fewest_samples = 0;                              ///< 0: its points are not counted in samples
    std::int64_t (*count)(const Experiment&) = nullptr;  ///< of points in one scenario
    void (*make)(const Experiment&, const PointSink&) = nullptr;
    bool groups = false;    ///< inputs of a group move together
    int fewest_values = 1;  ///< of an input that has a list of values
    /// Its points are a sample, in which inputs may go together; others need inputs that are independent.
    bool is_sample = false;
};

/// In the order of DesignKind.
std::span<const DesignInfo> designs();
const DesignInfo& design_info(DesignKind design);

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

/// The value of an input at `share` (0..1) of its range, or of what its shape makes of it.
double value_at(const Input& input, double share);

}  // namespace algemeente
