// P34-P37 on runs made by hand.
#include "patterns/fake_run.h"

#include <gtest/gtest.h>

#include <cmath>

namespace algemeente {

namespace {

/// Uses and value of the social and of the physical domain.
FakeRun with_use(double social, double physical, double social_value = 1, double physical_value = 1) {
    return FakeRun().set("in_use", social, physical).set("value", social_value, physical_value);
}

/// Every month `at_other_times` of a hundred projects stop, and `after_elections` in the year after an election.
FakeRun with_stops(double after_elections, double at_other_times) {
    FakeRun run;
    double abandoned = 0;
    int left = 0;
    for (int month = 0; month < protocol_months; ++month) {
        // elections of March 2018, 2022 and 2026
        if (month == 38 || month == 86 || month == 134) left = 12;
        abandoned += left > 0 ? after_elections : at_other_times;
        if (left > 0) --left;
        run.set("abandoned", Domain::social, abandoned, month, month);
    }
    return run.set("abandoned", Domain::physical, 7).set("pipeline", 60, 40);
}

}  // namespace

TEST(P34, asks_whether_recommendations_strengthen_each_other_and_narrow_the_gap) {
    const Pattern pattern = pattern_called("P34");
    EXPECT_EQ(pattern.scenarios, (std::vector<std::string>{"base", "all_three_recommendations", "standards_first",
                                                           "change_capacity", "ethics_committee"}));
    const FakeRun base = with_use(50, 100, 10, 20), standards = with_use(55, 100, 12, 21),
                  change = with_use(52, 100, 11, 20), ethics = with_use(49, 100, 9, 20);
    // together 10 -> 14: + .4; apart + .2 + .1 - .1; the gap ln 2 becomes ln(100 / 60): 1 - ln(5/3) / ln 2
    const std::vector<FakeRun> runs = {base, with_use(60, 100, 14, 24), standards, change, ethics};
    EXPECT_NEAR(statistic(pattern, 0, runs), .2, 1e-12);
    EXPECT_NEAR(statistic(pattern, 1, runs), 1 - std::log(5. / 3) / std::log(2.), 1e-12);  // .263
    EXPECT_EQ(verdict(pattern, 0, runs), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 1, runs), Verdict::holds);
    const std::vector<FakeRun> weaker = {base, with_use(51, 100, 11.9, 24), standards, change, ethics};
    EXPECT_NEAR(statistic(pattern, 0, weaker), -.01, 1e-12);
    EXPECT_EQ(verdict(pattern, 0, weaker), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 1, weaker), Verdict::fails);  // .03 of the gap
    const std::vector<FakeRun> wonder = {base, with_use(90, 100, 20, 24), standards, change, ethics};
    EXPECT_EQ(verdict(pattern, 1, wonder), Verdict::fails);  // .85 of the gap
    EXPECT_EQ(verdict(pattern, 0, std::vector<FakeRun>(5)), Verdict::fails);
}

TEST(P35, holds_where_neither_common_ground_nor_freedom_of_suppliers_harms) {
    const Pattern pattern = pattern_called("P35");
    EXPECT_EQ(pattern.scenarios, (std::vector<std::string>{"base", "common_ground", "lock_in:0.4"}));
    const std::vector<FakeRun> runs = {with_use(50, 100), with_use(55, 101), with_use(60, 120)};
    const double expected[] = {.1, .01, .2, .2};
    ASSERT_EQ(pattern.checks.size(), 4U);
    for (std::size_t check = 0; check < 4; ++check) {
        EXPECT_NEAR(statistic(pattern, check, runs), expected[check], 1e-12);
        EXPECT_EQ(verdict(pattern, check, runs), Verdict::holds);
    }
    const std::vector<FakeRun> harmed = {with_use(50, 100), with_use(49, 100), with_use(50, 99)};
    EXPECT_EQ(verdict(pattern, 0, harmed), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 1, harmed), Verdict::holds);  // nothing changed: at the limit
    EXPECT_EQ(verdict(pattern, 2, harmed), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 3, harmed), Verdict::fails);
}

TEST(P36, takes_the_largest_change_in_a_domain_whatever_its_sign) {
    const Pattern pattern = pattern_called("P36");
    EXPECT_EQ(pattern.scenarios,
              (std::vector<std::string>{"base", "without:citizens", "without:politicians", "without:employees"}));
    const std::vector<FakeRun> runs = {with_use(50, 100), with_use(52, 107), with_use(40, 103), with_use(51, 98)};
    const double expected[] = {.07, .2, .02};
    ASSERT_EQ(pattern.checks.size(), 3U);
    for (std::size_t check = 0; check < 3; ++check) {
        EXPECT_NEAR(statistic(pattern, check, runs), expected[check], 1e-12);
        EXPECT_EQ(verdict(pattern, check, runs), check < 2 ? Verdict::holds : Verdict::fails);
    }
    EXPECT_EQ(verdict(pattern, 0, std::vector<FakeRun>(4)), Verdict::fails);  // nothing was measured
}

TEST(P37, compares_the_year_after_an_election_with_other_months) {
    const Pattern pattern = pattern_called("P37");
    EXPECT_NEAR(statistic(pattern, 0, {with_stops(3, 2)}), 1.5, 1e-12);
    EXPECT_EQ(verdict(pattern, 0, {with_stops(3, 2)}), Verdict::holds);
    EXPECT_NEAR(statistic(pattern, 0, {with_stops(2, 2)}), 1, 1e-12);
    EXPECT_EQ(verdict(pattern, 0, {with_stops(2, 2)}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 0, {with_stops(2.1, 2)}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 0, {FakeRun()}), Verdict::fails);
}

TEST(P37, counts_stops_by_how_many_projects_could_stop) {
    const Pattern pattern = pattern_called("P37");
    FakeRun run = with_stops(3, 2);
    for (const int election : {38, 86, 134})  // three times as many projects then; the months before count
        for (const Domain domain : {Domain::social, Domain::physical})
            run.set("pipeline", domain, 150, election - 1, election + 10);
    EXPECT_NEAR(statistic(pattern, 0, {run}), .5, 1e-12);
}

}  // namespace algemeente
