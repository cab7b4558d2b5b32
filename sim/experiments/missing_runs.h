// What a store lacks: points and runs that an analysis of it would not see.
#pragma once

#include "experiments/store.h"

#include <cstdint>
#include <filesystem>

namespace algemeente {

struct Completeness {
    std::int64_t points = 0;           ///< of the design
    std::int64_t complete_points = 0;  ///< done in every scenario and every replicate
    RunCounts runs;
    bool complete() const { return runs.done == runs.all; }
};

Completeness completeness_of(Store& store);

/// A row per point and scenario in which a run is missing: point, scenario, runs (wanted), done, failed, timeout,
/// not_run. Only the header when nothing is missing.
void write_missing(Store& store, const std::filesystem::path& file);

}  // namespace algemeente
