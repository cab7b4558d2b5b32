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

/// Runs what the store lacks, point by point (see RunOrder). Everything that has ended is durable a fifth of a second
/// later, and in the store's own file, for whoever copies it, within two seconds. Returns early, with what had ended
/// kept, when `cancel` is set. Memory does not grow with the runs. Throws InputError
/// when the data of the country have changed meanwhile.
RunCounts run_sweep(Store& store, Workforce& workforce, const std::atomic<bool>& cancel, const SweepProgress& progress);

/// Makes the store of `experiment`, or of a shard of it, or checks that the one that is there is of the same and was
/// run on the same data. Returns its lock, which is taken before all else. Throws InputError otherwise.
StoreLock prepare_store(const std::filesystem::path& file, const Experiment& experiment, const Shard& shard = {});

/// Whether the program that runs may go on with the store; what is wrong, or nothing. It may when it is the same build
/// as the last one, or `other_allowed`, and then only if it repeats a run of the store to the last bit. A program that
/// goes on is written down in the store.
std::string problem_with_program(Store& store, const RunModel& model, bool other_allowed);

}  // namespace algemeente
