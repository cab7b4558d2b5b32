// Robustness of three policies in five worlds, computed by hand.
#include "analysis/robustness.h"

#include "text/error.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace algemeente::analysis {
namespace {

/// Rows: cautious, bold, middling; columns: states of the world.
Eigen::MatrixXd performance() {
    Eigen::MatrixXd values(3, 5);
    values << 10, 10, 10, 10, 10,  //
        30, 20, 10, 0, 0,          //
        15, 15, 12, 8, 5;
    return values;
}

}  // namespace

TEST(Robustness, where_higher_is_better) {
    // best per state: 30 20 12 10 10; regrets: cautious 20 10 2 0 0; bold 0 0 2 10 10; middling 15 5 0 2 5
    Satisfied at_least_ten = (performance().array() >= 10);
    const RobustnessResult found = robustness(performance(), Better::higher, at_least_ten);
    ASSERT_EQ(found.policies.size(), 3U);
    EXPECT_EQ(found.states, 5U);
    const PolicyRobustness& cautious = found.policies[0];
    const PolicyRobustness& bold = found.policies[1];
    const PolicyRobustness& middling = found.policies[2];
    EXPECT_DOUBLE_EQ(cautious.expected, 10);
    EXPECT_DOUBLE_EQ(bold.expected, 12);
    EXPECT_DOUBLE_EQ(middling.expected, 11);
    EXPECT_DOUBLE_EQ(bold.worst, 0);
    EXPECT_DOUBLE_EQ(middling.worst, 5);
    // quantile 0.1 of 5, 8, 12, 15, 15: position 0.4, so 5 + 0.4 * 3
    EXPECT_DOUBLE_EQ(middling.worst_decile, 6.2);
    EXPECT_DOUBLE_EQ(bold.worst_decile, 0);
    EXPECT_DOUBLE_EQ(cautious.mean_regret, 6.4);
    EXPECT_DOUBLE_EQ(bold.mean_regret, 4.4);
    EXPECT_DOUBLE_EQ(middling.mean_regret, 5.4);
    EXPECT_DOUBLE_EQ(cautious.worst_regret, 20);
    EXPECT_DOUBLE_EQ(bold.worst_regret, 10);
    // quantile 0.9 of 0, 2, 5, 5, 15: position 3.6, so 5 + 0.6 * 10
    EXPECT_DOUBLE_EQ(middling.regret_90, 11);
    EXPECT_DOUBLE_EQ(cautious.best_share, 0.4);
    EXPECT_DOUBLE_EQ(middling.best_share, 0.2);
    EXPECT_DOUBLE_EQ(cautious.satisficing_share, 1);
    EXPECT_DOUBLE_EQ(bold.satisficing_share, 0.6);
    EXPECT_DOUBLE_EQ(middling.satisficing_share, 0.6);
}

TEST(Robustness, where_lower_is_better) {
    // best per state: 10 10 10 0 0; regrets: cautious 0 0 0 10 10; bold 20 10 0 0 0
    const RobustnessResult found = robustness(performance(), Better::lower, {});
    EXPECT_DOUBLE_EQ(found.policies[1].expected, 12);
    EXPECT_DOUBLE_EQ(found.policies[1].worst, 30);
    // quantile 0.9 of 0, 0, 10, 20, 30: position 3.6, so 20 + 0.6 * 10
    EXPECT_DOUBLE_EQ(found.policies[1].worst_decile, 26);
    EXPECT_DOUBLE_EQ(found.policies[0].mean_regret, 4);
    EXPECT_DOUBLE_EQ(found.policies[1].worst_regret, 20);
    EXPECT_DOUBLE_EQ(found.policies[1].best_share, 0.6);
    EXPECT_TRUE(std::isnan(found.policies[1].satisficing_share));
}

TEST(Robustness, compares_only_in_worlds_that_all_policies_met) {
    Eigen::MatrixXd values = performance();
    values(2, 0) = std::numeric_limits<double>::quiet_NaN();
    const RobustnessResult found = robustness(values, Better::higher, {});
    EXPECT_EQ(found.states, 4U);
    EXPECT_EQ(found.left_out, 1U);
    EXPECT_DOUBLE_EQ(found.policies[1].expected, 7.5);
    values.row(2).setConstant(std::numeric_limits<double>::quiet_NaN());
    EXPECT_THROW(robustness(values, Better::higher, {}), InputError);
}

// A threshold on what does not exist is neither met nor missed.
TEST(Robustness, judges_thresholds_only_where_their_outcome_exists) {
    const Satisfied at_least_ten = (performance().array() >= 10);
    Satisfied undefined = Satisfied::Constant(3, 5, false);
    undefined(0, 1) = undefined(2, 4) = true;  // states 2 and 5 are judged for nobody
    const RobustnessResult found = robustness(performance(), Better::higher, at_least_ten, undefined);
    EXPECT_EQ(found.states, 5U);
    EXPECT_EQ(found.judged, 3U);
    EXPECT_DOUBLE_EQ(found.policies[1].satisficing_share, 2.0 / 3);  // 30, 10, 0
    EXPECT_DOUBLE_EQ(found.policies[2].satisficing_share, 2.0 / 3);  // 15, 12, 8
    EXPECT_DOUBLE_EQ(found.policies[1].expected, 12);
    undefined.setConstant(true);
    const RobustnessResult nowhere = robustness(performance(), Better::higher, at_least_ten, undefined);
    EXPECT_EQ(nowhere.judged, 0U);
    EXPECT_TRUE(std::isnan(nowhere.policies[0].satisficing_share));
}

TEST(Robustness, a_policy_that_wins_everywhere_has_nothing_to_regret) {
    Eigen::MatrixXd values(2, 3);
    values << -1, -2, -3, -2, -3, -4;
    const RobustnessResult found = robustness(values, Better::higher, {});
    EXPECT_EQ(found.policies[0].worst_regret, 0);
    EXPECT_EQ(found.policies[0].best_share, 1);
    EXPECT_EQ(found.policies[1].mean_regret, 1);
}

}  // namespace algemeente::analysis
