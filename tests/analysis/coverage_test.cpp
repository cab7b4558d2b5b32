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

constexpr std::size_t repetitions = 1000;
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
};

bool holds(const Estimate& estimate, double truth) {
    return estimate.low <= truth && truth <= estimate.high;
}

Tally tally() {
    constexpr std::array<double, 6> truth = {0.3139051911478115, 0.4424111447900409, 0,
                                             0.5575888552099592, 0.4424111447900409, 0.2436836640621477};
    Tally count;
    for (std::uint64_t repetition = 0; repetition < repetitions; ++repetition) {
        const std::vector<double> outputs = run_saltelli(random_points(repetition), single_groups(3), true, ishigami);
        const SobolIndices found =
            sobol_indices(split_saltelli(outputs, 3, true), {.resamples = 200, .seed = repetition});
        for (std::size_t i = 0; i < 3; ++i) {
            count.inside[i] += holds(found.first[i], truth[i]) ? 1U : 0U;
            count.inside[3 + i] += holds(found.total[i], truth[3 + i]) ? 1U : 0U;
        }
        count.inside_13 += holds(found.second[0][2], truth[5]) ? 1U : 0U;
    }
    return count;
}

}  // namespace

TEST(SobolIntervals, of_95_per_cent_hold_the_truth_in_93_to_97_of_100_sweeps) {
    const Tally count = tally();
    constexpr std::array<const char*, 6> names = {"S1 of x1", "S1 of x2", "S1 of x3",
                                                  "ST of x1", "ST of x2", "ST of x3"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const double coverage = static_cast<double>(count.inside[i]) / repetitions;
        RecordProperty(names[i], std::to_string(coverage));
        std::cout << names[i] << ": " << coverage << '\n';
        EXPECT_GE(coverage, 0.93) << names[i];
        EXPECT_LE(coverage, 0.97) << names[i];
    }
    const double coverage_13 = static_cast<double>(count.inside_13) / repetitions;
    std::cout << "S2 of x1 and x3: " << coverage_13 << '\n';
    EXPECT_GE(coverage_13, 0.93);
    EXPECT_LE(coverage_13, 0.97);
}

}  // namespace algemeente::analysis
