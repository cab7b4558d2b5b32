// Does a 95 % interval hold the truth in 95 of 100 sweeps? A thousand sweeps of the Ishigami function, each with
// independent random base points, against the exact indices.
#include "analysis/sobol.h"
#include "analysis/test_functions.h"
#include "random/luck.h"

#include <gtest/gtest.h>

#include <array>
#include <iostream>

namespace algemeente::analysis {
namespace {

using namespace testing;

constexpr std::size_t all_repetitions = 1000;
constexpr std::size_t base_points = 512;

std::vector<Row> random_points(std::uint64_t repetition) {
    const Luck luck(20260101, repetition);
    std::vector<Row> points(base_points, Row(6));
    for (std::size_t row = 0; row < base_points; ++row) {
        const Draws first = luck.draws(Purpose::resampling, row, 0, 0);
        const Draws rest = luck.draws(Purpose::resampling, row, 0, 1);
        points[row] = {first[0], first[1], first[2], first[3], rest[0], rest[1]};
    }
    return points;
}

struct Tally {
    std::array<std::size_t, 6> inside{};  ///< first order of three inputs, then total
    std::size_t inside_13 = 0;
    double width = 0;  ///< of the interval of the first total effect, on average
};

bool holds(const Estimate& estimate, double truth) {
    return estimate.low <= truth && truth <= estimate.high;
}

/// Sobol' points, shifted by the exclusive or with random bits: as even as they were, but different every time.
std::vector<Row> shifted_points(std::uint64_t repetition) {
    static const std::vector<Row> sobol = sobol_points(6, base_points, 0);
    const Luck luck(20260102, repetition);
    std::vector<Row> points = sobol;
    for (std::size_t column = 0; column < 6; ++column) {
        const std::uint32_t shift = luck.words(Purpose::resampling, column, 0)[0];
        for (Row& row : points)
            row[column] = unit_interval(static_cast<std::uint32_t>(std::ldexp(row[column], 32)) ^ shift);
    }
    return points;
}

/// Sixteen such shifts of 32 points each, one after another.
std::vector<Row> sixteen_shifts(std::uint64_t repetition) {
    static const std::vector<Row> sobol = sobol_points(6, base_points / 16, 0);
    const Luck luck(20260103, repetition);
    std::vector<Row> points;
    for (std::uint32_t randomisation = 0; randomisation < 16; ++randomisation) {
        std::vector<Row> shifted = sobol;
        for (std::size_t column = 0; column < 6; ++column) {
            const std::uint32_t shift = luck.words(Purpose::resampling, column, 0, randomisation)[0];
            for (Row& row : shifted)
                row[column] = unit_interval(static_cast<std::uint32_t>(std::ldexp(row[column], 32)) ^ shift);
        }
        points.insert(points.end(), shifted.begin(), shifted.end());
    }
    return points;
}

Tally tally(std::size_t repetitions, std::vector<Row> (*points)(std::uint64_t), std::size_t randomisations = 1) {
    constexpr std::array<double, 6> truth = {0.3139051911478115, 0.4424111447900409, 0,
                                             0.5575888552099592, 0.4424111447900409, 0.2436836640621477};
    Tally count;
    for (std::uint64_t repetition = 0; repetition < repetitions; ++repetition) {
        const std::vector<double> outputs = run_saltelli(points(repetition), single_groups(3), true, ishigami);
        const SobolIndices found =
            sobol_indices(split_saltelli(outputs, 3, true, randomisations), {.resamples = 200, .seed = repetition});
        count.width += found.total[0].width() / static_cast<double>(repetitions);
        for (std::size_t i = 0; i < 3; ++i) {
            count.inside[i] += holds(found.first[i], truth[i]) ? 1U : 0U;
            count.inside[3 + i] += holds(found.total[i], truth[3 + i]) ? 1U : 0U;
        }
        count.inside_13 += holds(found.second[0][2], truth[5]) ? 1U : 0U;
    }
    return count;
}

}  // namespace

namespace {

void expect_93_to_97_per_cent(const Tally& count) {
    constexpr std::array<const char*, 6> names = {"S1 of x1", "S1 of x2", "S1 of x3",
                                                  "ST of x1", "ST of x2", "ST of x3"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const double coverage = static_cast<double>(count.inside[i]) / all_repetitions;
        ::testing::Test::RecordProperty(names[i], std::to_string(coverage));
        std::cout << names[i] << ": " << coverage << '\n';
        EXPECT_GE(coverage, 0.93) << names[i];
        EXPECT_LE(coverage, 0.97) << names[i];
    }
    const double coverage_13 = static_cast<double>(count.inside_13) / all_repetitions;
    std::cout << "S2 of x1 and x3: " << coverage_13 << '\n';
    EXPECT_GE(coverage_13, 0.93);
    EXPECT_LE(coverage_13, 0.97);
}

}  // namespace

TEST(SobolIntervals, of_95_per_cent_hold_the_truth_in_93_to_97_of_100_sweeps) {
    expect_93_to_97_per_cent(tally(all_repetitions, random_points));
}

TEST(SobolIntervals, between_scramblings_hold_the_truth_in_93_to_97_of_100_sweeps) {
    expect_93_to_97_per_cent(tally(all_repetitions, sixteen_shifts, 16));
}

// What the randomisations are for: as sure as they say, and narrower than those of independent points.
TEST(SobolIntervals, between_scramblings_are_narrower_than_those_of_luck) {
    constexpr std::size_t sweeps = 100;
    EXPECT_LT(tally(sweeps, sixteen_shifts, 16).width, .9 * tally(sweeps, random_points).width);
}

TEST(SobolIntervals, are_on_the_safe_side_with_points_more_even_than_luck) {
    constexpr std::size_t sweeps = 200;
    const Tally count = tally(sweeps, shifted_points);
    for (const std::size_t inside : count.inside) EXPECT_GE(inside, sweeps * 97 / 100);
    EXPECT_GE(count.inside_13, sweeps * 97 / 100);
}

}  // namespace algemeente::analysis
