// Regression on hand-made relations whose coefficients are known.
#include "analysis/regression.h"

#include "analysis/test_functions.h"
#include "random/luck.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace algemeente::analysis {
namespace {

using namespace testing;

/// Even points in 0..1.
Eigen::MatrixXd even_points(Eigen::Index count, std::size_t inputs) {
    const std::vector<Row> rows = sobol_points(inputs, static_cast<std::size_t>(count), 1);
    Eigen::MatrixXd points(count, static_cast<Eigen::Index>(inputs));
    for (Eigen::Index i = 0; i < count; ++i)
        for (Eigen::Index j = 0; j < points.cols(); ++j)
            points(i, j) = rows[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
    return points;
}

std::vector<double> values_of(const Eigen::VectorXd& vector) {
    return {vector.begin(), vector.end()};
}

double deviation_of(const Eigen::VectorXd& v) {
    return std::sqrt((v.array() - v.mean()).square().mean());
}

}  // namespace

TEST(Regression, on_a_plane_finds_the_plane) {
    // coefficient b of an input becomes b * deviation of the input / deviation of the outcome
    const Eigen::MatrixXd x = even_points(64, 3);
    const Eigen::VectorXd y = 4 + 3 * x.col(0).array() - 2 * x.col(1).array();
    const Regression found = regression(x, values_of(y), RegressionKind::values, {.resamples = 20});
    EXPECT_NEAR(found.coefficients[0].value, 3 * deviation_of(x.col(0)) / deviation_of(y), 1e-12);
    EXPECT_NEAR(found.coefficients[1].value, -2 * deviation_of(x.col(1)) / deviation_of(y), 1e-12);
    EXPECT_NEAR(found.coefficients[2].value, 0, 1e-12);
    EXPECT_NEAR(found.r2, 1, 1e-12);
    EXPECT_EQ(found.points, 64U);
    EXPECT_FALSE(found.entangled);
}

TEST(Regression, of_one_input_is_the_correlation) {
    // by hand: x = 1..4, y = 1, 3, 2, 4 has correlation 0.8
    Eigen::MatrixXd x(4, 1);
    x << 1, 2, 3, 4;
    const Regression found = regression(x, std::vector<double>{1, 3, 2, 4}, RegressionKind::values, {});
    EXPECT_NEAR(found.coefficients[0].value, 0.8, 1e-12);
    EXPECT_NEAR(found.r2, 0.64, 1e-12);
    EXPECT_NEAR(found.adjusted_r2, 1 - 0.36 * 3 / 2, 1e-12);
}

TEST(Regression, on_ranks_sees_every_rising_relation_as_straight) {
    const Eigen::MatrixXd x = even_points(100, 2);
    const Eigen::VectorXd y = (9 * x.col(0).array()).exp();
    const Regression values = regression(x, values_of(y), RegressionKind::values, {.resamples = 20});
    const Regression ranks = regression(x, values_of(y), RegressionKind::ranks, {.resamples = 20});
    EXPECT_LT(values.r2, 0.7);
    EXPECT_NEAR(ranks.r2, 1, 1e-12);
    EXPECT_NEAR(ranks.coefficients[0].value, 1, 1e-12);
}

TEST(Regression, interval_is_as_wide_as_theory_says) {
    // one input, correlation r, normal noise: standard error of the standardised coefficient about
    // (1 - r^2) / sqrt(n) (Fisher 1915); r^2 = 1/2 here
    constexpr Eigen::Index points = 400;
    constexpr int samples = 40;
    double ratio = 0;
    for (std::uint64_t sample = 0; sample < samples; ++sample) {
        Eigen::MatrixXd x(points, 1);
        std::vector<double> y;
        const Luck luck(3, sample);
        for (Eigen::Index i = 0; i < points; ++i) {
            const Draws draw = luck.draws(Purpose::resampling, static_cast<std::uint64_t>(i), 7);
            const double radius = std::sqrt(-2 * std::log(draw[0]));
            x(i, 0) = radius * std::cos(2 * std::numbers::pi * draw[1]);
            y.push_back(x(i, 0) + radius * std::sin(2 * std::numbers::pi * draw[1]));
        }
        const Regression found = regression(x, y, RegressionKind::values, {.resamples = 200});
        ratio += found.coefficients[0].width() / (2 * 1.96 * 0.5 / std::sqrt(points)) / samples;
    }
    EXPECT_NEAR(ratio, 1, 0.05);
}

TEST(Regression, survives_what_does_not_vary_and_what_is_missing) {
    Eigen::MatrixXd x = even_points(40, 3);
    x.col(1).setConstant(0.3);
    std::vector<double> y = values_of(Eigen::VectorXd(2 * x.col(0)));
    y[5] = std::numeric_limits<double>::quiet_NaN();
    const Regression found = regression(x, y, RegressionKind::values, {.resamples = 20});
    EXPECT_EQ(found.points, 39U);
    EXPECT_FALSE(found.varies[1]);
    EXPECT_EQ(found.coefficients[1].value, 0);
    EXPECT_NEAR(found.coefficients[0].value, 1, 1e-12);

    const Regression flat = regression(x, std::vector<double>(40, 0.1), RegressionKind::values, {.resamples = 20});
    EXPECT_TRUE(flat.constant);
    EXPECT_EQ(flat.coefficients[0].value, 0);

    x.col(2) = x.col(0);
    EXPECT_TRUE(regression(x, y, RegressionKind::values, {.resamples = 20}).entangled);
}

// Columns that say the same, exactly or but for rounding errors: no coefficient of theirs means anything. That of the
// third input does, and it is the one found without the copy.
TEST(Regression, gives_no_coefficient_to_what_follows_from_other_inputs) {
    for (const double rounding : {0.0, 1e-13}) {
        Eigen::MatrixXd x = even_points(64, 3);
        const Eigen::VectorXd y = 3 * x.col(0).array() - x.col(2).array() + 0.3 * (40 * x.col(1).array()).sin();
        x.col(1) = 2 * x.col(0).array() + 1 + rounding * (1000 * x.col(2).array()).sin();
        Eigen::MatrixXd without(64, 2);
        without << x.col(0), x.col(2);
        for (const RegressionKind kind : {RegressionKind::values, RegressionKind::ranks}) {
            const Regression found = regression(x, values_of(y), kind, {.resamples = 50});
            const Regression expected = regression(without, values_of(y), kind, {.resamples = 50});
            EXPECT_TRUE(found.entangled);
            EXPECT_EQ(found.separable, (std::vector<bool>{false, false, true}));
            EXPECT_TRUE(std::isnan(found.coefficients[0].value));
            EXPECT_TRUE(std::isnan(found.coefficients[1].low));
            EXPECT_NEAR(found.coefficients[2].value, expected.coefficients[1].value, 1e-9);
            EXPECT_NEAR(found.coefficients[2].low, expected.coefficients[1].low, 1e-9);
            EXPECT_NEAR(found.r2, expected.r2, 1e-9);
        }
    }
}

// In half of the resamples of three points two inputs say the same.
TEST(Regression, intervals_do_not_come_from_resamples_that_cannot_tell_inputs_apart) {
    Eigen::MatrixXd x(5, 2);
    x << 0, 0, 1, 1, 2, 2, 3, 3, 4, 0;
    const std::vector<double> y = {0, 1.2, 1.9, 3.1, 1};
    for (const Estimate& estimate : regression(x, y, RegressionKind::values, {}).coefficients) {
        EXPECT_LT(std::abs(estimate.value), 3);
        EXPECT_LT(estimate.width(), 100);
    }
}

TEST(Regression, refuses_more_inputs_than_points) {
    EXPECT_THROW(regression(even_points(4, 3), std::vector<double>(4, 1.0), RegressionKind::values, {}), InputError);
}

}  // namespace algemeente::analysis
