#include "random/distributions.h"

#include "random/luck.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace algemeente {
namespace {

struct Moments {
    double mean;
    double variance;
};

template <typename Draw>
Moments moments_of(int draws, Draw draw) {
    const Luck luck(11, 0);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; ++i) {
        const double value = draw(luck.uniform(Purpose::idea_count, static_cast<std::uint64_t>(i), 0));
        sum += value;
        squares += value * value;
    }
    const double mean = sum / draws;
    return {mean, squares / draws - mean * mean};
}

/// Probability below z, from the C library in extended precision.
long double normal_probability(long double z) {
    return 0.5L * std::erfc(-z / std::sqrt(2.0L));
}

/// The exact quantile, by Newton's steps from a near one.
double exact_quantile(double probability, double near) {
    long double z = near;
    for (int step = 0; step < 4; ++step) {
        const long double density = std::exp(-z * z / 2) / std::sqrt(2 * std::acos(-1.0L));
        z -= (normal_probability(z) - static_cast<long double>(probability)) / density;
    }
    return static_cast<double>(z);
}

TEST(StandardNormal, meets_the_known_quantiles) {
    const std::pair<double, double> known[] = {{0.5, 0.0},
                                               {0.6, 0.2533471031357997},
                                               {0.8413447460685429, 1.0},
                                               {0.9, 1.2815515655446004},
                                               {0.95, 1.6448536269514722},
                                               {0.975, 1.959963984540054},
                                               {0.99, 2.3263478740408408},
                                               {0.995, 2.5758293035489004},
                                               {0.999, 3.090232306167813}};
    for (const auto& [probability, quantile] : known) {
        EXPECT_NEAR(standard_normal(probability), quantile, 1.2e-9 * quantile) << probability;
        EXPECT_NEAR(standard_normal(1 - probability), -quantile, 1.2e-9 * quantile) << 1 - probability;
    }
}

TEST(StandardNormal, errs_less_than_its_docstring_says) {
    double worst_absolute = 0;
    double worst_relative = 0;
    const double smallest = unit_interval(0);
    for (int i = 0; i < 40'000; ++i) {
        const double probability = smallest * std::pow(0.5 / smallest, i / 40'000.0);
        const double value = standard_normal(probability);
        const double exact = exact_quantile(probability, value);
        worst_absolute = std::max(worst_absolute, std::abs(value - exact));
        worst_relative = std::max(worst_relative, std::abs(value / exact - 1));
    }
    EXPECT_LT(worst_absolute, 6e-9);
    EXPECT_LT(worst_relative, 1.2e-9);
}

TEST(StandardNormal, rises_with_the_draw) {
    double previous = standard_normal(unit_interval(0));
    for (std::uint32_t word = 1U << 12U; word != 0; word += 1U << 12U) {
        const double value = standard_normal(unit_interval(word));
        ASSERT_GT(value, previous) << word;
        previous = value;
    }
}

TEST(StandardNormal, has_mean_zero_and_variance_one) {
    const Moments moments = moments_of(200'000, [](double uniform) { return standard_normal(uniform); });
    EXPECT_NEAR(moments.mean, 0, 0.01);
    EXPECT_NEAR(moments.variance, 1, 0.015);
}

TEST(ClippedNormal, stays_inside_its_limits) {
    EXPECT_EQ(clipped_normal(0.001, 0.5, 0.2, 0.1, 0.9), 0.1);
    EXPECT_EQ(clipped_normal(0.999, 0.5, 0.2, 0.1, 0.9), 0.9);
    EXPECT_EQ(clipped_normal(0.5, 0.5, 0.2, 0.1, 0.9), 0.5);
    EXPECT_EQ(clipped_normal(0.3, 0.5, 0.0, 0.1, 0.9), 0.5);
}

TEST(Poisson, has_its_mean_as_mean_and_as_variance) {
    for (const double mean : {0.02, 0.3, 1.0, 5.0, 40.0, 300.0}) {
        const int draws = 100'000;
        const Moments moments = moments_of(draws, [&](double uniform) { return poisson(uniform, mean); });
        // four standard errors
        EXPECT_NEAR(moments.mean, mean, 4 * std::sqrt(mean / draws)) << mean;
        EXPECT_NEAR(moments.variance, mean, 4 * std::sqrt((mean + 2 * mean * mean) / draws)) << mean;
    }
}

TEST(Poisson, gives_none_with_the_right_chance) {
    EXPECT_EQ(poisson(std::exp(-0.5) - 1e-9, 0.5), 0);
    EXPECT_EQ(poisson(std::exp(-0.5) + 1e-9, 0.5), 1);
}

TEST(Poisson, gives_the_same_or_a_higher_count_for_a_higher_mean_with_the_same_luck) {
    const Luck luck(1, 0);
    for (std::uint64_t who = 0; who < 300; ++who) {
        const double uniform = luck.uniform(Purpose::media_stories, who, 0);
        int previous = 0;
        for (int i = 0; i <= 500; ++i) {
            const int count = poisson(uniform, i * 0.05);
            ASSERT_GE(count, previous) << "mean " << i * 0.05 << ", draw " << uniform;
            previous = count;
        }
    }
}

TEST(Poisson, is_nothing_without_a_rate_and_finite_with_any) {
    EXPECT_EQ(poisson(0.999, 0.0), 0);
    EXPECT_EQ(poisson(0.999, -1.0), 0);
    EXPECT_EQ(poisson(0.5, 700.0), poisson(0.5, 1e9));
    EXPECT_LT(poisson(unit_interval(0xffffffff), 1e9), 1000);
    EXPECT_LT(poisson(unit_interval(0xffffffff), 0.1), 20);
}

TEST(WholeNumber, meets_every_number_about_equally_often_and_no_other) {
    const Luck luck(5, 0);
    std::vector<int> counts(6);
    for (std::uint64_t who = 0; who < 60'000; ++who) {
        const int number = whole_number(luck.uniform(Purpose::idea_choice, who, 0), 3, 8);
        ASSERT_GE(number, 3);
        ASSERT_LE(number, 8);
        ++counts[static_cast<std::size_t>(number - 3)];
    }
    for (const int count : counts) EXPECT_NEAR(count, 10'000, 400);
}

TEST(WholeNumber, reaches_both_ends) {
    EXPECT_EQ(whole_number(unit_interval(0), -2, 2), -2);
    EXPECT_EQ(whole_number(unit_interval(0xffffffff), -2, 2), 2);
    EXPECT_EQ(whole_number(0.7, 4, 4), 4);
}

}  // namespace
TEST(WeightedPosition, follows_the_weights_and_skips_what_has_none) {
    const std::vector<double> weights = {0, 1, 0, 3, 0};
    EXPECT_EQ(weighted_position(0, weights), 1U);
    EXPECT_EQ(weighted_position(.2499, weights), 1U);
    EXPECT_EQ(weighted_position(.25, weights), 3U);
    EXPECT_EQ(weighted_position(1, weights), 3U) << "never beyond the last that has a weight";
    EXPECT_EQ(weighted_position(.5, std::vector<double>{0, 0}), 0U);
}

}  // namespace algemeente
