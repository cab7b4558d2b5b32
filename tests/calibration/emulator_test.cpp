// An emulator of functions that are known: mean, spread, and what it does not know.
#include "calibration/emulator.h"

#include "random/design_luck.h"
#include "statistics/ranks.h"

#include <gtest/gtest.h>

#include <cmath>

namespace algemeente {

namespace {

constexpr std::size_t inputs = 60;

Rows points_of_chance(std::size_t count, std::uint64_t seed) {
    const DesignLuck luck(seed);
    Rows rows(count, inputs);
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j < inputs; ++j)
            rows[i][j] = luck.uniform(DesignPurpose::candidate, i, static_cast<std::uint32_t>(j));
    return rows;
}

/// Linear, with a square, a product, and luck that grows with the mean.
double truth(std::span<const double> point) {
    return 2 * point[3] + point[10] - 1.5 * point[20] + 2 * point[3] * point[20] + 1.5 * point[30] * point[30];
}

double luck_spread(double mean) {
    return .05 * std::exp(.5 * mean);
}

/// Roughly normal, mean 0 and variance 1: twelve uniform numbers.
double noise(std::size_t i, std::uint64_t seed) {
    const DesignLuck luck(seed);
    double sum = -6;
    for (std::uint32_t k = 0; k < 12; ++k) sum += luck.uniform(DesignPurpose::candidate_choice, i, k);
    return sum;
}

std::vector<double> runs_at(const Rows& points, std::uint64_t seed) {
    std::vector<double> values;
    for (std::size_t i = 0; i < points.count(); ++i) {
        const double mean = truth(points[i]);
        values.push_back(mean + luck_spread(mean) * noise(i, seed));
    }
    return values;
}

}  // namespace

TEST(Emulator, predicts_what_it_has_not_seen) {
    const Rows points = points_of_chance(1500, 1);
    const Emulator emulator(points, runs_at(points, 2));
    ASSERT_TRUE(emulator.is_fitted());
    EXPECT_GT(emulator.predicted_share(), .95);
    const Rows unseen = points_of_chance(400, 3);
    double off = 0;
    double luck = 0;
    for (std::size_t i = 0; i < unseen.count(); ++i) {
        off += std::pow(emulator.at(unseen[i]).mean - truth(unseen[i]), 2);
        luck += std::pow(luck_spread(truth(unseen[i])), 2);
    }
    EXPECT_LT(off, luck);  // nearer to the truth than a run at the very point
}

TEST(Emulator, covers_95_percent_of_unseen_runs_and_knows_where_luck_is_larger) {
    const Rows points = points_of_chance(1500, 1);
    const Emulator emulator(points, runs_at(points, 2));
    const Rows unseen = points_of_chance(2000, 3);
    const std::vector<double> runs = runs_at(unseen, 4);
    int covered = 0;
    double low = 0, high = 0;  // variance where the mean is small and large
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const Prediction prediction = emulator.at(unseen[i]);
        covered += std::abs(runs[i] - prediction.mean) <= 1.96 * std::sqrt(prediction.variance) ? 1 : 0;
        if (truth(unseen[i]) < 1) low = prediction.variance;
        if (truth(unseen[i]) > 3) high = prediction.variance;
    }
    EXPECT_GT(covered, 2000 * .92);  // three standard errors are 1.5 %
    EXPECT_LT(covered, 2000 * .98);
    EXPECT_GT(high, 2 * low);
}

TEST(Emulator, chooses_the_inputs_that_matter) {
    const Rows points = points_of_chance(1500, 1);
    const Emulator emulator(points, runs_at(points, 2));
    const std::vector<std::size_t>& chosen = emulator.chosen();
    for (const std::size_t input : {3U, 10U, 20U, 30U})
        EXPECT_NE(std::find(chosen.begin(), chosen.end(), input), chosen.end()) << input;
}

TEST(Emulator, leaves_out_runs_whose_value_does_not_exist) {
    const Rows points = points_of_chance(1500, 1);
    std::vector<double> values = runs_at(points, 2);
    for (std::size_t i = 0; i < values.size(); i += 7) values[i] = std::nan("");
    const Emulator emulator(points, values);
    EXPECT_GT(emulator.predicted_share(), .95);
}

TEST(Emulator, is_not_fitted_to_too_few_values_or_to_equal_ones) {
    const Rows few = points_of_chance(40, 1);
    EXPECT_FALSE(Emulator(few, runs_at(few, 2)).is_fitted());
    const Rows points = points_of_chance(200, 1);
    EXPECT_FALSE(Emulator(points, std::vector<double>(200, 3.0)).is_fitted());
}

TEST(Emulator, says_that_it_predicts_nothing_of_luck_alone) {
    const Rows points = points_of_chance(800, 1);
    std::vector<double> values;
    for (std::size_t i = 0; i < 800; ++i) values.push_back(noise(i, 9));
    const Emulator emulator(points, values);
    EXPECT_LT(std::abs(emulator.predicted_share()), .1);
    double variance = 0;
    for (std::size_t i = 0; i < 100; ++i) variance += emulator.at(points[i]).variance / 100;
    EXPECT_NEAR(variance, 1, .35);  // that of the luck: three standard errors of 160 squares are .34
}

}  // namespace algemeente
