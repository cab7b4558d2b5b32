#include "ensemble/scenario_hash.h"

#include "scenario/random_scenario.h"
#include "scenario/scenario_past.h"

#include <gtest/gtest.h>

#include <set>

namespace algemeente::testing {

TEST(ScenarioHash, is_equal_exactly_when_the_months_before_are) {
    ScenarioDraw draw(3);
    for (int i = 0; i < 30; ++i) {
        const Scenario one = draw.scenario();
        Scenario other = one;
        other.title += "!";
        if (!other.changes.empty()) other.changes.back().value += 1;
        if (!other.shocks.empty()) other.shocks.back().months += 2;
        if (!other.conditional_changes.empty()) other.conditional_changes.back().value += 1;
        for (int month = 0; month <= 240; month += 8)
            EXPECT_EQ(hash_until(one, month) == hash_until(other, month), same_until(one, other, month))
                << i << " month " << month;
    }
}

TEST(ScenarioHash, every_number_of_a_scenario_makes_another_one) {
    const SimulatedScenario standard;
    std::set<std::uint64_t> seen{hash_until(standard, 180)};
    std::size_t tried = 1;
    const auto note = [&](const SimulatedScenario& changed) {
        seen.insert(hash_until(changed, 180));
        ++tried;
    };
    for (const ParameterInfo& row : parameter_table()) {
        if (row.name == "months") continue;  // the length changes no month
        SimulatedScenario changed;
        changed.parameters.*row.value += 0.5;
        note(changed);
    }
    for (std::size_t use_case = 0; use_case < use_case_names().size(); ++use_case)
        for (const UseCaseColumn& column : use_case_columns()) {
            SimulatedScenario changed;
            changed.use_cases[use_case].*column.value += 0.5;
            note(changed);
        }
    SimulatedScenario changed;
    changed.population = Population::synthetic;
    note(changed);
    changed.municipalities = {MunicipalityChoice::Kind::sample, 100, {}};
    note(changed);
    changed.changes.push_back({.lever = "ethics_committee", .value = 1, .from_month = 60});
    note(changed);
    changed.changes.front().initial_share = 0.25;
    note(changed);
    changed.conditional_changes.push_back({.lever = "ethics_committee", .value = 1, .when = "in_use.social > 5"});
    note(changed);
    changed.conditional_changes.front().when = "in_use.social > 6";
    note(changed);
    changed.conditional_changes.front().until_when = "in_use.social > 60";
    note(changed);
    changed.shocks.push_back({.frame = Frame::risk, .from_month = 60, .months = 3, .stories_per_month = 7});
    note(changed);
    changed.shocks.front().frame = Frame::surveillance;
    note(changed);
    EXPECT_EQ(seen.size(), tried);
}

TEST(ScenarioHash, the_length_does_not_count) {
    SimulatedScenario shorter;
    shorter.parameters.months = 24;
    EXPECT_EQ(hash_until(shorter, 24), hash_until(SimulatedScenario{}, 24));
}

}  // namespace algemeente::testing
