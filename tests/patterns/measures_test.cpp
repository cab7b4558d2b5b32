// Statistics that patterns are read from, on histories made by hand.
#include "patterns/measures.h"

#include "patterns/fake_run.h"

#include <gtest/gtest.h>

#include <cmath>

namespace algemeente {

namespace {

struct Two {
    double one = 0;
    ByDomain by_domain;
};

}  // namespace

TEST(Gini, is_that_of_the_textbook) {
    EXPECT_NEAR(gini({1, 1, 1, 1}), 0, 1e-12);
    EXPECT_NEAR(gini({0, 0, 0, 4}), .75, 1e-12);
    EXPECT_TRUE(std::isnan(gini({0, 0})));
}

TEST(Measures, weigh_levels_by_projects_and_skip_months_without_any) {
    FakeRun run(3);
    run.set("pipeline", Domain::social, 2, 0, 0).set("willingness", Domain::social, .5, 0, 0);
    run.set("pipeline", Domain::social, 0, 1, 1);  // willingness does not exist
    run.set("pipeline", Domain::social, 1, 2, 2).set("willingness", Domain::social, .8, 2, 2);
    EXPECT_NEAR(weighted_sum(run.history, "willingness", "pipeline", Domain::social, 0, 2), 1.8, 1e-12);
}

TEST(Measures, are_outcomes_of_a_domain_of_both_and_of_the_nation) {
    FakeRun run(3);
    run.set("in_use", 2, 6).set_national("mean_trust", .5);
    EXPECT_EQ(outcome_at(run.history, "in_use", Domain::physical, 1), 6);
    EXPECT_EQ(outcome_at(run.history, "in_use", 1).social, 2);
    EXPECT_EQ(outcome_at(run.history, "in_use", 1).physical, 6);
    EXPECT_EQ(total_at(run.history, "in_use", 1), 8);
    EXPECT_EQ(sum_over(run.history, "in_use", Domain::social, 0, 2), 6);
    EXPECT_EQ(national_at(run.history, "mean_trust", 2), .5);
    EXPECT_NEAR(log_gap(run.history, "in_use", 1), std::log(3), 1e-12);
    EXPECT_TRUE(std::isnan(log_gap(run.set("in_use", 0, 6).history, "in_use", 1)));
}

TEST(ChangeOf, is_relative_to_the_first_scenario) {
    const Two base{2, {4, 8}};
    const Two other{3, {5, 4}};
    EXPECT_DOUBLE_EQ(change_of(&Two::one)(base, other), .5);
    EXPECT_DOUBLE_EQ(change_of(&Two::by_domain, Domain::social)(base, other), .25);
    EXPECT_DOUBLE_EQ(change_of(&Two::by_domain, Domain::physical)(base, other), -.5);
}

TEST(Checks, say_their_criterion_and_hold_to_it) {
    const auto one = [](const Two& base) { return base.one; };
    const Check more = above("x", .5, one);
    EXPECT_EQ(more.criterion, "> 0.5");
    EXPECT_EQ(more.low, .5);
    EXPECT_EQ(more.high, unbounded);
    const Check less = below("x", 1, one);
    EXPECT_EQ(less.criterion, "< 1");
    EXPECT_EQ(less.low, -unbounded);
    EXPECT_EQ(less.high, 1);
    EXPECT_EQ(between("x", -.1, .1, one).criterion, "-0.1 to 0.1");
    EXPECT_FALSE(between("x", -.1, .1, one).share_of_replicates);
    EXPECT_EQ(share_at_least("x", .95, one).criterion, ">= 0.95 of replicates");
    EXPECT_TRUE(share_at_least("x", .95, one).share_of_replicates);
    EXPECT_EQ(more.value({numbers_of(Two{7, {}})}), 7);
}

}  // namespace algemeente
