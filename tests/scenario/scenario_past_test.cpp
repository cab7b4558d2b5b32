#include "scenario/scenario_past.h"

#include "scenario/random_scenario.h"

#include <gtest/gtest.h>

namespace algemeente::testing {

namespace {

SimulatedScenario with_change(int from, int until = -1) {
    SimulatedScenario scenario;
    scenario.changes.push_back({.lever = "ethics_committee", .value = 1, .from_month = from, .until_month = until});
    return scenario;
}

SimulatedScenario with_shock(int from, int months) {
    SimulatedScenario scenario;
    scenario.shocks.push_back({.frame = Frame::risk, .from_month = from, .months = months, .stories_per_month = 7});
    return scenario;
}

}  // namespace

TEST(ScenarioPast, a_change_counts_from_its_month_on) {
    const SimulatedScenario none;
    EXPECT_TRUE(same_until(with_change(100), none, 100));
    EXPECT_FALSE(same_until(with_change(100), none, 101));
}

TEST(ScenarioPast, an_end_counts_from_its_month_on) {
    EXPECT_TRUE(same_until(with_change(100, 120), with_change(100), 120));
    EXPECT_FALSE(same_until(with_change(100, 120), with_change(100), 121));
    EXPECT_FALSE(same_until(with_change(100, 120), with_change(100, 119), 120));
}

TEST(ScenarioPast, a_shock_counts_month_by_month) {
    EXPECT_TRUE(same_until(with_shock(60, 3), with_shock(60, 5), 63));
    EXPECT_FALSE(same_until(with_shock(60, 3), with_shock(60, 5), 64));
    EXPECT_TRUE(same_until(with_shock(60, 3), SimulatedScenario{}, 60));
    EXPECT_FALSE(same_until(with_shock(60, 3), SimulatedScenario{}, 61));
}

TEST(ScenarioPast, the_length_and_the_texts_do_not_count_but_every_other_number_does) {
    Scenario one;
    Scenario other;
    other.title = "Other words";
    other.parameters.months = 24;
    EXPECT_TRUE(same_until(one, other, 600));
    EXPECT_FALSE(same_simulation(one, other)) << "a longer run simulates more";
    other.use_cases[0].value += 0.01;
    EXPECT_FALSE(same_until(one, other, 0));
    other = one;
    other.municipalities = {MunicipalityChoice::Kind::sample, 10, {}};
    EXPECT_FALSE(same_until(one, other, 0));
}

TEST(ScenarioPast, the_past_of_the_whole_run_is_the_scenario_but_for_its_length) {
    ScenarioDraw draw(7);
    for (int i = 0; i < 20; ++i) {
        SimulatedScenario scenario = draw.scenario();
        const SimulatedScenario past = past_of(scenario, longest_run_months);
        scenario.parameters.months = 0;
        EXPECT_EQ(past, scenario);
    }
}

TEST(ScenarioPast, the_first_difference_is_the_first_change_or_shock_that_only_one_scenario_has) {
    SimulatedScenario one;
    SimulatedScenario other;
    EXPECT_EQ(first_difference_month(one, other), -1);
    one.shocks = {{Frame::risk, 60, 3, 7.0}};
    other.shocks = one.shocks;
    other.shocks.push_back({Frame::risk, 108, 4, 14.0});
    EXPECT_EQ(first_difference_month(one, other), 108);
    one.changes = with_change(84).changes;
    EXPECT_EQ(first_difference_month(one, other), 84);
    other.parameters.alderman_risk_aversion += 1;
    EXPECT_EQ(first_difference_month(one, other), 0);
}

TEST(ScenarioPast, a_condition_counts_from_the_first_month_in_which_it_can_be_met) {
    SimulatedScenario waiting;
    waiting.conditional_changes.push_back(
        {.lever = "ethics_committee", .value = 1, .when = "in_use.social > 5", .from_month = 60});
    const SimulatedScenario none;
    EXPECT_TRUE(same_until(waiting, none, 60));
    EXPECT_FALSE(same_until(waiting, none, 61)) << "it may begin in month 60";
    EXPECT_EQ(first_difference_month(waiting, none), 60);
    SimulatedScenario other = waiting;
    other.conditional_changes.front().when = "in_use.social > 6";
    EXPECT_FALSE(same_until(waiting, other, 61));
    other = waiting;
    other.conditional_changes.front().until_month = 100;
    EXPECT_TRUE(same_until(waiting, other, 100));
    EXPECT_FALSE(same_until(waiting, other, 101));
    waiting.conditional_changes.front().from_month = ConditionalChange{}.from_month;
    EXPECT_TRUE(same_until(waiting, none, 1)) << "in January 2015 nothing has been seen";
    EXPECT_FALSE(same_until(waiting, none, 2));
}

}  // namespace algemeente::testing
