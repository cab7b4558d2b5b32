// Runs that begin at a month that was saved, that are saved on their way, or that are watched. None changes a result.
#pragma once

#include "ensemble/ensemble.h"
#include "ensemble/run_batch.h"

#include <atomic>
#include <functional>
#include <vector>

namespace algemeente {

struct RunStops {
    int begin_month = 0;
    /// The run that a job goes on with, at begin_month; nothing: every run begins in January 2015.
    std::function<ReplicateRun(const RunJob& job, const Country& country, Crew* crew)> begin;
    int keep_month = -1;  ///< as many months lie behind; -1: no run is kept
    /// Called from several threads at once.
    std::function<void(const RunJob& job, const ReplicateRun& run)> keep;
    /// Called after every month, from several threads at once (one at a time for each run).
    std::function<void(const RunJob& job, const ReplicateRun& run)> watch;
};

/// As in ensemble.h and run_batch.h.
Ensemble run_ensemble(const std::vector<Scenario>& scenarios, const EnsembleOptions& options, const RunStops& stops);
bool run_batch(const std::vector<RunJob>& jobs, const BatchOptions& options,
               const std::function<void(const FinishedRun&)>& take, const RunStops& stops);

/// Takes a run to its end. Returns an unfinished history when `cancel` was set.
History pass_months(ReplicateRun run, Crew& crew, const std::atomic<bool>* cancel,
                    const std::function<void()>& month_passed, RunProfile* profile = nullptr, int keep_month = -1,
                    const std::function<void(const ReplicateRun&)>& keep = {},
                    const std::function<void(const ReplicateRun&)>& watch = {});

}  // namespace algemeente
