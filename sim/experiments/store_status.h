// How far a store is: of a sweep, a calibration, an exploration or a search. Reads it while another program may write
// it.
#pragma once

#include "experiments/shard.h"
#include "experiments/store.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace algemeente {

enum class StoreKind : std::uint8_t { sweep, calibration, exploration, search };

struct StoreStatus {
    StoreKind kind = StoreKind::sweep;
    std::string title;
    RunCounts runs;           ///< of a sweep: `all` are those of its shard; of the others `done` alone is known
    std::int64_t points = 0;  ///< of the shard; of the others: chosen so far, of a search packages
    std::int64_t rounds = 0;  ///< of a search: that have begun
    std::int64_t complete_points = 0;  ///< of a sweep: done in all scenarios and replicates
    std::int64_t points_of_sweep = 0;  ///< of all shards
    Shard shard;
    double mean_seconds = 0;            ///< of a run that is done, on one thread; NaN without any
    double bytes = 0;                   ///< with what SQLite keeps beside it
    std::optional<std::string> writer;  ///< "process 12 on host, since ..."; nothing: it is not being written

    std::int64_t missing() const { return runs.all - runs.ended(); }
};

/// Throws InputError for what is no store.
StoreStatus status_of(const std::filesystem::path& file);

}  // namespace algemeente
