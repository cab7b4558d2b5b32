// The model as a sweep sees it: a task goes in, the numbers that are kept come out.
#pragma once

#include "experiments/experiment.h"
#include "experiments/run_record.h"
#include "netherlands/country.h"

#include <atomic>
#include <vector>

namespace algemeente {

class ModelRunner {
public:
    /// Reads the country once. `timeout_seconds`: 0 is none; looked at after every month of a run.
    ModelRunner(const Experiment& experiment, double timeout_seconds);

    /// Safe to call from many threads at once.
    RunRecord run(const RunTask& task, const std::atomic<bool>& cancel) const;

private:
    const Experiment& experiment_;
    double timeout_seconds_;
    std::vector<Country> countries_;  ///< per scenario; empty where every run has its own
};

}  // namespace algemeente
