// The bootstrap (Efron 1979): how far an estimate would move in other samples of the same kind. Which rows a resample
// draws is looked up (Philox), so that an analysis done twice gives the same interval.
#pragma once

#include "statistics/estimate.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace algemeente {

struct BootstrapSettings {
    int resamples = 400;
    double level = 0.95;  ///< of the intervals
    std::uint64_t seed = 1;
};

/// Throws InputError unless there is at least one resample and the level lies between 0 and 1.
void require_valid(const BootstrapSettings& settings);

/// Fills `rows` with numbers of rows, drawn with replacement from as many rows, in resample number `resample`.
void draw_rows(std::uint64_t seed, std::uint64_t resample, std::span<std::uint32_t> rows);

/// How often each row is drawn in that resample; the counts sum to their number.
void draw_counts(std::uint64_t seed, std::uint64_t resample, std::span<double> counts);

/// `drawn` different rows of `count`, in rising order: a subsample without replacement.
void draw_subset(std::uint64_t seed, std::uint64_t resample, std::size_t count, std::span<std::size_t> drawn);

/// Value +- z * standard deviation (ddof 1) over the resamples, as SALib does.
Estimate normal_interval(double value, std::span<const double> resampled, double level);

/// Value +- Student's t * standard error of the mean of `parts`: estimates of independent parts of as many samples.
Estimate between_interval(double value, std::span<const double> parts, double level);

/// Quantiles of the resamples. Right for numbers that cannot be negative and the like.
Estimate percentile_interval(double value, std::span<const double> resampled, double level);

/// Fewest values of which resamples can give an interval of this level. Means of resamples lie between the smallest and
/// the largest value, and the middle of the distribution lies between those of n values with chance 1 - 2^(1-n): 6
/// values for 95 %.
std::size_t fewest_for_interval(double level);

/// The same without limits where fewer values than that are behind it (its count).
Estimate without_limits_of_few(Estimate estimate, double level);

/// Mean with an interval for few values: the percentile interval, widened as Student's t widens the normal one
/// ("expanded percentile", Hesterberg 2015, What teachers should know about the bootstrap, section 3.4).
/// NaN limits for fewer values than the level asks for.
Estimate mean_interval(std::span<const double> values, const BootstrapSettings& settings);

/// Numbers that one replicate leaves behind; every replicate leaves the same ones.
using Numbers = std::vector<double>;
/// Means over replicates, by scenario.
using Means = std::vector<Numbers>;

/// Mean of each number over the replicates chosen; a number that does not exist (NaN) in a replicate is left out.
Numbers mean_numbers(const std::vector<Numbers>& replicates, std::span<const std::size_t> chosen);
/// The same over all replicates.
Numbers mean_numbers(const std::vector<Numbers>& replicates);

inline constexpr int bootstrap_draws = 2000;
inline constexpr double bootstrap_tail = .025;  ///< left out at each end by the intervals of bootstrap_all
inline constexpr double bootstrap_level = 1 - 2 * bootstrap_tail;

/// Resamples replicates (with replacement; the same ones in every scenario, so that pairs stay pairs) and gives each of
/// `statistics`, functions of the means per scenario, with its 2.5th and 97.5th percentile. `samples`:
/// [scenario][replicate]. `stream` tells one bootstrap from another.
std::vector<Estimate> bootstrap_all(const std::vector<std::vector<Numbers>>& samples,
                                    const std::function<Numbers(const Means&)>& statistics, std::uint64_t seed,
                                    std::uint64_t stream, int draws = bootstrap_draws);

/// The same of one statistic.
Estimate bootstrap(const std::vector<std::vector<Numbers>>& samples,
                   const std::function<double(const Means&)>& statistic, std::uint64_t seed, std::uint64_t stream,
                   int draws = bootstrap_draws);

}  // namespace algemeente
