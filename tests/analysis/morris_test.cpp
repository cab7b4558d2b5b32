// Morris screening against a textbook, enumeration, and what Morris himself concluded.
#include "analysis/morris.h"

#include "analysis/test_functions.h"
#include "random/luck.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace algemeente::analysis {
namespace {

using namespace testing;
using Groups = std::vector<std::vector<int>>;

Eigen::MatrixXd matrix_of(const std::vector<Row>& rows) {
    Eigen::MatrixXd matrix(rows.size(), rows.front().size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t j = 0; j < rows[i].size(); ++j)
            matrix(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = rows[i][j];
    return matrix;
}

Groups groups_of_one(int inputs) {
    Groups groups;
    for (int input = 0; input < inputs; ++input) groups.push_back({input});
    return groups;
}

std::vector<double> outputs_of(const std::vector<Row>& rows, const Function& function) {
    std::vector<double> outputs;
    for (const Row& row : rows) outputs.push_back(function(row));
    return outputs;
}

/// The point after moving inputs in the given order; on four levels, the lower two move up by 2/3, the others down.
void append_trajectory(std::vector<Row>& rows, Row point, const std::vector<std::size_t>& order) {
    rows.push_back(point);
    for (const std::size_t input : order) {
        point[input] += point[input] < 0.5 ? 2.0 / 3 : -2.0 / 3;
        rows.push_back(point);
    }
}

// Saltelli et al. 2008, Global Sensitivity Analysis: The Primer, exercise 4, p. 138; numbers as in SALib
// tests/test_analyze_morris.py::test_analysis_of_morris_results
constexpr double third = 1.0 / 3;
const std::vector<Row> textbook_points = {{0, third},         {0, 1},         {2 * third, 1}, {0, third},
                                          {2 * third, third}, {2 * third, 1}, {2 * third, 0}, {2 * third, 2 * third},
                                          {0, 2 * third},     {third, 1},     {1, 1},         {1, third},
                                          {third, 1},         {third, third}, {1, third},     {third, 2 * third},
                                          {third, 0},         {1, 0}};
const std::vector<double> textbook_outputs = {0.97, 0.71, 2.39, 0.97, 2.30, 2.39, 1.87, 2.40, 0.87,
                                              2.15, 1.71, 1.54, 2.15, 2.17, 1.54, 2.20, 1.87, 1.0};

/// Morris 1991, 20 inputs: the first ten matter, the first seven bend or interact. The small coefficients are random.
double morris_1991(const Row& x) {
    const Luck luck(41, 0);
    const auto small = [&luck](std::uint64_t who) {
        const Draws draw = luck.draws(Purpose::resampling, who, 0);
        return std::sqrt(-2 * std::log(draw[0])) * std::cos(2 * std::numbers::pi * draw[1]);
    };
    Row w(20);
    for (std::size_t i = 0; i < 20; ++i)
        w[i] = i == 2 || i == 4 || i == 6 ? 2 * (1.1 * x[i] / (x[i] + 0.1) - 0.5) : 2 * (x[i] - 0.5);
    double y = 0;
    for (std::size_t i = 0; i < 20; ++i) {
        y += (i < 10 ? 20 : small(i)) * w[i];
        for (std::size_t j = i + 1; j < 20; ++j) {
            y += (j < 6 ? -15 : small(100 + 20 * i + j)) * w[i] * w[j];
            for (std::size_t l = j + 1; l < 5; ++l) {
                y += -10 * w[i] * w[j] * w[l];
                for (std::size_t s = l + 1; s < 4; ++s) y += 5 * w[i] * w[j] * w[l] * w[s];
            }
        }
    }
    return y;
}

}  // namespace

TEST(Morris, gives_the_effects_of_the_textbook) {
    const ElementaryEffects found = elementary_effects(matrix_of(textbook_points), textbook_outputs, groups_of_one(2));
    const std::vector<double> first = {2.52, 1.995, 2.295, -0.66, -0.945, -1.305};
    const std::vector<double> second = {-0.39, 0.135, 0.795, 0.255, -0.03, 0.495};
    for (Eigen::Index trajectory = 0; trajectory < 6; ++trajectory) {
        EXPECT_NEAR(found.effects(trajectory, 0), first[static_cast<std::size_t>(trajectory)], 1e-12);
        EXPECT_NEAR(found.effects(trajectory, 1), second[static_cast<std::size_t>(trajectory)], 1e-12);
    }
    const std::vector<MorrisIndex> indices = morris_indices(found, {});
    EXPECT_NEAR(indices[0].mu, 0.65, 1e-12);  // SALib says 0.66 at 10 %; the mean of the effects is 0.65
    EXPECT_NEAR(indices[1].mu, 0.21, 1e-12);
    EXPECT_NEAR(indices[0].mu_star.value, 1.62, 1e-12);
    EXPECT_NEAR(indices[1].mu_star.value, 0.35, 1e-12);
    EXPECT_NEAR(indices[0].sigma, 1.794107, 5e-7);
    EXPECT_NEAR(indices[1].sigma, 0.411995, 5e-7);
    EXPECT_LT(indices[0].mu_star.low, 1.62);
    EXPECT_GT(indices[0].mu_star.high, 1.62);
}

TEST(Morris, scaled_effects_are_those_of_salib) {
    // SALib tests/test_analyze_morris.py: mu_star_scaled
    const std::vector<MorrisIndex> indices = morris_indices(
        elementary_effects(matrix_of(textbook_points), textbook_outputs, groups_of_one(2), EffectScale::by_deviation),
        {});
    EXPECT_NEAR(indices[0].mu_star.value, 0.968042, 5e-7);
    EXPECT_NEAR(indices[1].mu_star.value, 0.212761, 5e-7);
    EXPECT_NEAR(indices[0].sigma, 1.064537, 5e-7);
    EXPECT_NEAR(indices[1].sigma, 0.223857, 5e-7);
}

TEST(Morris, ishigami_on_four_levels_by_enumeration) {
    // all 64 points times all 6 orders: the exact expectation. SALib at 10,000 trajectories: mu* 7.682808, 7.875,
    // 6.256295
    std::vector<Row> rows;
    std::vector<std::size_t> order = {0, 1, 2};
    do {
        for (int place = 0; place < 64; ++place)
            append_trajectory(rows, {place % 4 / 3.0, place / 4 % 4 / 3.0, place / 16 / 3.0}, order);
    } while (std::next_permutation(order.begin(), order.end()));
    const ElementaryEffects found = elementary_effects(matrix_of(rows), outputs_of(rows, ishigami), groups_of_one(3));
    ASSERT_EQ(found.effects.rows(), 384);
    const std::vector<MorrisIndex> indices = morris_indices(found, {.resamples = 10});
    const std::vector<double> mu = {7.704054, 0, 0};
    const std::vector<double> mu_star = {7.704054, 7.875, 6.248796};
    const std::vector<double> sigma = {6.248796, 7.875, 8.837132};
    const double as_population = std::sqrt(383.0 / 384);  // an enumeration is no sample: ddof 0
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_NEAR(indices[i].mu, mu[i], 5e-7);
        EXPECT_NEAR(indices[i].mu_star.value, mu_star[i], 5e-7);
        EXPECT_NEAR(indices[i].sigma * as_population, sigma[i], 5e-7);
    }
    // the size of the effect of x2 does not depend on where one stands
    EXPECT_NEAR(indices[1].mu_star.width(), 0, 1e-9);
}

TEST(Morris, finds_the_ten_inputs_that_morris_found) {
    // Morris 1991; Dakota docs/user/usingdakota/examples/additionalexamples.rst: inputs 1-10 matter, 1-7 are bent or
    // interact, 8-10 are mainly linear (there from 4 trajectories, here 40). Sizes depend on random coefficients: only
    // the classes are tested.
    const Luck luck(500, 0);
    std::vector<Row> rows;
    for (std::uint64_t trajectory = 0; trajectory < 40; ++trajectory) {
        Row start(20);
        std::vector<std::pair<double, std::size_t>> keys;
        for (std::size_t i = 0; i < 20; ++i) {
            const Draws draw = luck.draws(Purpose::resampling, 20 * trajectory + i, 1);
            start[i] = std::floor(4 * draw[0]) / 3;
            keys.emplace_back(draw[1], i);
        }
        std::sort(keys.begin(), keys.end());
        std::vector<std::size_t> order;
        for (const auto& [key, input] : keys) order.push_back(input);
        append_trajectory(rows, start, order);
    }
    const std::vector<MorrisIndex> found = morris_indices(
        elementary_effects(matrix_of(rows), outputs_of(rows, morris_1991), groups_of_one(20)), {.resamples = 10});
    double least_important = std::numeric_limits<double>::infinity();
    double most_unimportant = 0;
    for (std::size_t i = 0; i < 20; ++i) {
        if (i < 10) least_important = std::min(least_important, found[i].mu_star.value);
        if (i >= 10) most_unimportant = std::max(most_unimportant, found[i].mu_star.value);
        const bool linear = i >= 7 && i < 10;
        if (i < 7) {
            EXPECT_GT(found[i].sigma, 0.4 * found[i].mu_star.value) << "input " << i + 1;
        }
        if (linear) {
            EXPECT_LT(found[i].sigma, 0.4 * found[i].mu_star.value) << "input " << i + 1;
        }
    }
    EXPECT_GT(least_important, 1.5 * most_unimportant);
}

TEST(Morris, a_group_moves_as_one_and_has_no_sign) {
    // y = x1 - x2 + 3 x3; group {1, 2} moves by 2/3 in both at once
    const std::vector<Row> rows = {
        {0, 0, 0},     {2 * third, 2 * third, 0}, {2 * third, 2 * third, 2 * third}, {0, 1, 1},
        {0, 1, third}, {2 * third, third, third}};
    const std::vector<double> outputs = outputs_of(rows, [](const Row& x) { return x[0] - x[1] + 3 * x[2]; });
    const Groups groups = {{0, 1}, {2}};
    const std::vector<MorrisIndex> found = morris_indices(elementary_effects(matrix_of(rows), outputs, groups), {});
    EXPECT_NEAR(found[0].mu_star.value, 1, 1e-12);  // by hand: sizes 0 and (4/3) / (2/3) = 2
    EXPECT_TRUE(std::isnan(found[0].mu));
    EXPECT_TRUE(std::isnan(found[0].sigma));
    EXPECT_NEAR(found[1].mu, 3, 1e-12);
    EXPECT_NEAR(found[1].sigma, 0, 1e-12);
}

TEST(Morris, leaves_out_trajectories_that_miss_a_run) {
    std::vector<double> outputs = textbook_outputs;
    outputs[4] = std::numeric_limits<double>::quiet_NaN();
    const ElementaryEffects found = elementary_effects(matrix_of(textbook_points), outputs, groups_of_one(2));
    EXPECT_EQ(found.left_out, 1U);
    EXPECT_EQ(found.effects.rows(), 5);
    EXPECT_NEAR(found.effects(1, 0), 2.295, 1e-12);
}

TEST(Morris, refuses_points_that_are_no_trajectories) {
    std::vector<Row> rows = textbook_points;
    EXPECT_THROW(elementary_effects(matrix_of(rows), std::vector<double>(17, 0.0), groups_of_one(2)), InputError);
    rows[1] = {third, 1};  // two inputs move
    EXPECT_THROW(elementary_effects(matrix_of(rows), textbook_outputs, groups_of_one(2)), InputError);
    rows[1] = rows[0];  // none moves
    EXPECT_THROW(elementary_effects(matrix_of(rows), textbook_outputs, groups_of_one(2)), InputError);
}

TEST(TwoLevelDesign, gives_the_main_effects_of_salib) {
    // SALib tests/test_ff.py::test_ff_analyze, exact
    const std::vector<Row> rows = {{1, 1, 1, 1}, {1, 0, 1, 0}, {1, 1, 0, 0}, {1, 0, 0, 1},
                                   {0, 0, 0, 0}, {0, 1, 0, 1}, {0, 0, 1, 1}, {0, 1, 1, 0}};
    const std::vector<double> outputs = {1.5, 1, 1.5, 1, 2, 2.5, 2, 2.5};
    EXPECT_EQ(two_level_effects(matrix_of(rows), outputs), (std::vector<double>{-0.5, 0.25, 0, 0}));
}

}  // namespace algemeente::analysis
