#include "patterns/bootstrap.h"

#include "statistics/summary.h"

#include <cmath>
#include <limits>
#include <numeric>

namespace algemeente {

Numbers mean_numbers(const std::vector<Numbers>& replicates, std::span<const std::size_t> chosen) {
    if (replicates.empty()) return {};
    const std::size_t count = replicates.front().size();
    Numbers sums(count, 0.0);
    std::vector<int> known(count, 0);
    for (const std::size_t replicate : chosen) {
        const Numbers& numbers = replicates[replicate];
        for (std::size_t i = 0; i < count; ++i) {
            if (std::isnan(numbers[i])) continue;
            sums[i] += numbers[i];
            ++known[i];
        }
    }
    for (std::size_t i = 0; i < count; ++i)
        sums[i] = known[i] > 0 ? sums[i] / known[i] : std::numeric_limits<double>::quiet_NaN();
    return sums;
}

Estimate bootstrap(const std::vector<std::vector<Numbers>>& samples,
                   const std::function<double(const std::vector<Numbers>&)>& statistic, std::uint64_t seed,
                   std::uint64_t stream, int draws) {
    const std::size_t count = samples.front().size();
    const auto value_of = [&](std::span<const std::size_t> chosen) {
        std::vector<Numbers> means;
        means.reserve(samples.size());
        for (const std::vector<Numbers>& replicates : samples) means.push_back(mean_numbers(replicates, chosen));
        return statistic(means);
    };
    std::vector<std::size_t> chosen(count);
    std::iota(chosen.begin(), chosen.end(), std::size_t{0});
    Estimate estimate;
    estimate.replicates = static_cast<int>(count);
    estimate.value = value_of(chosen);

    std::vector<double> values;
    const Luck luck(seed, stream);
    for (int draw = 0; draw < draws; ++draw) {
        for (std::size_t i = 0; i < count; ++i) {
            const double uniform =
                luck.uniform(Purpose::bootstrap, i, before_first_month, static_cast<std::uint32_t>(draw));
            chosen[i] = static_cast<std::size_t>(uniform * static_cast<double>(count));
        }
        values.push_back(value_of(chosen));
    }
    const std::vector<double> sorted = sorted_known(values);
    estimate.low = quantile_of_sorted(sorted, .025);
    estimate.high = quantile_of_sorted(sorted, .975);
    return estimate;
}

}  // namespace algemeente
