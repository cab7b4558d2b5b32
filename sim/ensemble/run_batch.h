// One engine for many runs: a list of jobs goes in, every finished run is handed over.
//
// Ensembles, patterns, the gap, the influence of factors and draws of the assumptions are lists of jobs. Two things are
// not, and only choose the next job themselves, around the same loop (threads/side_by_side.h) and the same run
// (ReplicateRun): a sweep (experiments/workforce.h) has more jobs than a list should hold, goes on after a run that
// failed, and may run on other machines; the window (viewer/ensemble/ensemble_service.h) changes its mind while it
// runs.
#pragma once

#include "netherlands/country.h"
#include "observe/history.h"
#include "scenario/scenario.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace algemeente {

/// One run that is to be done, in the country that its scenario names: a real one is made once for all jobs that need
/// the same, a synthetic one is drawn for each replicate.
struct RunJob {
    std::shared_ptr<const Scenario> scenario;
    int replicate = 0;
    bool keep_events = false;  ///< events, and the lives of projects
    std::size_t variant = 0;   ///< which of the caller's scenarios it is
};

struct BatchOptions {
    std::uint64_t seed = 1;
    int threads = 0;                            ///< 0: all cores. Results do not depend on it.
    const std::atomic<bool>* cancel = nullptr;  ///< set it to stop
    std::function<void(std::int64_t done_months, std::int64_t all_months)>
        progress;  ///< called from workers, one at a time
};

/// A run, alive during the call that hands it over.
struct FinishedRun {
    const RunJob& job;
    const Scenario& scenario;
    const Country& country;
    History& history;  ///< may be moved away
};

/// Does the jobs, in the order given as far as threads are free, and hands every finished run to `take`: from several
/// threads at once, in any order. Threads that find no job help inside a run. Returns whether all jobs were done; a run
/// that was cancelled half-way is not handed over. Throws what a run or `take` threw first, after the others ended.
bool run_batch(const std::vector<RunJob>& jobs, const BatchOptions& options,
               const std::function<void(const FinishedRun&)>& take);

/// A scenario and how many replicates of it.
struct Variant {
    Scenario scenario;
    int replicates = 0;
};

/// Jobs replicate by replicate, so that what a cancelled batch has finished is complete in all variants.
std::vector<RunJob> jobs_of(const std::vector<Variant>& variants, bool keep_events);

/// What `read` makes of every run, [variant][replicate]. Nothing at all when the batch was cancelled.
template <typename Read>
auto read_variants(const std::vector<Variant>& variants, bool keep_events, const BatchOptions& options,
                   const Read& read) {
    using Value = std::invoke_result_t<const Read&, const FinishedRun&>;
    std::vector<std::vector<Value>> values;
    for (const Variant& variant : variants) values.emplace_back(static_cast<std::size_t>(variant.replicates));
    const bool done = run_batch(jobs_of(variants, keep_events), options, [&](const FinishedRun& run) {
        values[run.job.variant][static_cast<std::size_t>(run.job.replicate)] = read(run);
    });
    if (!done) values.clear();
    return values;
}

}  // namespace algemeente
