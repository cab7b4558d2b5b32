// Designs visit the points that they promise, in the order that analysis expects.
#include "experiments/design.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <set>

namespace algemeente {

namespace {

using Points = std::vector<std::vector<double>>;

Input unit_input(const std::string& name, const std::string& group = "") {
    return {.name = name, .low = 0, .high = 1, .values = {}, .group = group};
}

Experiment with_inputs(DesignKind design, int samples, std::vector<Input> inputs) {
    Experiment experiment;
    experiment.design = design;
    experiment.samples = samples;
    experiment.inputs = std::move(inputs);
    experiment.scenarios.resize(1);
    return experiment;
}

Points points_of(const Experiment& experiment) {
    Points points;
    make_points(experiment, [&](std::span<const double> point) { points.emplace_back(point.begin(), point.end()); });
    EXPECT_EQ(points.size(), static_cast<std::size_t>(point_count(experiment)));
    return points;
}

/// Inputs in which two points differ.
std::vector<std::size_t> differing(const std::vector<double>& one, const std::vector<double>& other) {
    std::vector<std::size_t> inputs;
    for (std::size_t i = 0; i < one.size(); ++i)
        if (one[i] != other[i]) inputs.push_back(i);
    return inputs;
}

double ishigami(const std::vector<double>& x) {
    const double first = std::sin(x[0]);
    return first + 7 * std::sin(x[1]) * std::sin(x[1]) + 0.1 * std::pow(x[2], 4) * first;
}

}  // namespace

TEST(Designs, each_have_a_row_with_a_word_of_their_own) {
    std::set<std::string_view> words;
    for (const DesignInfo& info : designs()) {
        EXPECT_EQ(&design_info(info.kind), &info);
        EXPECT_EQ(design_word(info.kind), info.word);
        EXPECT_TRUE(words.insert(info.word).second) << info.word;
    }
    EXPECT_EQ(words.size(), design_words().size());
}

TEST(Factorial, visits_every_combination_with_the_last_input_fastest) {
    Experiment experiment = with_inputs(DesignKind::factorial, 0, {unit_input("a"), unit_input("b")});
    experiment.inputs[0].values = {0, 1};
    experiment.inputs[1].values = {3, 4, 5};
    EXPECT_EQ(points_of(experiment), (Points{{0, 3}, {0, 4}, {0, 5}, {1, 3}, {1, 4}, {1, 5}}));
}

TEST(Factorial, moves_the_inputs_of_a_group_in_step) {
    Experiment experiment =
        with_inputs(DesignKind::factorial, 0, {unit_input("a", "g"), unit_input("b"), unit_input("c", "g")});
    experiment.inputs[0].values = {0, 1};
    experiment.inputs[1].values = {7, 8};
    experiment.inputs[2].values = {-1, -2};
    EXPECT_EQ(points_of(experiment), (Points{{0, 7, -1}, {0, 8, -1}, {1, 7, -2}, {1, 8, -2}}));
}

TEST(List, is_passed_on_as_it_stands) {
    Experiment experiment = with_inputs(DesignKind::list, 0, {unit_input("a"), unit_input("b")});
    experiment.listed_points = {{.25, .5}, {1, 0}, {.25, .5}};
    EXPECT_EQ(points_of(experiment), experiment.listed_points);
}

TEST(Morris, moves_one_input_at_a_time_by_delta_on_the_grid) {
    Experiment experiment =
        with_inputs(DesignKind::morris, 50, {unit_input("a"), unit_input("b"), unit_input("c"), unit_input("d")});
    const Points points = points_of(experiment);
    ASSERT_EQ(points.size(), 250U);
    std::set<std::vector<std::size_t>> orders;
    for (std::size_t trajectory = 0; trajectory < 50; ++trajectory) {
        std::vector<std::size_t> order;
        for (std::size_t step = 0; step < 4; ++step) {
            const std::vector<double>& one = points[trajectory * 5 + step];
            const std::vector<double>& other = points[trajectory * 5 + step + 1];
            const std::vector<std::size_t> moved = differing(one, other);
            ASSERT_EQ(moved.size(), 1U);
            EXPECT_NEAR(std::abs(one[moved[0]] - other[moved[0]]), 2.0 / 3, 1e-15);
            order.push_back(moved[0]);
            for (const double share : other) EXPECT_EQ(std::round(share * 3) / 3, share);
        }
        EXPECT_EQ(std::set<std::size_t>(order.begin(), order.end()).size(), 4U);
        orders.insert(order);
    }
    EXPECT_GT(orders.size(), 15U);  // of 24
}

TEST(Morris, starts_evenly_in_both_directions) {
    Experiment experiment = with_inputs(DesignKind::morris, 1000, {unit_input("a")});
    const Points points = points_of(experiment);
    int upwards = 0;
    for (std::size_t i = 0; i < points.size(); i += 2) upwards += points[i + 1][0] > points[i][0] ? 1 : 0;
    EXPECT_NEAR(upwards, 500, 64);  // four standard errors
}

TEST(Morris, moves_the_inputs_of_a_group_together) {
    const Experiment experiment =
        with_inputs(DesignKind::morris, 10, {unit_input("a", "g"), unit_input("b"), unit_input("c", "g")});
    const Points points = points_of(experiment);
    ASSERT_EQ(points.size(), 30U);
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        if (i % 3 == 2) continue;  // the next trajectory
        const std::vector<std::size_t> moved = differing(points[i], points[i + 1]);
        EXPECT_TRUE(moved == std::vector<std::size_t>({0, 2}) || moved == std::vector<std::size_t>({1}));
    }
}

TEST(Saltelli, lays_out_a_then_swaps_then_b) {
    for (const bool second_order : {false, true}) {
        Experiment experiment =
            with_inputs(DesignKind::saltelli, 8, {unit_input("a"), unit_input("b"), unit_input("c")});
        experiment.second_order = second_order;
        const Points points = points_of(experiment);
        const std::size_t block = second_order ? 8 : 5;
        ASSERT_EQ(points.size(), 8 * block);
        for (std::size_t start = 0; start < points.size(); start += block) {
            const std::vector<double>& a = points[start];
            const std::vector<double>& b = points[start + block - 1];
            for (std::size_t input = 0; input < 3; ++input) {
                std::vector<double> mixture = a;
                mixture[input] = b[input];
                EXPECT_EQ(points[start + 1 + input], mixture);
                if (!second_order) continue;
                mixture = b;
                mixture[input] = a[input];
                EXPECT_EQ(points[start + 4 + input], mixture);
            }
        }
    }
}

TEST(Saltelli, swaps_whole_groups) {
    const Experiment experiment =
        with_inputs(DesignKind::saltelli, 4, {unit_input("a", "g"), unit_input("b"), unit_input("c", "g")});
    const Points points = points_of(experiment);
    ASSERT_EQ(points.size(), 16U);
    for (std::size_t start = 0; start < points.size(); start += 4) {
        EXPECT_EQ(differing(points[start], points[start + 1]), (std::vector<std::size_t>{0, 2}));
        EXPECT_EQ(differing(points[start], points[start + 2]), (std::vector<std::size_t>{1}));
    }
}

// SALib docs/user_guide/basics.rst: Ishigami, N = 1024, skip 1024. No chance is in it, so all six digits count.
TEST(Saltelli, gives_the_indices_that_salib_documents) {
    constexpr double pi = std::numbers::pi;
    std::vector<Input> inputs{unit_input("x1"), unit_input("x2"), unit_input("x3")};
    for (Input& input : inputs) {
        input.low = -pi;
        input.high = pi;
    }
    Experiment experiment = with_inputs(DesignKind::saltelli, 1024, inputs);
    experiment.scramble = Scramble::none;
    experiment.skip = 1024;
    experiment.second_order = true;
    std::vector<double> y;
    for (const std::vector<double>& point : points_of(experiment)) y.push_back(ishigami(point));
    double mean = 0;
    double square = 0;
    for (const double value : y) mean += value / static_cast<double>(y.size());
    for (const double value : y) square += (value - mean) * (value - mean) / static_cast<double>(y.size());
    for (double& value : y) value = (value - mean) / std::sqrt(square);

    double ends_mean = 0;
    double ends_square = 0;
    for (std::size_t i = 0; i < y.size(); i += 8) {
        ends_mean += (y[i] + y[i + 7]) / 2048;
        ends_square += (y[i] * y[i] + y[i + 7] * y[i + 7]) / 2048;
    }
    const double variance = ends_square - ends_mean * ends_mean;
    const double expected_first[] = {0.316832, 0.443763, 0.012203};
    const double expected_total[] = {0.555860, 0.441898, 0.244675};
    for (std::size_t input = 0; input < 3; ++input) {
        double first = 0;
        double total = 0;
        for (std::size_t i = 0; i < y.size(); i += 8) {
            const double swapped = y[i + 1 + input];
            first += y[i + 7] * (swapped - y[i]) / 1024;
            total += (y[i] - swapped) * (y[i] - swapped) / 2048;
        }
        EXPECT_NEAR(first / variance, expected_first[input], 1e-6);
        EXPECT_NEAR(total / variance, expected_total[input], 1e-6);
    }
}

TEST(Inputs, with_values_take_each_of_them_for_an_equal_share) {
    Input input = unit_input("a");
    input.values = {5, 7, 9};
    EXPECT_EQ(value_at(input, 0), 5);
    EXPECT_EQ(value_at(input, .34), 7);
    EXPECT_EQ(value_at(input, .67), 9);
    EXPECT_EQ(value_at(input, 1), 9);
}

// Each scrambling is a Sobol' design of its own: one point in each of as many strata, and no two scramblings alike.
TEST(Saltelli, shares_its_samples_out_over_independent_scramblings) {
    Experiment experiment = with_inputs(DesignKind::saltelli, 64, {unit_input("a"), unit_input("b")});
    for (const Scramble scramble : {Scramble::owen, Scramble::shift}) {
        experiment.scramble = scramble;
        experiment.samples = 16;
        experiment.randomisations = 1;
        const Points alone = points_of(experiment);
        experiment.samples = 64;
        experiment.randomisations = 4;
        const Points shared = points_of(experiment);
        ASSERT_EQ(shared.size(), 4 * alone.size());
        EXPECT_TRUE(std::equal(alone.begin(), alone.end(), shared.begin()));  // the first is keyed by the seed alone
        std::set<std::vector<double>> firsts;
        for (std::size_t randomisation = 0; randomisation < 4; ++randomisation) {
            firsts.insert(shared[randomisation * alone.size()]);
            for (std::size_t input = 0; input < 2; ++input) {
                std::set<int> strata;
                for (std::size_t base = 0; base < 16; ++base)  // A is the first of four runs of a base point
                    strata.insert(static_cast<int>(16 * shared[randomisation * alone.size() + 4 * base][input]));
                EXPECT_EQ(strata.size(), 16U);
            }
        }
        EXPECT_EQ(firsts.size(), 4U);
    }
}

// 0.3 + 1 * (0.9 - 0.3) is 0.9000000000000001.
TEST(ValueAt, never_leaves_the_range) {
    for (const auto& [low, high] : {std::pair(0.3, 0.9), std::pair(0.15, 0.45), std::pair(-0.9, -0.3)}) {
        const Input input{.name = "x", .low = low, .high = high, .values = {}, .group = {}};
        for (const double share : {0.0, 1.0 / 3, 0.5, 2.0 / 3, 1.0}) {
            EXPECT_GE(value_at(input, share), low);
            EXPECT_LE(value_at(input, share), high);
        }
        EXPECT_EQ(value_at(input, 0), low);
        EXPECT_EQ(value_at(input, 1), high);
    }
}

}  // namespace algemeente
