// The bootstrap (Efron 1979): how far an estimate would move in other samples of the same kind. Which rows a resample
// draws is looked up (Philox), so that an analysis done twice gives the same interval.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace algemeente::analysis {

struct BootstrapSettings {
    int resamples = 400;
    double level = 0.95;  ///< of the intervals
    std::uint64_t seed = 1;
};

/// Throws InputError unless there is at least one resample and the level lies between 0 and 1.
void check(const BootstrapSettings& settings);

/// A number with the limits between which it may well lie.
struct Estimate {
    double value = 0;
    double low = 0;
    double high = 0;

    double width() const { return high - low; }
};

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

/// Mean with an interval for few values: the percentile interval, widened as Student's t widens the normal one
/// ("expanded percentile", Hesterberg 2015, What teachers should know about the bootstrap, section 3.4).
/// NaN limits for fewer than two values.
Estimate mean_interval(std::span<const double> values, const BootstrapSettings& settings);

}  // namespace algemeente::analysis
