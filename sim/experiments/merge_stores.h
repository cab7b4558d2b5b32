// Stores of parts of one sweep, put together.
#pragma once

#include "experiments/store.h"

#include <filesystem>
#include <vector>

namespace algemeente {

struct Merged {
    std::int64_t copied = 0;  ///< runs that came from the parts, each once
    RunCounts counts;         ///< of the store that was made
};

/// Makes `file` from the runs of `parts`, as one sweep would have left it. Throws InputError when `file` is there, when
/// the parts are of different experiments, were made by different builds or with different data, and when two of them
/// have another result for the same run.
Merged merge_stores(const std::vector<std::filesystem::path>& parts, const std::filesystem::path& file);

}  // namespace algemeente
