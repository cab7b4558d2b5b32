// How sure a statistic of a few replicates is: percentiles over resampled replicates, drawn by key.
#pragma once

#include "random/luck.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace algemeente {

/// Numbers that one run leaves behind, in an order that its pattern knows.
using Numbers = std::vector<double>;

/// Mean of each number over the replicates chosen; a number that does not exist (NaN) in a replicate is left out.
Numbers mean_numbers(const std::vector<Numbers>& replicates, std::span<const std::size_t> chosen);

/// An estimate with its 95 % interval.
struct Estimate {
    double value = 0;
    double low = 0;
    double high = 0;
    int replicates = 0;
};

inline constexpr int bootstrap_draws = 2000;

/// Resamples replicates (with replacement; the same ones in every scenario, so that pairs stay pairs) and gives the
/// 2.5th and 97.5th percentile of `statistic`, a function of the means per scenario. `samples`: [scenario][replicate].
/// `stream` tells one bootstrap from another.
Estimate bootstrap(const std::vector<std::vector<Numbers>>& samples,
                   const std::function<double(const std::vector<Numbers>&)>& statistic, std::uint64_t seed,
                   std::uint64_t stream, int draws = bootstrap_draws);

}  // namespace algemeente
