// P01-P04 and P07 on runs made by hand: where they hold, fail, lie at the limit, and have nothing to be read from.
#include "patterns/fake_run.h"

#include <gtest/gtest.h>

#include <cmath>

namespace algemeente {

namespace {

FakeRun with_use(double social, double physical) {
    return FakeRun().set("in_use", social, physical).set("reach_share", .2, .4);
}

/// Levels of all factors by domain: .5 in the social one, and `gaps` more in the physical one.
FakeRun with_gaps(const std::vector<double>& gaps) {
    FakeRun run;
    run.set("pipeline", 10, 20).set("value", 100, 200);
    for (std::size_t k = 0; k < factor_count; ++k) {
        const std::string name(factor_word(static_cast<Factor>(k)));
        run.set(name.c_str(), .5, .5 + gaps[k]);
    }
    return run;
}

/// In the order of the thesis: ict, capacity, data_availability, data_readiness, law, citizens, government,
/// involvement, willingness, ethics.
const std::vector<double> gaps_of_thesis = {.1, 0, .3, .15, .2, .3, .2, .2, .05, .05};
const std::vector<double> gaps_reversed = {.2, .3, 0, .15, .1, 0, .1, .1, .25, .25};

}  // namespace

TEST(P01, holds_where_reach_and_use_are_higher_in_the_physical_domain) {
    const Pattern pattern = pattern_called("P01");
    EXPECT_EQ(statistic(pattern, 0, {with_use(50, 120)}), 1);
    EXPECT_EQ(statistic(pattern, 0, {with_use(50, 120).set("reach_share", .4, .2)}), 0);
    EXPECT_EQ(statistic(pattern, 0, {with_use(50, 120).set("reach_share", .4, .4)}), 0);  // higher, not as high
    EXPECT_NEAR(statistic(pattern, 1, {with_use(50, 120)}), 2.4, 1e-12);
    EXPECT_EQ(verdict(pattern, 1, {with_use(50, 120)}), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 1, {with_use(100, 130)}), Verdict::holds);  // at the limit
    EXPECT_EQ(verdict(pattern, 1, {with_use(100, 129)}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 1, {with_use(0, 0)}), Verdict::fails);
}

TEST(P01, asks_for_reach_in_nearly_every_replicate) {
    const Check check = pattern_called("P01").checks[0];
    EXPECT_EQ(verdict_on(check, {.96, .90, 1, 50}), Verdict::holds);
    EXPECT_EQ(verdict_on(check, {.95, .90, 1, 50}), Verdict::holds);
    EXPECT_EQ(verdict_on(check, {.94, .90, 1, 50}), Verdict::fails);
}

TEST(P02, holds_where_an_equal_mix_leaves_no_gap) {
    const Pattern pattern = pattern_called("P02");
    EXPECT_EQ(statistic(pattern, 0, {with_use(70, 70)}), 0);
    EXPECT_EQ(verdict(pattern, 0, {with_use(100, 110)}), Verdict::holds);  // ln 1.10 = 0.095
    EXPECT_EQ(verdict(pattern, 0, {with_use(100, 111)}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 0, {with_use(111, 100)}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 0, {with_use(0, 10)}), Verdict::fails);  // no logarithm of nothing
}

TEST(P03, holds_where_the_gap_turns_round_with_the_mixes) {
    const Pattern pattern = pattern_called("P03");
    const std::vector<FakeRun> turned = {with_use(50, 100), with_use(100, 50)};
    EXPECT_NEAR(statistic(pattern, 0, turned), std::log(2), 1e-12);
    EXPECT_NEAR(statistic(pattern, 1, turned), -std::log(2), 1e-12);
    EXPECT_NEAR(statistic(pattern, 2, turned), 1, 1e-12);
    for (std::size_t check = 0; check < 3; ++check) EXPECT_EQ(verdict(pattern, check, turned), Verdict::holds);
    const std::vector<FakeRun> kept = {with_use(50, 100), with_use(50, 100)};
    EXPECT_EQ(verdict(pattern, 0, kept), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 1, kept), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 2, kept), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 2, {with_use(50, 50), with_use(50, 50)}), Verdict::fails);  // no gap to turn round
}

TEST(P04, holds_where_factors_differ_in_the_order_of_the_thesis) {
    const Pattern pattern = pattern_called("P04");
    ASSERT_EQ(pattern.checks.size(), 6U);
    EXPECT_NEAR(statistic(pattern, 0, {with_gaps(gaps_of_thesis)}), 1, 1e-12);
    EXPECT_NEAR(statistic(pattern, 0, {with_gaps(gaps_reversed)}), -1, 1e-12);
    EXPECT_NEAR(statistic(pattern, 1, {with_gaps(gaps_of_thesis)}), .3, 1e-12);  // data_availability; capacity is alike
    EXPECT_NEAR(statistic(pattern, 1, {with_gaps(gaps_reversed)}), -.6, 1e-12);
    for (std::size_t check = 0; check < pattern.checks.size(); ++check) {
        EXPECT_EQ(verdict(pattern, check, {with_gaps(gaps_of_thesis)}), Verdict::holds) << check;
        EXPECT_EQ(verdict(pattern, check, {with_gaps(gaps_reversed)}), Verdict::fails) << check;
        EXPECT_EQ(verdict(pattern, check, {FakeRun().set("pipeline", 0, 0)}), Verdict::fails) << check;
    }
}

TEST(P07, holds_where_capacity_is_alike_and_projects_crowd_each_other_out) {
    const Pattern pattern = pattern_called("P07");
    const FakeRun base = with_gaps(gaps_of_thesis);  // value 100 and 200
    const FakeRun priority = with_gaps(gaps_of_thesis).set("value", 110, 190);
    const FakeRun no_scandal = with_gaps(gaps_of_thesis).set("value", 120, 195);
    const std::vector<FakeRun> runs = {base, priority, no_scandal};
    EXPECT_NEAR(statistic(pattern, 0, runs), 0, 1e-12);
    EXPECT_NEAR(statistic(pattern, 1, runs), .10, 1e-12);
    EXPECT_NEAR(statistic(pattern, 2, runs), -.05, 1e-12);
    EXPECT_NEAR(statistic(pattern, 3, runs), -.025, 1e-12);
    for (std::size_t check = 0; check < 4; ++check) EXPECT_EQ(verdict(pattern, check, runs), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 3, {base, priority, base}), Verdict::holds);  // no change at all: at the limit
    const std::vector<FakeRun> wrong = {with_gaps(gaps_reversed), base, priority};
    EXPECT_EQ(verdict(pattern, 0, wrong), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 1, {base, no_scandal, priority}), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 2, {priority, base, base}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 3, {priority, base, base}), Verdict::fails);
}

}  // namespace algemeente
