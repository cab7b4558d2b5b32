// Zero and monotone claims on the same luck: what a lever must do, whatever its size.
#include "claims/worlds.h"

#include <gtest/gtest.h>

namespace algemeente {

namespace {

constexpr int last = 149;
constexpr int replicates = 16;

double total(const ScenarioResult& result, const char* outcome, int month = last) {
    return claims::mean_outcome(result, month, Domain::social, outcome) +
           claims::mean_outcome(result, month, Domain::physical, outcome);
}

Ensemble against_baseline(const std::string& name) {
    return claims::run({claims::small_scenario("baseline", 60, last + 1), claims::small_scenario(name, 60, last + 1)},
                       replicates);
}

}  // namespace

// E29
TEST(Direction, without_capacity_nothing_reaches_use) {
    Scenario scenario = claims::small_scenario("baseline", 20, last + 1);
    scenario.parameters.capacity_person_months = 1e-9;  // far below its range
    scenario.parameters.vendor_tendency = 0;
    EXPECT_EQ(total(claims::run({scenario}, 2).scenarios.front(), "ever_in_use"), 0);
}

TEST(Direction, without_ideas_there_is_nothing) {
    Scenario scenario = claims::small_scenario("baseline", 20, 60);
    scenario.parameters.ideas_per_month = 0;
    const ScenarioResult result = claims::run({scenario}, 2).scenarios.front();
    EXPECT_EQ(total(result, "ideas_so_far", 59), 0);
    EXPECT_EQ(total(result, "value", 59), 0);
}

// E64
TEST(Direction, without_harm_becoming_public_there_are_no_incidents) {
    Scenario scenario = claims::small_scenario("baseline", 20, last + 1);
    scenario.parameters.incident_rate = 0;
    EXPECT_EQ(total(claims::run({scenario}, 4).scenarios.front(), "incidents_so_far"), 0);
}

// E60
TEST(Direction, citizens_who_hear_no_news_do_not_worry_more) {
    Scenario scenario = claims::small_scenario("baseline", 10, 100);
    scenario.municipalities = {MunicipalityChoice::Kind::listed, 0, {"GM0014"}};  // one, so that no weights shift
    scenario.parameters.start_media_exposure_mean = scenario.parameters.start_media_exposure_spread = 0;
    scenario.parameters.experience_chance = 0;
    const ScenarioResult result = claims::run({scenario}, 2).scenarios.front();
    EXPECT_NEAR(claims::mean_national(result, 99, "mean_concern"), claims::mean_national(result, 0, "mean_concern"),
                1e-6);
}

// E60, E61, E69
TEST(Direction, without_scandals_attention_is_lower_and_the_social_domain_does_better) {
    const Ensemble ensemble = against_baseline("no_scandal");
    EXPECT_LT(claims::mean_national(ensemble.scenarios[1], month_of(2020, 12), "attention_risk"),
              claims::mean_national(ensemble.scenarios[0], month_of(2020, 12), "attention_risk"));
    EXPECT_GT(claims::mean_outcome(ensemble.scenarios[1], last, Domain::social, "value"),
              claims::mean_outcome(ensemble.scenarios[0], last, Domain::social, "value"));
}

// E29, E30
TEST(Direction, budget_cuts_cost_value_in_both_domains) {
    const Ensemble ensemble = against_baseline("budget_cuts");
    for (const Domain domain : {Domain::social, Domain::physical})
        EXPECT_LT(claims::mean_outcome(ensemble.scenarios[1], last, domain, "value"),
                  claims::mean_outcome(ensemble.scenarios[0], last, domain, "value"));
}

// E24
TEST(Direction, standards_raise_readiness_of_data_in_both_domains) {
    const Ensemble ensemble = against_baseline("standards_first");
    for (const Domain domain : {Domain::social, Domain::physical})
        EXPECT_GT(claims::mean_outcome(ensemble.scenarios[1], last, domain, "data_readiness"),
                  claims::mean_outcome(ensemble.scenarios[0], last, domain, "data_readiness"));
}

// E78
TEST(Direction, step_by_step_gives_more_value_than_prediction_first) {
    const Ensemble ensemble = claims::run({claims::small_scenario("prediction_first", 60, last + 1),
                                           claims::small_scenario("step_by_step", 60, last + 1)},
                                          replicates);
    for (const Domain domain : {Domain::social, Domain::physical})
        EXPECT_GT(claims::mean_outcome(ensemble.scenarios[1], last, domain, "value"),
                  claims::mean_outcome(ensemble.scenarios[0], last, domain, "value"));
}

// E53, E54, E56
TEST(Direction, a_strict_reading_of_privacy_law_rejects_more) {
    const Ensemble ensemble = claims::run({claims::small_scenario("enabling_privacy_reading", 60, last + 1),
                                           claims::small_scenario("strict_privacy_reading", 60, last + 1)},
                                          replicates);
    EXPECT_GT(total(ensemble.scenarios[1], "rejected_by_law"), total(ensemble.scenarios[0], "rejected_by_law"));
}

}  // namespace algemeente
