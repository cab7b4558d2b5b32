// Sobol' indices against published and exact values.
#include "analysis/sobol.h"

#include "analysis/test_functions.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>

namespace algemeente::analysis {
namespace {

using namespace testing;

SobolIndices indices_of(const Function& function, std::span<const std::size_t> groups, std::size_t base_points,
                        std::size_t skip, bool second_order = true) {
    const std::vector<double> outputs =
        run_saltelli(sobol_points(2 * groups.size(), base_points, skip), groups, second_order, function);
    std::size_t count = 0;
    for (const std::size_t group : groups) count = std::max(count, group + 1);
    return sobol_indices(split_saltelli(outputs, count, second_order), {.resamples = 50});
}

void expect_values(const std::vector<Estimate>& found, const std::vector<double>& expected, double tolerance) {
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i].value, expected[i], tolerance) << "input " << i;
}

// exact, from the variances in SciPy tests/test_sensitivity_analysis.py @ 085b0966 and OpenTURNS
// usecases/ishigami_function.py @ 0c8159c3
const std::vector<double> exact_first = {0.3139051911478115, 0.4424111447900409, 0};
const std::vector<double> exact_total = {0.5575888552099592, 0.4424111447900409, 0.2436836640621477};
constexpr double exact_13 = 0.2436836640621477;

}  // namespace

TEST(SobolPoints, are_those_of_joe_and_kuo) {
    // SALib tests/test_sobol.py: first ten points in three dimensions, exact binary fractions
    const std::vector<Row> expected = {
        {0, 0, 0},          {.5, .5, .5},       {.75, .25, .25},    {.25, .75, .75},       {.375, .375, .625},
        {.875, .875, .125}, {.625, .125, .875}, {.125, .625, .375}, {.1875, .3125, .9375}, {.6875, .8125, .4375}};
    EXPECT_EQ(sobol_points(3, 10, 0), expected);
}

TEST(Sobol, ishigami_equals_salib_command_line_to_six_decimals) {
    // SALib tests/test_cli_analyze.py::test_sobol: N = 1024, skip 2048, unscrambled, inputs rounded to 8 decimals
    const SobolIndices found = indices_of(rounded_ishigami, single_groups(3), 1024, 2048);
    expect_values(found.total, {0.557947, 0.442189, 0.241402}, 1e-6);
    expect_values(found.first, {0.310576, 0.443653, -0.012962}, 1e-6);
    EXPECT_NEAR(found.second[0][1].value, -0.014397, 1e-6);
    EXPECT_NEAR(found.second[0][2].value, 0.246231, 1e-6);
    EXPECT_NEAR(found.second[1][2].value, 0.000539, 1e-6);
}

TEST(Sobol, ishigami_equals_salib_user_guide_to_six_decimals) {
    // SALib docs/user_guide/basics.rst: N = 1024, skip 1024; S2_12 recomputed as 0.0092543 (the guide prints ...542)
    const SobolIndices found = indices_of(ishigami, single_groups(3), 1024, 1024);
    expect_values(found.first, {0.316832, 0.443763, 0.012203}, 1e-6);
    expect_values(found.total, {0.555860, 0.441898, 0.244675}, 1e-6);
    EXPECT_NEAR(found.second[0][1].value, 0.0092543, 1e-6);
    EXPECT_NEAR(found.second[0][2].value, 0.2381721, 1e-6);
    EXPECT_NEAR(found.second[1][2].value, -0.0048877, 1e-6);
}

TEST(Sobol, ishigami_is_within_0_003_of_the_exact_indices_at_4096) {
    const SobolIndices found = indices_of(ishigami, single_groups(3), 4096, 4096);
    expect_values(found.first, exact_first, 0.003);
    expect_values(found.total, exact_total, 0.003);
    EXPECT_NEAR(found.second[0][2].value, exact_13, 0.01);  // tolerance of SciPy for n = 4096
    // without second order the rows of A, AB and B are the same, but for the standardisation
    const SobolIndices without = indices_of(ishigami, single_groups(3), 4096, 4096, false);
    EXPECT_TRUE(without.second.empty());
    expect_values(without.first, exact_first, 0.003);
    expect_values(without.total, exact_total, 0.003);
}

TEST(Sobol, ishigami_in_groups_keeps_what_happens_between_them) {
    // groups {x1, x3} and {x2} do not interact: first = total = 0.5576 and 0.4424 (SALib tests/test_regression.py
    // expects 0.55 and 0.44 for the same groups)
    const std::vector<std::size_t> groups = {0, 1, 0};
    const SobolIndices found = indices_of(ishigami, groups, 4096, 4096);
    expect_values(found.first, {exact_total[0], exact_total[1]}, 0.003);
    expect_values(found.total, {exact_total[0], exact_total[1]}, 0.003);
    EXPECT_NEAR(found.second[0][1].value, 0, 0.006);
}

TEST(Sobol, g_function_has_the_indices_of_its_formula) {
    // V_i = 1 / (3 (1 + a_i)^2), V = prod(1 + V_i) - 1, S_i = V_i / V, ST_i = V_i prod_{j != i}(1 + V_j) / V
    // (SALib src/SALib/test_functions/Sobol_G.py, whose comment says 0.7165 for the first: the formula counts)
    const SobolIndices eight = indices_of(g_function({0, 1, 4.5, 9, 99, 99, 99, 99}), single_groups(8), 4096, 4096);
    expect_values(
        eight.first,
        {0.716192169, 0.179048042, 0.023675774, 0.007161922, 0.000071619, 0.000071619, 0.000071619, 0.000071619},
        0.003);
    expect_values(
        eight.total,
        {0.787144127, 0.242198193, 0.034316910, 0.010460387, 0.000104949, 0.000104949, 0.000104949, 0.000104949},
        0.003);
    EXPECT_NEAR(g_function({0, 1, 4.5, 9, 99, 99, 99, 99})(Row(8, 0.0)), 4.0583,
                1e-4);  // SALib, cut after four decimals

    // SALib tests/test_test_functions.py
    const SobolIndices six = indices_of(g_function({78, 12, 0.5, 2, 97, 33}), single_groups(6), 4096, 4096);
    expect_values(six.first, {0.000276065, 0.010194804, 0.765743068, 0.191435767, 0.000179396, 0.001490417}, 0.003);
    expect_values(six.total, {0.000329458, 0.012143240, 0.795969769, 0.220313061, 0.000214097, 0.001778255}, 0.003);
}

TEST(Sobol, a_sum_shares_its_variance_equally) {
    // Li et al. 2010: y = sum of five independent inputs, each 0.2, no interactions
    const Function sum = [](const Row& unit) { return std::accumulate(unit.begin(), unit.end(), 0.0); };
    const SobolIndices found = indices_of(sum, single_groups(5), 1024, 1024);
    expect_values(found.first, std::vector<double>(5, 0.2), 0.003);
    expect_values(found.total, std::vector<double>(5, 0.2), 0.003);
    EXPECT_NEAR(found.second[0][4].value, 0, 0.005);
}

TEST(Sobol, of_a_constant_is_exactly_nothing) {
    const SobolIndices found = indices_of([](const Row&) { return 0.1; }, single_groups(3), 64, 64);
    EXPECT_TRUE(found.constant);
    for (const Estimate& index : found.total) {
        EXPECT_EQ(index.value, 0);
        EXPECT_EQ(index.width(), 0);
    }
    EXPECT_EQ(found.second[0][2].value, 0);
}

TEST(Sobol, leaves_out_base_points_that_miss_a_run) {
    const std::vector<Row> base = sobol_points(6, 64, 64);
    std::vector<double> outputs = run_saltelli(base, single_groups(3), true, ishigami);
    outputs[8 * 10 + 3] = std::numeric_limits<double>::quiet_NaN();
    outputs[8 * 12] = std::numeric_limits<double>::infinity();
    const SobolIndices found = sobol_indices(split_saltelli(outputs, 3, true), {.resamples = 20});
    EXPECT_EQ(found.left_out, 2U);
    EXPECT_EQ(found.base_points, 62U);

    std::vector<Row> fewer = base;
    fewer.erase(fewer.begin() + 12);
    fewer.erase(fewer.begin() + 10);
    const std::vector<double> rest = run_saltelli(fewer, single_groups(3), true, ishigami);
    const SobolIndices same = sobol_indices(split_saltelli(rest, 3, true), {.resamples = 20});
    EXPECT_EQ(found.total[0].value, same.total[0].value);
}

TEST(Sobol, does_not_mind_the_unit_of_the_outcome) {
    const Function scaled = [](const Row& unit) { return 1e6 - 250 * ishigami(unit); };
    const SobolIndices one = indices_of(ishigami, single_groups(3), 256, 256);
    const SobolIndices other = indices_of(scaled, single_groups(3), 256, 256);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_NEAR(one.first[i].value, other.first[i].value, 1e-9);
        EXPECT_NEAR(one.total[i].width(), other.total[i].width(), 1e-9);
    }
}

TEST(Sobol, the_same_seed_gives_the_same_interval) {
    const std::vector<double> outputs = run_saltelli(sobol_points(6, 128, 128), single_groups(3), true, ishigami);
    const SaltelliOutputs parts = split_saltelli(outputs, 3, true);
    const SobolIndices one = sobol_indices(parts, {.resamples = 100, .seed = 5});
    const SobolIndices again = sobol_indices(parts, {.resamples = 100, .seed = 5});
    const SobolIndices other = sobol_indices(parts, {.resamples = 100, .seed = 6});
    EXPECT_EQ(one.first[0].low, again.first[0].low);
    EXPECT_NE(one.first[0].low, other.first[0].low);
    EXPECT_EQ(one.first[0].value, other.first[0].value);
}

TEST(Sobol, takes_the_interval_between_scramblings_where_there_are_several) {
    // by hand: y = x1, four scramblings of two base points; the first-order index of x1 in each is what its rows give
    const std::vector<Row> base = {{.1, .9}, {.6, .3}, {.8, .2}, {.4, .7}, {.3, .5}, {.9, .1}, {.2, .6}, {.7, .45}};
    const Function first = [](const Row& unit) { return unit[0]; };
    const std::vector<double> outputs = run_saltelli(base, single_groups(1), false, first);
    const SobolIndices between = sobol_indices(split_saltelli(outputs, 1, false, 4), {.resamples = 20});
    EXPECT_EQ(between.randomisations, 4U);
    const SobolIndices pooled = sobol_indices(split_saltelli(outputs, 1, false), {.resamples = 20});
    EXPECT_EQ(pooled.randomisations, 1U);
    EXPECT_EQ(between.total[0].value, pooled.total[0].value);
    // total: mean of (a - b)^2 / 2 over the variance of a and b, per scrambling, after standardising over all
    std::vector<double> parts;
    for (std::size_t i = 0; i < base.size(); i += 2) {
        double squares = 0;
        double sum = 0;
        double variance = 0;
        for (std::size_t row = i; row < i + 2; ++row) {
            squares += std::pow(base[row][0] - base[row][1], 2) / 4;
            sum += (base[row][0] + base[row][1]) / 4;
        }
        for (std::size_t row = i; row < i + 2; ++row)
            for (const double x : base[row]) variance += (x - sum) * (x - sum) / 4;
        parts.push_back(squares / variance);
    }
    const double mean = std::accumulate(parts.begin(), parts.end(), 0.0) / 4;
    double deviation = 0;
    for (const double part : parts) deviation += (part - mean) * (part - mean) / 3;
    constexpr double t = 3.182446305284263;  // of 3 degrees of freedom
    EXPECT_NEAR(between.total[0].width(), 2 * t * std::sqrt(deviation / 4), 1e-12);
    EXPECT_THROW(split_saltelli(outputs, 1, false, 3), InputError);
    EXPECT_EQ(sobol_indices(split_saltelli(outputs, 1, false, 2), {.resamples = 20}).randomisations, 1U);  // too few
}

TEST(Sobol, refuses_what_cannot_be) {
    EXPECT_THROW(split_saltelli(std::vector<double>(17, 1.0), 3, true), InputError);
    EXPECT_THROW(split_saltelli({}, 3, true), InputError);
    const SaltelliOutputs parts = split_saltelli(std::vector<double>(16, 1.0), 3, true);
    EXPECT_THROW(sobol_indices(parts, {.level = 0}), InputError);
    EXPECT_THROW(sobol_indices(parts, {.level = 1}), InputError);
    EXPECT_THROW(sobol_indices(parts, {.resamples = 0}), InputError);
    EXPECT_THROW(sobol_indices(split_saltelli(std::vector<double>(8, 1.0), 3, true), {}), InputError);
}

}  // namespace algemeente::analysis
