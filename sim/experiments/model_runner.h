// The model as a sweep sees it: a task goes in, the numbers that are kept come out.
#pragma once

#include "experiments/experiment.h"
#include "experiments/run_record.h"
#include "netherlands/country_of.h"

#include <atomic>

namespace algemeente {

/// The replicate whose luck a run meets: its own, or a number of its point and replicate (Experiment::luck), the same
/// in all scenarios.
int luck_number(const Experiment& experiment, const RunTask& task);

class ModelRunner {
public:
    /// Makes the countries of the scenarios, so that a mistake in one is found before any run. `timeout_seconds`: 0 is
    /// none; looked at after every month of a run.
    ModelRunner(const Experiment& experiment, double timeout_seconds);

    /// Safe to call from many threads at once.
    RunRecord run(const RunTask& task, const std::atomic<bool>& cancel) const;

private:
    const Experiment& experiment_;
    double timeout_seconds_;
    mutable Countries countries_;
};

}  // namespace algemeente
