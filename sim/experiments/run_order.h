// In which order a sweep runs its points, so that what an interrupted one has done can be compared and analysed.
#pragma once

#include "experiments/experiment.h"

#include <cstdint>

namespace algemeente {

/// A step is one point of the design, in every scenario and every replicate: after any number of steps all scenarios
/// have been run at the same points. Numbers of points and runs, and with them seeds and results, do not depend on it.
///   lhs, sobol        the order of the design: its beginning is spread over the space already
///   saltelli          base point by base point, one of every randomisation in turn, each with its whole block
///   morris            trajectory by trajectory
///   factorial, list   with a stride near the golden section, so that the steps jump through the whole list evenly
class RunOrder {
public:
    explicit RunOrder(const Experiment& experiment);

    std::int64_t steps() const { return steps_; }
    /// Which point of the design comes at this step: every point at exactly one.
    std::int64_t point_at(std::int64_t step) const;

private:
    std::int64_t steps_ = 0;
    std::int64_t stride_ = 1;
    std::int64_t parts_ = 1;  ///< randomisations of saltelli, else 1
    std::int64_t block_ = 1;  ///< points that belong together
};

}  // namespace algemeente
