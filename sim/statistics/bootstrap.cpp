#include "statistics/bootstrap.h"

#include "random/luck.h"
#include "statistics/summary.h"
#include "text/error.h"

#include <fmt/format.h>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace algemeente {

namespace {

constexpr double not_known = std::numeric_limits<double>::quiet_NaN();

/// Calls `take(position, row)` for as many draws as there are rows.
template <typename Take>
void for_each_draw(std::uint64_t seed, std::uint64_t resample, std::size_t count, Take take) {
    const Luck luck(seed, resample);
    for (std::size_t position = 0; position < count; position += 4) {
        const PhiloxBlock block = luck.words(Purpose::resampling, position / 4, before_first_month);
        for (std::size_t i = 0; i < std::min<std::size_t>(4, count - position); ++i)
            take(position + i, static_cast<std::size_t>((std::uint64_t{block[i]} * count) >> 32U));
    }
}

/// Draws as many replicates as there are, with replacement.
void draw_replicates(const Luck& luck, int draw, std::span<std::size_t> chosen) {
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const double uniform =
            luck.uniform(Purpose::bootstrap, i, before_first_month, static_cast<std::uint32_t>(draw));
        chosen[i] = static_cast<std::size_t>(uniform * static_cast<double>(chosen.size()));
    }
}

Estimate quantile_interval(double value, std::span<const double> resampled, double tail) {
    const std::vector<double> sorted = sorted_known(resampled);
    return {value, quantile_of_sorted(sorted, tail), quantile_of_sorted(sorted, 1 - tail)};
}

}  // namespace

void require_valid(const BootstrapSettings& settings) {
    if (settings.resamples < 1)
        throw InputError(fmt::format("resamples: {} is too few; expected at least 1", settings.resamples));
    if (!(settings.level > 0 && settings.level < 1))
        throw InputError(fmt::format("level: {} is not between 0 and 1; 0.95 is usual", settings.level));
}

void draw_rows(std::uint64_t seed, std::uint64_t resample, std::span<std::uint32_t> rows) {
    for_each_draw(seed, resample, rows.size(),
                  [rows](std::size_t position, std::size_t row) { rows[position] = static_cast<std::uint32_t>(row); });
}

void draw_counts(std::uint64_t seed, std::uint64_t resample, std::span<double> counts) {
    std::fill(counts.begin(), counts.end(), 0.0);
    for_each_draw(seed, resample, counts.size(), [counts](std::size_t, std::size_t row) { counts[row] += 1; });
}

void draw_subset(std::uint64_t seed, std::uint64_t resample, std::size_t count, std::span<std::size_t> drawn) {
    // everybody gets a random number; the lowest are drawn
    const Luck luck(seed, resample);
    std::vector<std::pair<double, std::size_t>> order;
    order.reserve(count);
    for (std::size_t row = 0; row < count; ++row)
        order.emplace_back(luck.uniform(Purpose::resampling, row, before_first_month, 1), row);
    std::sort(order.begin(), order.end());
    for (std::size_t i = 0; i < drawn.size(); ++i) drawn[i] = order[i].second;
    std::sort(drawn.begin(), drawn.end());
}

Estimate normal_interval(double value, std::span<const double> resampled, double level) {
    const double half_width =
        boost::math::quantile(boost::math::normal(), 0.5 + level / 2) * std::sqrt(variance_of(resampled));
    return {value, value - half_width, value + half_width};
}

Estimate between_interval(double value, std::span<const double> parts, double level) {
    if (parts.size() < 2) return {value, not_known, not_known};
    const auto count = static_cast<double>(parts.size());
    const double half_width = boost::math::quantile(boost::math::students_t(count - 1), 0.5 + level / 2) *
                              std::sqrt(variance_of(parts)) / std::sqrt(count);
    return {value, value - half_width, value + half_width};
}

Estimate percentile_interval(double value, std::span<const double> resampled, double level) {
    return quantile_interval(value, resampled, (1 - level) / 2);
}

std::size_t fewest_for_interval(double level) {
    std::size_t count = 2;
    while (1 - std::exp2(1 - static_cast<double>(count)) < level) ++count;
    return count;
}

Estimate without_limits_of_few(Estimate estimate, double level) {
    if (static_cast<std::size_t>(std::max(0, estimate.count)) < fewest_for_interval(level))
        estimate.low = estimate.high = not_known;
    return estimate;
}

Estimate mean_interval(std::span<const double> values, const BootstrapSettings& settings) {
    const double mean = mean_of(values);
    if (values.size() < fewest_for_interval(settings.level)) return {mean, not_known, not_known};
    std::vector<double> means(static_cast<std::size_t>(settings.resamples));
    for (std::size_t resample = 0; resample < means.size(); ++resample) {
        double sum = 0;
        for_each_draw(settings.seed, resample, values.size(),
                      [&](std::size_t, std::size_t row) { sum += values[row]; });
        means[resample] = sum / static_cast<double>(values.size());
    }
    const auto count = static_cast<double>(values.size());
    const double reach = std::sqrt(count / (count - 1)) *
                         boost::math::quantile(boost::math::students_t(count - 1), 0.5 + settings.level / 2);
    return quantile_interval(mean, means, boost::math::cdf(boost::math::normal(), -reach));
}

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
    for (std::size_t i = 0; i < count; ++i) sums[i] = known[i] > 0 ? sums[i] / known[i] : not_known;
    return sums;
}

Numbers mean_numbers(const std::vector<Numbers>& replicates) {
    std::vector<std::size_t> every(replicates.size());
    std::iota(every.begin(), every.end(), std::size_t{0});
    return mean_numbers(replicates, every);
}

std::vector<Estimate> bootstrap_all(const std::vector<std::vector<Numbers>>& samples,
                                    const std::function<Numbers(const Means&)>& statistics, std::uint64_t seed,
                                    std::uint64_t stream, int draws) {
    const auto statistics_over = [&](std::span<const std::size_t> chosen) {
        Means means;
        means.reserve(samples.size());
        for (const std::vector<Numbers>& replicates : samples) means.push_back(mean_numbers(replicates, chosen));
        return statistics(means);
    };
    std::vector<std::size_t> chosen(samples.front().size());
    std::iota(chosen.begin(), chosen.end(), std::size_t{0});
    const Numbers values = statistics_over(chosen);

    std::vector<std::vector<double>> resampled(values.size());
    const Luck luck(seed, stream);
    for (int draw = 0; draw < draws; ++draw) {
        draw_replicates(luck, draw, chosen);
        const Numbers again = statistics_over(chosen);
        for (std::size_t i = 0; i < values.size(); ++i) resampled[i].push_back(again[i]);
    }
    std::vector<Estimate> estimates;
    for (std::size_t i = 0; i < values.size(); ++i) {
        estimates.push_back(quantile_interval(values[i], resampled[i], bootstrap_tail));
        estimates.back().count = static_cast<int>(chosen.size());
    }
    return estimates;
}

Estimate bootstrap(const std::vector<std::vector<Numbers>>& samples,
                   const std::function<double(const Means&)>& statistic, std::uint64_t seed, std::uint64_t stream,
                   int draws) {
    const auto alone = [&statistic](const Means& means) { return Numbers{statistic(means)}; };
    return bootstrap_all(samples, alone, seed, stream, draws).front();
}

}  // namespace algemeente
