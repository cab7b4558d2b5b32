// The table of use cases can grow: a world works with as many as its scenario has.
#include "claims/worlds.h"
#include "ensemble/replicate_run.h"
#include "scenario/scenario_json.h"
#include "scenario/scenario_keys.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <memory>

namespace algemeente {

namespace {

constexpr std::size_t many = 26;  ///< ten more than sixteen

/// The standard use cases again and again, until there are `many`; all equally frequent in both domains.
Scenario scenario_of_many() {
    Scenario scenario = claims::small_scenario("baseline", 12, 120);
    while (scenario.use_cases.size() < many)
        scenario.use_cases.push_back(scenario.use_cases[scenario.use_cases.size() % use_case_count]);
    for (UseCase& use_case : scenario.use_cases) use_case.mix_social = use_case.mix_physical = 1;
    scenario.parameters.ideas_per_month = find_parameter("ideas_per_month")->high;
    scenario.parameters.choice_avoidance = 0;
    return scenario;
}

}  // namespace

TEST(UseCases, twenty_six_of_them_live_in_one_world) {
    const auto scenario = std::make_shared<const Scenario>(scenario_of_many());
    ReplicateRun run(scenario, claims::country_of(*scenario), 1, 0, true);
    std::array<int, many> born{};
    std::array<int, many> used{};
    while (!run.finished()) {
        run.pass_month();
        for (std::size_t m = 0; m < run.world().municipalities.size(); ++m) {
            const Municipality& municipality = run.world().municipalities[m];
            std::array<bool, use_case_capacity> in_use{};
            for (const Project& project : municipality.projects) {
                ASSERT_LT(project.use_case, many);
                ++born[project.use_case];
                if (project.stage == Stage::in_use) in_use[project.use_case] = true;
            }
            for (std::size_t a = 0; a < use_case_capacity; ++a) {
                ASSERT_EQ(municipality.uses.of(a), in_use[a] ? 1U : 0U) << a << " in month " << run.month();
                ASSERT_EQ(run.world().uses_last_month[m].of(a), in_use[a] ? 1U : 0U) << a;
                if (in_use[a]) ++used[a];
            }
        }
    }
    int used_beyond_sixteen = 0;
    for (std::size_t a = 0; a < many; ++a) {
        EXPECT_GT(born[a], 0) << a << " never came up";
        if (a >= 16) used_beyond_sixteen += used[a];
    }
    EXPECT_GT(used_beyond_sixteen, 0);
}

TEST(UseCases, copies_with_new_positions_change_nothing_when_they_never_come_up) {
    Scenario scenario = claims::small_scenario("baseline", 12, 60);
    const std::uint64_t alone = claims::run({scenario}, 1).fingerprint;
    while (scenario.use_cases.size() < many) {
        scenario.use_cases.push_back(scenario.use_cases.front());
        scenario.use_cases.back().mix_social = scenario.use_cases.back().mix_physical = 0;
    }
    EXPECT_EQ(claims::run({scenario}, 1).fingerprint, alone);
}

TEST(UseCases, beyond_the_table_are_written_and_read_like_the_others) {
    const Scenario scenario = scenario_of_many();
    EXPECT_EQ(use_case_name(0), "welfare_risk_scoring");
    EXPECT_EQ(use_case_name(many - 1), "row 26");
    EXPECT_EQ(changed_cells(scenario).back().use_case, many - 1);
    nlohmann::ordered_json json;
    add_world(json, scenario);
    add_tables(json, scenario, JsonDates::month_numbers);
    EXPECT_EQ(json.at("use_cases").size(), many);
    Scenario read = scenario;
    for (UseCase& use_case : read.use_cases) use_case.value = 0;
    take_json(read, json);
    EXPECT_EQ(read.use_cases, scenario.use_cases);
}

}  // namespace algemeente
