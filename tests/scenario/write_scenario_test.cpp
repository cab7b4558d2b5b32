#include "scenario/write_scenario.h"

#include "places.h"
#include "scenario/random_scenario.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace algemeente::testing {

namespace {

namespace fs = std::filesystem;

const fs::path scenario_folder = places::checkout() / "scenarios";

fs::path own_file() {
    return fs::path(::testing::TempDir()) /
           (std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()) + ".toml");
}

Scenario written_and_read(const Scenario& scenario) {
    const fs::path file = own_file();
    write_scenario(scenario, file);
    Scenario again = read_scenario(file);
    fs::remove(file);
    return again;
}

/// Equal scenarios have equal text; this says more than "false" when they are not.
void expect_survives(const Scenario& scenario) {
    const Scenario again = written_and_read(scenario);
    EXPECT_TRUE(again == scenario) << scenario_toml(scenario).substr(0, 2000);
    EXPECT_EQ(scenario_toml(again), scenario_toml(scenario));
}

}  // namespace

TEST(WriteScenario, every_shipped_file_is_read_back_equal) {
    int files = 0;
    for (const fs::path& folder : {scenario_folder, scenario_folder / "diagnostics"})
        for (const auto& entry : fs::directory_iterator(folder)) {
            if (entry.path().extension() != ".toml") continue;
            SCOPED_TRACE(entry.path().string());
            expect_survives(read_scenario(entry.path()));
            ++files;
        }
    EXPECT_GE(files, 22);
}

TEST(WriteScenario, two_hundred_drawn_scenarios_are_read_back_equal) {
    ScenarioDraw draw(20150101);
    std::size_t changes = 0;
    std::size_t conditional = 0;
    std::size_t shocks = 0;
    std::size_t cells = 0;
    for (int i = 0; i < 200; ++i) {
        const Scenario scenario = draw.scenario();
        SCOPED_TRACE(i);
        expect_survives(scenario);
        changes += scenario.changes.size();
        conditional += scenario.conditional_changes.size();
        shocks += scenario.shocks.size();
        cells += changed_cells(scenario).size();
    }
    EXPECT_GT(changes, 300U) << "the draw must be rich, or this proves nothing";
    EXPECT_GT(conditional, 80U);
    EXPECT_GT(shocks, 200U);
    EXPECT_GT(cells, 1000U);
}

TEST(WriteScenario, nasty_texts_are_read_back_to_the_last_byte) {
    for (const std::string& text : nasty_texts()) {
        Scenario scenario;
        scenario.title = scenario.question = scenario.story = scenario.evidence = text;
        const Scenario again = written_and_read(scenario);
        EXPECT_EQ(again.title, text);
        EXPECT_TRUE(same_texts(again, scenario)) << text.substr(0, 100);
    }
}

TEST(WriteScenario, broken_utf8_gives_a_file_that_can_be_read) {
    for (const char* broken : {"half a letter \xC3", "\xFF\xFE", "a\x80z", "\xED\xA0\x80"}) {
        Scenario scenario;
        scenario.title = broken;
        EXPECT_NO_THROW(written_and_read(scenario)) << scenario_toml(scenario);
    }
}

TEST(WriteScenario, a_scenario_without_a_title_gets_its_name) {
    Scenario scenario;
    scenario.name = "mine";
    EXPECT_EQ(written_and_read(scenario).title, "mine");
}

TEST(WriteScenario, only_what_differs_is_written) {
    Scenario scenario;
    scenario.title = "Budget \"cuts\"";
    scenario.story = "One.\nTwo.";
    scenario.municipalities = {MunicipalityChoice::Kind::sample, 40, {}};
    scenario.parameters.alderman_risk_aversion = 8.25;
    scenario.use_cases[0].value = 0.125;
    scenario.changes.push_back({.lever = "ethics_committee", .value = 1, .from_month = 72});
    scenario.changes.push_back({.lever = "capacity_cut_share",
                                .value = 0.25,
                                .from_month = 84,
                                .until_month = 96,
                                .rollout_months = 12,
                                .municipality_share = 0.5,
                                .initial_share = 0.125});
    scenario.shocks.push_back({.frame = Frame::surveillance, .from_month = 100, .months = 1, .stories_per_month = 4.5});
    scenario.conditional_changes.push_back(
        {.lever = "algorithm_register", .value = 1, .when = "incidents_so_far.social > 12", .rollout_months = 24});
    scenario.conditional_changes.push_back({.lever = "ethics_committee",
                                            .value = 0,
                                            .when = "mean_trust > 0.5",
                                            .until_when = "mean_trust < 0.25",
                                            .from_month = 60,
                                            .until_month = 120});
    const std::string expected =
        "title = \"Budget \\\"cuts\\\"\"\n"
        "story = \"One.\\nTwo.\"\n"
        "\n[world]\n"
        "start = \"2015-01\"\n"
        "municipalities = \"40\"\n"
        "population = \"real\"\n"
        "supply = false\n"
        "months = 180\n"
        "people_per_agent = 500\n"
        "citizen_agents_floor = 80\n"
        "employee_agents_floor = 5\n"
        "national_employees = 189500\n"
        "\n[parameters]\n"
        "alderman_risk_aversion = 8.25\n"
        "\n[use_cases." +
        std::string(use_case_names()[0]) +
        "]\n"
        "value = 0.125\n"
        "\n[[change]]\n"
        "lever = \"ethics_committee\"\n"
        "value = 1\n"
        "from = \"2021-01\"\n"
        "\n[[change]]\n"
        "lever = \"capacity_cut_share\"\n"
        "value = 0.25\n"
        "from = \"2022-01\"\n"
        "until = \"2023-01\"\n"
        "rollout_months = 12\n"
        "municipality_share = 0.5\n"
        "initial_share = 0.125\n"
        "\n[[shock]]\n"
        "frame = \"surveillance\"\n"
        "from = \"2023-05\"\n"
        "stories_per_month = 4.5\n"
        "\n[[change]]\n"
        "lever = \"algorithm_register\"\n"
        "value = 1\n"
        "when = \"incidents_so_far.social > 12\"\n"
        "rollout_months = 24\n"
        "\n[[change]]\n"
        "lever = \"ethics_committee\"\n"
        "value = 0\n"
        "when = \"mean_trust > 0.5\"\n"
        "until_when = \"mean_trust < 0.25\"\n"
        "from = \"2020-01\"\n"
        "until = \"2025-01\"\n";
    EXPECT_EQ(scenario_toml(scenario), expected);
    expect_survives(scenario);
}

TEST(WriteScenario, a_folder_that_is_not_there_is_refused) {
    EXPECT_THROW(write_scenario(Scenario{}, fs::path(::testing::TempDir()) / "not_there" / "a.toml"), InputError);
}

}  // namespace algemeente::testing
