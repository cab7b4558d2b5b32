// In what two scenarios differ, so that a person can find it.
#include "scenario/scenario_difference.h"

#include "scenario/scenario_past.h"

#include <gtest/gtest.h>

namespace algemeente {

namespace {

constexpr int month = 72;

Scenario changed(const std::function<void(Scenario&)>& change) {
    Scenario scenario;
    change(scenario);
    return scenario;
}

std::string difference(const Scenario& now) {
    return difference_before(Scenario{}, now, month);
}

}  // namespace

TEST(ScenarioDifference, is_nothing_where_the_pasts_are_the_same) {
    const Scenario later = changed([](Scenario& scenario) {
        scenario.changes.push_back({.lever = "ethics_committee", .value = 1, .from_month = month});
        scenario.parameters.months = 100;
    });
    EXPECT_TRUE(same_until(Scenario{}, later, month));
    EXPECT_EQ(difference(later), "");
}

TEST(ScenarioDifference, names_the_first_key_with_both_values) {
    EXPECT_EQ(difference(changed([](Scenario& scenario) { apply_setting(scenario, "ethics_committee=1"); })),
              "parameters.ethics_committee is 1, not 0");
    EXPECT_EQ(difference(changed([](Scenario& scenario) {
                  apply_setting(scenario, "use_cases.area_model.value=0.25");
              })).substr(0, 36),
              "use_cases.area_model.value is 0.25, ");
    EXPECT_EQ(difference(changed([](Scenario& scenario) {
                  scenario.municipalities = {MunicipalityChoice::Kind::sample, 12, {}};
              })),
              "world.municipalities is 12, not all");
    EXPECT_EQ(difference(changed([](Scenario& scenario) { scenario.population = Population::synthetic; })),
              "world.population is synthetic, not real");
}

TEST(ScenarioDifference, names_the_earliest_change_or_shock) {
    EXPECT_EQ(difference(changed([](Scenario& scenario) {
                  scenario.changes.push_back({.lever = "ethics_committee", .value = 1, .from_month = 40});
                  scenario.changes.push_back({.lever = "tender_threshold_eur", .value = 20000, .from_month = 36});
              })),
              "[[change]] lever 'tender_threshold_eur' from 2018-01 is new or another");
    EXPECT_EQ(difference(changed([](Scenario& scenario) {
                  scenario.conditional_changes.push_back(
                      {.lever = "ethics_committee", .value = 1, .when = "in_use.social > 5"});
              })),
              "[[change]] lever 'ethics_committee' when 'in_use.social > 5' is new or another");
    const Scenario with_shock =
        changed([](Scenario& scenario) { scenario.shocks.push_back({.from_month = 60, .stories_per_month = 7}); });
    EXPECT_EQ(difference_before(with_shock, Scenario{}, month),
              "[[shock]] frame 'risk' from 2020-01 is missing or another");
}

}  // namespace algemeente
