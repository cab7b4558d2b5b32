#include "calibration/implausibility.h"

#include <gtest/gtest.h>

#include <cmath>

namespace algemeente {

namespace {

Target target_of(TargetKind kind, double value, double uncertainty, double discrepancy) {
    Target target;
    target.id = "T";
    target.kind = kind;
    target.value = value;
    target.uncertainty = uncertainty;
    target.discrepancy = discrepancy;
    return target;
}

}  // namespace

TEST(NormalProbability, is_that_of_the_library_to_seven_digits) {
    for (double x = -6; x <= 6; x += .01)
        EXPECT_NEAR(normal_probability(x), std::erfc(-x / std::sqrt(2.0)) / 2, 2e-7) << x;
}

TEST(Implausibility, counts_standard_deviations_of_all_that_is_uncertain) {
    // 3-4-5 with luck: sqrt(9 + 16 + 144) = 13
    EXPECT_DOUBLE_EQ(implausibility(target_of(TargetKind::near, 10, 3, 4), 10 + 26, 144), 2);
    EXPECT_DOUBLE_EQ(implausibility(target_of(TargetKind::near, 10, 3, 4), 10 - 26, 144), 2);
}

TEST(Implausibility, is_nothing_on_the_right_side_of_a_one_sided_target) {
    EXPECT_DOUBLE_EQ(implausibility(target_of(TargetKind::at_least, 1, 3, 4), 100, 0), 0);
    EXPECT_DOUBLE_EQ(implausibility(target_of(TargetKind::at_least, 1, 3, 4), -9, 0), 2);
    EXPECT_DOUBLE_EQ(implausibility(target_of(TargetKind::at_most, 1, 3, 4), -100, 0), 0);
    EXPECT_DOUBLE_EQ(implausibility(target_of(TargetKind::at_most, 1, 3, 4), 11, 0), 2);
}

TEST(Implausibility, rules_out_what_does_not_exist) {
    EXPECT_GT(implausibility(target_of(TargetKind::near, 1, 3, 4), std::nan(""), 0), 1e9);
}

TEST(ChanceToPass, is_that_of_a_run_within_three_standard_deviations) {
    // no tolerance but luck: a run passes if it is within three of its own standard deviations
    EXPECT_NEAR(chance_to_pass(target_of(TargetKind::near, 5, 1e-9, 0), {5, 4}), .9973, 1e-4);
    EXPECT_NEAR(chance_to_pass(target_of(TargetKind::near, 5, 1e-9, 0), {5 + 6, 4}), .5, 1e-4);
    EXPECT_NEAR(chance_to_pass(target_of(TargetKind::at_least, 5, 1e-9, 0), {5 - 6, 4}), .5, 1e-4);
    EXPECT_NEAR(chance_to_pass(target_of(TargetKind::at_least, 5, 1e-9, 0), {500, 4}), 1, 1e-6);
    EXPECT_NEAR(chance_to_pass(target_of(TargetKind::at_most, 5, 1e-9, 0), {-500, 4}), 1, 1e-6);
    EXPECT_NEAR(chance_to_pass(target_of(TargetKind::at_most, 5, 1e-9, 0), {500, 4}), 0, 1e-6);
}

TEST(LogLikelihood, falls_with_the_square_of_the_distance_and_not_on_the_right_side) {
    const Target near = target_of(TargetKind::near, 5, 1, 0);
    EXPECT_NEAR(log_likelihood(near, {5, 3}) - log_likelihood(near, {5 + 4, 3}), 2, 1e-12);  // two of sqrt(1 + 3)
    EXPECT_GT(log_likelihood(near, {5, .1}), log_likelihood(near, {5, 3}));                  // sharper, and right
    const Target at_least = target_of(TargetKind::at_least, 5, 1, 0);
    EXPECT_DOUBLE_EQ(log_likelihood(at_least, {500, 3}), log_likelihood(at_least, {6, 3}));
    EXPECT_NEAR(log_likelihood(at_least, {5, 3}) - log_likelihood(at_least, {1, 3}), 2, 1e-12);
}

}  // namespace algemeente
