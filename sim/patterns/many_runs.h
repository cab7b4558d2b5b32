// Very many runs of which only a few numbers are kept: a run is handed over and forgotten.
#pragma once

#include "netherlands/country.h"
#include "observe/history.h"
#include "scenario/scenario.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <vector>

namespace algemeente {

struct ManyRunsOptions {
    std::uint64_t seed = 1;
    int threads = 0;                                                    ///< 0: all cores. Results do not depend on it.
    bool records = true;                                                ///< keep events and the lives of projects
    const std::atomic<bool>* cancel = nullptr;                          ///< set it to stop
    std::function<void(std::int64_t done, std::int64_t all)> progress;  ///< in months; one call at a time
};

/// One scenario and how many replicates of it.
struct ManyRunsJob {
    Scenario scenario;
    int replicates = 0;
};

/// One finished run, alive during the call that hands it over.
struct FinishedRun {
    std::size_t job = 0;
    int replicate = 0;
    const Scenario& scenario;
    const Country& country;
    const History& history;
};

/// Hands every finished run to `take`, from several threads at once, in any order.
/// Returns false when it was cancelled. Throws what a run threw.
bool run_many(const std::vector<ManyRunsJob>& jobs, const ManyRunsOptions& options,
              const std::function<void(const FinishedRun&)>& take);

}  // namespace algemeente
