// The model as an exploration sees it: a point of the cube of assumptions goes in, results come out.
#pragma once

#include "experiments/run_record.h"
#include "exploration/exploration.h"
#include "netherlands/country_of.h"

#include <atomic>

namespace algemeente {

/// Every run has luck of its own (RunTask::replicate is its number among all runs), as in a calibration.
class ExplorationRunner {
public:
    /// `exploration` must outlive it.
    explicit ExplorationRunner(const Exploration& exploration);

    /// `task.values`: a point of the unit cube. The outcomes are all explored_results(), in their order. Safe to call
    /// from many threads at once.
    RunRecord run(const RunTask& task, const std::atomic<bool>& cancel) const;

private:
    const Exploration& exploration_;
    std::vector<PriorDimension> dimensions_;
    mutable Countries countries_;
};

}  // namespace algemeente
