// What files and pages say about decisions that wait for what is seen.
#include "output/conditions.h"

#include "output/csv_tables.h"
#include "output/fake_ensemble.h"
#include "output/manifest.h"
#include "output/report.h"
#include "output/results.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace algemeente {

namespace {

const RunDescription english = {"compare", "algemeente compare baseline.toml other.toml", present::Language::en};
const RunDescription dutch = {"compare", "algemeente compare baseline.toml other.toml", present::Language::nl};

/// `other` has a committee once incidents are above 100: seen in the first replicate in month 11, in the second in
/// month 20, never in the third. Again below 50 it ends: in the first replicate, after month 15.
Ensemble fake_conditions() {
    Ensemble ensemble = fake_ensemble({"baseline", "other"});
    ScenarioResult& other = ensemble.scenarios[1];
    other.scenario.conditional_changes.push_back({.lever = "ethics_committee",
                                                  .value = 1,
                                                  .when = "incidents_so_far.social > 100",
                                                  .until_when = "incidents_so_far.social < 50"});
    for (int month = 11; month < 16; ++month)
        set_outcome(other.replicates[0], month, Domain::social, "incidents_so_far", 200);
    for (int month = 20; month < 30; ++month)
        set_outcome(other.replicates[1], month, Domain::social, "incidents_so_far", 200);
    return ensemble;
}

bool holds(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

}  // namespace

TEST(ConditionsOutput, ReadsMonthsOfEveryReplicateFromItsHistory) {
    const Ensemble ensemble = fake_conditions();
    EXPECT_TRUE(spells_by_change(ensemble.scenarios[0]).empty());
    const auto spells = spells_by_change(ensemble.scenarios[1]);
    ASSERT_EQ(spells.size(), 1U);
    EXPECT_EQ(spells[0], (std::vector<Spell>{{12, 17}, {21, -1}, {-1, -1}}));
}

TEST(ConditionsOutput, HasARowPerReplicateAndChange) {
    const TemporaryFolder folder;
    write_conditions_csv(fake_conditions(), folder.path() / "c.csv");
    EXPECT_EQ(read_text(folder.path() / "c.csv"),
              "scenario,replicate,lever,value,when,until_when,begins_month,begins,ends_month,ends\n"
              "other,0,ethics_committee,1,incidents_so_far.social > 100,incidents_so_far.social < 50,12,2016-01,17,"
              "2016-06\n"
              "other,1,ethics_committee,1,incidents_so_far.social > 100,incidents_so_far.social < 50,21,2016-10,,\n"
              "other,2,ethics_committee,1,incidents_so_far.social > 100,incidents_so_far.social < 50,,,,\n");
}

TEST(ConditionsOutput, IsAFileOnlyWhereThereAreConditions) {
    const TemporaryFolder folder;
    write_results(fake_ensemble({"baseline", "other"}), folder.path() / "without", english);
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "without" / "conditions.csv"));
    write_results(fake_conditions(), folder.path() / "with", english);
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "with" / "conditions.csv"));
    EXPECT_TRUE(is_result_file_name("conditions.csv")) << "or --force would not replace it";
}

TEST(ConditionsOutput, IsInTheManifest) {
    const nlohmann::json manifest = nlohmann::json::parse(manifest_text(fake_conditions(), english));
    EXPECT_EQ(manifest["conditions"].dump(),
              R"({"other":[{"begins":["2016-01","2016-10",null],"ends":["2016-06",null,null],)"
              R"("lever":"ethics_committee","when":"incidents_so_far.social > 100"}]})");
    EXPECT_EQ(manifest["scenarios"][1]["conditional_changes"][0]["when"], "incidents_so_far.social > 100");
    EXPECT_FALSE(nlohmann::json::parse(manifest_text(fake_ensemble({"baseline"}), english)).contains("conditions"));
}

TEST(ConditionsOutput, IsToldInTheReportInBothLanguages) {
    const std::string page = report_page(fake_conditions(), english);
    EXPECT_TRUE(holds(page, "When conditions are met"));
    EXPECT_TRUE(holds(page, "Ethics committee: on once this is seen: incidents so far (social) above 100"));
    EXPECT_TRUE(holds(page,
                      "This happens in 2 of 3 runs, in the middle one of these in January 2016 (the first in "
                      "January 2016, the last in October 2016). It ends again in 1 of 3 runs."));
    EXPECT_TRUE(holds(page, "ethics committee (2 of 3 runs)")) << "the mark on the charts";
    EXPECT_TRUE(holds(page, "The scenarios part once a condition is met: in January 2016 at the earliest."));
    EXPECT_TRUE(holds(page, "off \u2192 on (incidents so far (social) above 100)")) << "the table of levers";
    const std::string in_dutch = report_page(fake_conditions(), dutch);
    EXPECT_TRUE(holds(in_dutch, "Wanneer voorwaarden vervuld zijn"));
    EXPECT_TRUE(holds(in_dutch, "Dat gebeurt in 2 van 3 runs"));
    EXPECT_TRUE(holds(in_dutch, "op zijn vroegst in januari 2016"));
    EXPECT_FALSE(holds(report_page(fake_ensemble({"baseline", "other"}), english), "When conditions are met"));
}

TEST(ConditionsOutput, MarksLeversThatWaitForTheSameTogether) {
    Ensemble ensemble = fake_conditions();
    auto& changes = ensemble.scenarios[1].scenario.conditional_changes;
    changes.push_back(changes.front());
    changes.back().lever = "algorithm_register";
    EXPECT_TRUE(holds(report_page(ensemble, english), "2 decisions (2 of 3 runs)"));
}

TEST(ConditionsOutput, SaysThatNothingDiffersWhereNoRunMeetsThem) {
    Ensemble ensemble = fake_conditions();
    ensemble.scenarios[1].scenario.conditional_changes[0].when = "incidents_so_far.social > 1000";
    EXPECT_EQ(parting_of(ensemble, 1).month, -1);
    EXPECT_TRUE(holds(report_page(ensemble, english),
                      "The scenarios differ only in decisions whose condition is met in "
                      "no run: everything stays the same."));
}

TEST(ConditionsOutput, PartsAtADateThatComesFirst) {
    Ensemble ensemble = fake_conditions();
    EXPECT_EQ(parting_of(ensemble, 1).month, 12);
    EXPECT_TRUE(parting_of(ensemble, 1).by_condition);
    ensemble.scenarios[1].scenario.changes.push_back({.lever = "algorithm_register", .value = 1, .from_month = 5});
    EXPECT_EQ(parting_of(ensemble, 1).month, 5);
    EXPECT_FALSE(parting_of(ensemble, 1).by_condition);
    ensemble.scenarios[1].scenario.changes.front().from_month = 20;
    EXPECT_EQ(parting_of(ensemble, 1).month, 12);
    // what both have is no difference
    ensemble.scenarios[0].scenario.conditional_changes = ensemble.scenarios[1].scenario.conditional_changes;
    EXPECT_EQ(parting_of(ensemble, 1).month, 20);
}

TEST(ConditionsOutput, IsBelowTheTableOfTheTerminal) {
    EXPECT_TRUE(
        holds(results_table(fake_conditions(), present::Language::en),
              "\nother: Ethics committee: on once this is seen: incidents so far (social) above 100; until this is "
              "seen: incidents so far (social) below 50. This happens in 2 of 3 runs"));
}

}  // namespace algemeente
