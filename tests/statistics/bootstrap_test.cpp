// The bootstrap: what it draws, and how wide its intervals are.
#include "statistics/bootstrap.h"

#include "random/luck.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace algemeente {

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

}  // namespace

TEST(Bootstrap, draws_every_row_as_often_as_any_other) {
    std::vector<double> counts(10);
    std::vector<double> sums(10);
    for (std::uint64_t resample = 0; resample < 2000; ++resample) {
        draw_counts(1, resample, counts);
        EXPECT_EQ(std::accumulate(counts.begin(), counts.end(), 0.0), 10);
        for (std::size_t i = 0; i < 10; ++i) sums[i] += counts[i];
    }
    for (const double sum : sums) EXPECT_NEAR(sum, 2000, 4 * std::sqrt(2000 * 0.9));
}

TEST(Bootstrap, draws_rows_and_counts_alike) {
    std::vector<std::uint32_t> rows(50);
    std::vector<double> counts(50);
    std::vector<double> counted(50);
    draw_rows(3, 4, rows);
    draw_counts(3, 4, counts);
    for (const std::uint32_t row : rows) counted[row] += 1;
    EXPECT_EQ(counted, counts);
}

TEST(Bootstrap, draws_subsets_without_replacement) {
    std::vector<std::size_t> drawn(25);
    draw_subset(1, 0, 50, drawn);
    for (std::size_t i = 1; i < drawn.size(); ++i) EXPECT_LT(drawn[i - 1], drawn[i]);
    EXPECT_LT(drawn.back(), 50U);
}

TEST(MeanInterval, is_wider_for_few_values_and_nothing_for_one) {
    const std::vector<double> values = {1, 2, 3, 4, 5, 6, 7, 8};
    const Estimate found = mean_interval(values, {.resamples = 4000});
    EXPECT_DOUBLE_EQ(found.value, 4.5);
    // Student's t: 4.5 +- 2.365 * 2.449 / sqrt(8) = 2.45..6.55
    EXPECT_NEAR(found.low, 2.45, 0.2);
    EXPECT_NEAR(found.high, 6.55, 0.2);
    EXPECT_TRUE(std::isnan(mean_interval(std::vector<double>{3}, {}).low));
}

// Means of resamples lie between the smallest and the largest value, which hold the middle with chance 1 - 2^(1-n).
TEST(MeanInterval, of_a_level_asks_for_enough_values) {
    EXPECT_EQ(fewest_for_interval(0.95), 6U);
    EXPECT_EQ(fewest_for_interval(0.5), 2U);
    EXPECT_EQ(fewest_for_interval(0.9), 5U);
    EXPECT_TRUE(std::isnan(mean_interval(std::vector<double>{3, 4}, {}).low));
    EXPECT_TRUE(std::isnan(mean_interval(std::vector<double>{1, 2, 3, 4, 5}, {}).high));
    EXPECT_FALSE(std::isnan(mean_interval(std::vector<double>{1, 2, 3, 4, 5, 6}, {}).low));
    EXPECT_FALSE(std::isnan(mean_interval(std::vector<double>{3, 4}, {.level = 0.5}).low));
}

TEST(Bootstrap, leaves_out_what_does_not_exist) {
    const std::vector<Numbers> replicates = {{1, nothing}, {3, 5}};
    const std::array<std::size_t, 3> chosen = {0, 1, 1};
    const Numbers means = mean_numbers(replicates, chosen);
    EXPECT_NEAR(means[0], 7. / 3, 1e-12);
    EXPECT_EQ(means[1], 5);
}

TEST(Bootstrap, interval_of_a_mean_is_about_two_standard_errors_either_way) {
    std::vector<Numbers> replicates;
    for (int i = 0; i < 100; ++i) replicates.push_back({static_cast<double>(i % 10)});
    const Estimate estimate = bootstrap(
        {replicates}, [](const Means& m) { return m[0][0]; }, 1, 0);
    const double standard_error = std::sqrt(8.25 / 100);  // variance of 0..9 is 8.25
    EXPECT_NEAR(estimate.value, 4.5, 1e-12);
    EXPECT_NEAR(estimate.low, 4.5 - 1.96 * standard_error, .08);
    EXPECT_NEAR(estimate.high, 4.5 + 1.96 * standard_error, .08);
}

TEST(Bootstrap, keeps_pairs_together) {
    std::vector<Numbers> one;
    std::vector<Numbers> other;
    for (int i = 0; i < 20; ++i) {
        one.push_back({static_cast<double>(i * i)});
        other.push_back({static_cast<double>(i * i) + 1});
    }
    const Estimate difference = bootstrap(
        {one, other}, [](const Means& m) { return m[1][0] - m[0][0]; }, 1, 0);
    EXPECT_NEAR(difference.low, 1, 1e-9);
    EXPECT_NEAR(difference.high, 1, 1e-9);
}

TEST(Bootstrap, is_the_same_every_time) {
    const std::vector<Numbers> replicates = {{1}, {2}, {4}, {9}};
    const auto mean = [](const Means& m) { return m[0][0]; };
    EXPECT_EQ(bootstrap({replicates}, mean, 7, 3).low, bootstrap({replicates}, mean, 7, 3).low);
}

TEST(Bootstrap, of_many_statistics_is_that_of_each) {
    const std::vector<Numbers> replicates = {{1, 5}, {2, 3}, {4, 8}, {9, 1}};
    const auto both = [](const Means& m) { return Numbers{m[0][0], m[0][0] * m[0][1]}; };
    const std::vector<Estimate> found = bootstrap_all({replicates}, both, 7, 3, 200);
    const Estimate product = bootstrap(
        {replicates}, [](const Means& m) { return m[0][0] * m[0][1]; }, 7, 3, 200);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].value, 4);
    EXPECT_EQ(found[1].value, product.value);
    EXPECT_EQ(found[1].low, product.low);
    EXPECT_EQ(found[1].high, product.high);
    EXPECT_EQ(found[1].count, 4);
}

TEST(Bootstrap, draws_the_same_replicates_as_ever) {
    // a stored interval can be made again as long as its draws are looked up at the same place
    constexpr std::size_t count = 10;
    const Luck luck(7, 3);
    std::vector<Numbers> replicates;
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        replicates.push_back({static_cast<double>(i)});
        sum += std::floor(luck.uniform(Purpose::bootstrap, i, before_first_month, 0) * count);
    }
    const Estimate one = bootstrap(
        {replicates}, [](const Means& m) { return m[0][0]; }, 7, 3, 1);
    EXPECT_DOUBLE_EQ(one.low, one.high);
    EXPECT_DOUBLE_EQ(one.low, sum / count);
}

TEST(BootstrapSettings, that_cannot_be_are_refused) {
    EXPECT_NO_THROW(require_valid({}));
    EXPECT_THROW(require_valid({.resamples = 0}), InputError);
    EXPECT_THROW(require_valid({.level = 1}), InputError);
    EXPECT_THROW(require_valid({.level = 0}), InputError);
}

TEST(Bootstrap, HasNoLimitsWhereTooFewValuesAreBehindThem) {
    EXPECT_TRUE(std::isnan(without_limits_of_few({1, 0, 2, 5}, 0.95).low));
    EXPECT_TRUE(std::isnan(without_limits_of_few({1, 0, 2, 5}, 0.95).high));
    EXPECT_EQ(without_limits_of_few({1, 0, 2, 5}, 0.95).value, 1);
    EXPECT_EQ(without_limits_of_few({1, 0, 2, 6}, 0.95).low, 0);
    EXPECT_EQ(fewest_for_interval(bootstrap_level), 6U);
}

}  // namespace algemeente
