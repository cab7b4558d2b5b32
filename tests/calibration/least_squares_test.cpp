#include "calibration/least_squares.h"

#include "random/design_luck.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace algemeente {

namespace {

/// Columns of mean 0 and variance 1, with numbers of chance.
Rows columns_of_chance(std::size_t count, std::size_t width) {
    const DesignLuck luck(5);
    Rows rows(count, width);
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j < width; ++j)
            rows[i][j] =
                (2 * luck.uniform(DesignPurpose::candidate, i, static_cast<std::uint32_t>(j)) - 1) * std::sqrt(3.0);
    return rows;
}

}  // namespace

TEST(Dot, is_the_sum_of_products_for_every_length) {
    std::vector<double> one;
    std::vector<double> other;
    double sum = 0;
    for (int i = 0; i < 11; ++i) {
        EXPECT_DOUBLE_EQ(dot(one, other), sum) << i;
        one.push_back(i + 1);
        other.push_back(2 * i - 3);
        sum += (i + 1) * (2 * i - 3);
    }
}

TEST(Lasso, chooses_the_columns_that_matter_the_strongest_first) {
    const Rows x = columns_of_chance(400, 80);
    std::vector<double> y(400);
    const DesignLuck luck(6);
    for (std::size_t i = 0; i < 400; ++i)
        y[i] = 3 * x[i][7] - 2 * x[i][41] + x[i][60] + luck.uniform(DesignPurpose::candidate, i) - .5;
    const std::vector<std::size_t> chosen = chosen_by_lasso(x, y, 6);
    ASSERT_GE(chosen.size(), 3U);
    EXPECT_LE(chosen.size(), 6U);
    EXPECT_EQ(chosen[0], 7U);
    EXPECT_EQ(chosen[1], 41U);
    EXPECT_EQ(chosen[2], 60U);
}

TEST(Lasso, chooses_nothing_where_nothing_is) {
    const Rows x = columns_of_chance(50, 4);
    EXPECT_TRUE(chosen_by_lasso(x, std::vector<double>(50, 0.0), 3).empty());
}

TEST(NormalEquations, solve_a_ridge_of_two_columns_as_by_hand) {
    // x'x = [[5, 4], [4, 5]], x'y = [4, 5]; with penalties 1 and 2: [[6, 4], [4, 7]] b = [4, 5]
    Rows x(2, 2);
    x[0][0] = 1, x[0][1] = 2;
    x[1][0] = 2, x[1][1] = 1;
    const double y[] = {2, 1};
    const double penalties[] = {1, 2};
    const std::vector<double> b = NormalEquations(x, y).solve(penalties);
    EXPECT_NEAR(b[0], (4 * 7 - 4 * 5) / 26.0, 1e-14);
    EXPECT_NEAR(b[1], (6 * 5 - 4 * 4) / 26.0, 1e-14);
}

TEST(NormalEquations, find_the_coefficients_when_hardly_anything_is_penalised) {
    const Rows x = columns_of_chance(200, 30);
    std::vector<double> truth(30);
    for (std::size_t j = 0; j < 30; ++j) truth[j] = static_cast<double>(j % 5) - 2;
    std::vector<double> y(200);
    for (std::size_t i = 0; i < 200; ++i) y[i] = dot(x[i], truth);
    const std::vector<double> found = NormalEquations(x, y).solve(std::vector<double>(30, 1e-9));
    for (std::size_t j = 0; j < 30; ++j) EXPECT_NEAR(found[j], truth[j], 1e-8) << j;
}

}  // namespace algemeente
