#include "statistics/compare.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace algemeente {
namespace {

TEST(WilsonInterval, agrees_with_the_formula_by_hand) {
    // 5 of 10, z^2 = 3.8415: middle (0.5 + 0.19207) / 1.38415 = 0.5; reach 1.96 / 1.38415 * sqrt(0.025 + 0.0096037)
    const Estimate half = wilson_interval(5, 10);
    EXPECT_NEAR(half.low, .5 - .263404, 1e-5);
    EXPECT_NEAR(half.high, .5 + .263404, 1e-5);
    // none of 20: 0 to z^2 / (20 + z^2)
    const Estimate none = wilson_interval(0, 20);
    EXPECT_NEAR(none.low, 0, 1e-12);
    EXPECT_NEAR(none.high, 3.841459 / 23.841459, 1e-6);
    EXPECT_NEAR(wilson_interval(20, 20).high, 1, 1e-12);
    EXPECT_TRUE(std::isnan(wilson_interval(0, 0).value));
}

TEST(ChanceOfMean, is_that_of_the_tables) {
    // Student's t, two-sided: 3.106 is the 1 % point at 11 degrees of freedom, 12.706 the 5 % point at one
    EXPECT_NEAR(chance_of_mean(3.106, 12), .01, 1e-5);
    EXPECT_NEAR(chance_of_mean(-12.706, 2), .05, 1e-5);
    EXPECT_DOUBLE_EQ(chance_of_mean(0, 5), 1);
    EXPECT_EQ(chance_of_mean(std::numeric_limits<double>::infinity(), 5), 0);
    EXPECT_TRUE(std::isnan(chance_of_mean(3, 1)));
}

TEST(LargestDistance, is_that_of_the_two_distributions) {
    EXPECT_DOUBLE_EQ(largest_distance({1, 2, 3}, {1, 2, 3}), 0);
    EXPECT_DOUBLE_EQ(largest_distance({1, 2}, {3, 4, 5}), 1);
    EXPECT_DOUBLE_EQ(largest_distance({1, 3}, {2, 4}), .5);            // below 1 and 2: 1/2 against 0
    EXPECT_DOUBLE_EQ(largest_distance({1, 1, 2}, {1, 2, 2}), 1. / 3);  // ties step together
}

TEST(ChanceOfDistance, is_that_of_the_tables) {
    // critical values of the limit distribution: 1.358 at 5 %, 1.628 at 1 % (Smirnov 1948, table)
    constexpr std::size_t many = 20'000'000;
    const double root = std::sqrt(many / 2.0);
    EXPECT_NEAR(chance_of_distance(1.358 / root, many, many), .05, 2e-4);
    EXPECT_NEAR(chance_of_distance(1.628 / root, many, many), .01, 1e-4);
    EXPECT_DOUBLE_EQ(chance_of_distance(0, 10, 10), 1);
    EXPECT_LT(chance_of_distance(1, 30, 30), 1e-10);
}

TEST(FalseFindRates, follow_benjamini_and_hochberg) {
    // by hand: 4 chances; sorted .01 .02 .04 .5 times 4 / rank: .04 .04 .0533 .5
    const std::vector<double> rates = false_find_rates(std::vector<double>{.5, .02, .01, .04});
    EXPECT_NEAR(rates[0], .5, 1e-12);
    EXPECT_NEAR(rates[1], .04, 1e-12);
    EXPECT_NEAR(rates[2], .04, 1e-12);
    EXPECT_NEAR(rates[3], .04 * 4 / 3, 1e-12);
}

}  // namespace
}  // namespace algemeente
