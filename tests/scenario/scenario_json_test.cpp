#include "scenario/scenario_json.h"

#include "scenario/random_scenario.h"
#include "text/error.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace algemeente::testing {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const SimulatedScenario& scenario, JsonDates dates) {
    Json json = Json::object();
    add_world(json, scenario);
    add_tables(json, scenario, dates);
    return json;
}

SimulatedScenario small_scenario() {
    SimulatedScenario scenario;
    scenario.municipalities = {MunicipalityChoice::Kind::listed, 0, {"GM0363", "GM0599"}};
    scenario.changes.push_back({.lever = "ethics_committee", .value = 1, .from_month = 72});
    scenario.changes.push_back({.lever = "capacity_cut_share",
                                .value = 0.25,
                                .from_month = 84,
                                .until_month = 96,
                                .rollout_months = 12,
                                .municipality_share = 0.5,
                                .initial_share = 0.125});
    scenario.shocks.push_back({.frame = Frame::surveillance, .from_month = 100, .months = 2, .stories_per_month = 4.5});
    return scenario;
}

}  // namespace

/// Byte for byte: the text of a store is its identity, and stores of earlier versions must stay known.
TEST(ScenarioJson, the_form_of_a_store_does_not_change) {
    Json json = json_of(small_scenario(), JsonDates::month_numbers);
    EXPECT_EQ(json["parameters"].size(), parameter_table().size());
    EXPECT_EQ(json["parameters"].items().begin().key(), parameter_table().front().name);
    EXPECT_EQ(json["parameters"]["months"].dump(), "180.0");
    EXPECT_EQ(json["use_cases"].size(), use_case_names().size());
    EXPECT_EQ(json["use_cases"].items().begin().value().size(), use_case_columns().size());
    json["parameters"] = 0;
    json["use_cases"] = 0;
    EXPECT_EQ(json.dump(),
              R"({"municipalities":"GM0363,GM0599","population":"real","parameters":0,"use_cases":0,)"
              R"("changes":[{"lever":"ethics_committee","value":1.0,"from_month":72,"until_month":-1,)"
              R"("rollout_months":0,"municipality_share":1.0,"initial_share":0.0},)"
              R"({"lever":"capacity_cut_share","value":0.25,"from_month":84,"until_month":96,)"
              R"("rollout_months":12,"municipality_share":0.5,"initial_share":0.125}],)"
              R"("shocks":[{"frame":"surveillance","from_month":100,"months":2,"stories_per_month":4.5}]})");
}

TEST(ScenarioJson, a_manifest_writes_dates) {
    const Json json = json_of(small_scenario(), JsonDates::dates);
    EXPECT_EQ(json["changes"].dump(),
              R"([{"lever":"ethics_committee","value":1.0,"from":"2021-01",)"
              R"("rollout_months":0,"municipality_share":1.0,"initial_share":0.0},)"
              R"({"lever":"capacity_cut_share","value":0.25,"from":"2022-01","until":"2023-01",)"
              R"("rollout_months":12,"municipality_share":0.5,"initial_share":0.125}])");
    EXPECT_EQ(json["shocks"].dump(),
              R"([{"frame":"surveillance","from":"2023-05","months":2,"stories_per_month":4.5}])");
}

TEST(ScenarioJson, conditions_are_said_where_there_are_any) {
    SimulatedScenario scenario = small_scenario();
    EXPECT_FALSE(json_of(scenario, JsonDates::month_numbers).contains("conditional_changes"));
    scenario.conditional_changes.push_back(
        {.lever = "ethics_committee", .value = 1, .when = "in_use.social > 5", .until_month = 96});
    EXPECT_EQ(json_of(scenario, JsonDates::month_numbers)["conditional_changes"].dump(),
              R"([{"lever":"ethics_committee","value":1.0,"when":"in_use.social > 5","until_when":"",)"
              R"("from_month":1,"until_month":96,"rollout_months":0,"municipality_share":1.0,"initial_share":0.0}])");
    SimulatedScenario again;
    take_json(again, json_of(scenario, JsonDates::month_numbers));
    EXPECT_EQ(again, scenario);
}

TEST(ScenarioJson, drawn_scenarios_come_back_from_text_to_the_last_bit) {
    ScenarioDraw draw(99);
    for (int i = 0; i < 50; ++i) {
        const SimulatedScenario scenario = draw.scenario();
        SimulatedScenario again;
        take_json(again, Json::parse(json_of(scenario, JsonDates::month_numbers).dump()));
        EXPECT_EQ(again, scenario) << i;
    }
}

TEST(ScenarioJson, a_missing_number_and_an_unknown_word_are_refused) {
    SimulatedScenario scenario;
    Json json = json_of(small_scenario(), JsonDates::month_numbers);
    json["shocks"][0]["frame"] = "weather";
    EXPECT_THROW(take_json(scenario, json), InputError);
    json = json_of(small_scenario(), JsonDates::month_numbers);
    json["parameters"].erase("support_base");
    EXPECT_THROW(take_json(scenario, json), Json::exception);
}

}  // namespace algemeente::testing
