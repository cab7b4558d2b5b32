// A sweep: gives the runs that a store lacks to a workforce and keeps what comes back.
#pragma once

#include "experiments/store.h"
#include "experiments/workforce.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>

namespace algemeente {

struct SweepProgress {
    std::function<void(std::int64_t ended, std::int64_t all)> report;  ///< called now and then, from one thread
    std::function<void(const RunRecord& record)> trouble;              ///< a run failed or took too long
};

/// Runs what the store lacks, in the order of the runs. Everything that has ended is durable a fifth of a second
/// later. Returns early, with what had ended kept, when `cancel` is set. Memory does not grow with the runs.
RunCounts run_sweep(Store& store, Workforce& workforce, const std::atomic<bool>& cancel, const SweepProgress& progress);

/// Makes the store of `experiment`, or checks that the one that is there is of the same experiment. Throws
/// InputError otherwise.
void prepare_store(const std::filesystem::path& file, const Experiment& experiment);

/// Empty when this program gives the same as the one that began the store, by repeating one run when their commits
/// differ; else what is wrong.
std::string problem_with_version(Store& store, const RunModel& model);

}  // namespace algemeente
