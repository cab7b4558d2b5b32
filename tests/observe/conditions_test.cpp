// When conditional changes begin and end, in a history made by hand.
#include "observe/conditions.h"

#include <gtest/gtest.h>

#include <limits>
#include <numeric>

namespace algemeente {

namespace {

/// Every outcome is 0 but for incidents so far in the social domain, which are as many as given, month by month.
History history_of(const std::vector<double>& incidents) {
    History history;
    history.months = static_cast<int>(incidents.size());
    history.domain_values.assign(incidents.size() * domain_count * domain_outcomes().size(), 0);
    history.national_values.assign(incidents.size() * national_outcomes().size(), 0);
    const std::size_t outcome = find_domain_outcome("incidents_so_far");
    for (std::size_t month = 0; month < incidents.size(); ++month)
        history.domain_values[month * domain_count * domain_outcomes().size() + outcome] = incidents[month];
    return history;
}

void set_national(History& history, std::size_t month, std::string_view outcome, double value) {
    history.national_values[month * national_outcomes().size() + find_national_outcome(outcome)] = value;
}

SimulatedScenario scenario_with(ConditionalChange change) {
    change.lever = "ethics_committee";
    change.value = 1;
    SimulatedScenario scenario;
    scenario.conditional_changes.push_back(std::move(change));
    return scenario;
}

Spell spell_of(const ConditionalChange& change, const History& history) {
    return spells_of(scenario_with(change), history).front();
}

const std::vector<double> rising{0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

}  // namespace

TEST(Conditions, begin_in_the_month_after_it_was_seen) {
    EXPECT_EQ(spell_of({.when = "incidents_so_far.social > 4"}, history_of(rising)), (Spell{6, -1}));
    EXPECT_EQ(spell_of({.when = "incidents_so_far.social >= 4"}, history_of(rising)), (Spell{5, -1}));
    EXPECT_EQ(spell_of({.when = "incidents_so_far.social >= 0"}, history_of(rising)), (Spell{1, -1}))
        << "before the first month nothing has been seen";
}

TEST(Conditions, that_are_never_met_begin_never) {
    EXPECT_EQ(spell_of({.when = "incidents_so_far.social > 9"}, history_of(rising)), Spell{});
    EXPECT_EQ(spell_of({.when = "incidents_so_far.social > 8"}, history_of(rising)), Spell{})
        << "seen in the last month, and there is no month after it";
    EXPECT_EQ(spell_of({.when = "incidents_so_far.physical > 0"}, history_of(rising)), Spell{}) << "the other domain";
}

TEST(Conditions, once_begun_stay_whatever_is_seen_then) {
    EXPECT_EQ(spell_of({.when = "incidents_so_far.social > 4"}, history_of({0, 5, 0, 0, 0})), (Spell{2, -1}));
}

TEST(Conditions, end_once_for_good_when_the_end_is_seen) {
    const ConditionalChange change{.when = "incidents_so_far.social > 4", .until_when = "incidents_so_far.social < 2"};
    EXPECT_EQ(spell_of(change, history_of({0, 5, 3, 1, 9, 9, 0})), (Spell{2, 4})) << "it does not begin again";
    EXPECT_EQ(spell_of(change, history_of({0, 5, 3, 3})), (Spell{2, -1}));
}

TEST(Conditions, may_end_in_the_month_after_they_began) {
    EXPECT_EQ(spell_of({.when = "incidents_so_far.social > 4", .until_when = "incidents_so_far.social > 0"},
                       history_of(rising)),
              (Spell{6, 7}));
}

TEST(Conditions, wait_for_their_first_month_and_miss_their_last) {
    EXPECT_EQ(spell_of({.when = "incidents_so_far.social > 4", .from_month = 8}, history_of(rising)), (Spell{8, -1}));
    EXPECT_EQ(spell_of({.when = "incidents_so_far.social > 4", .until_month = 8}, history_of(rising)), (Spell{6, 8}));
    EXPECT_EQ(spell_of({.when = "incidents_so_far.social > 4", .until_month = 6}, history_of(rising)), Spell{});
}

TEST(Conditions, joined_by_and_are_met_in_one_month) {
    History history = history_of({0, 5, 5, 5, 5});
    for (std::size_t month = 0; month < 5; ++month) set_national(history, month, "mean_trust", month == 3 ? .3 : .5);
    EXPECT_EQ(spell_of({.when = "incidents_so_far.social > 4 and mean_trust < 0.4"}, history), (Spell{4, -1}));
    history = history_of({5, 0, 0, 0, 0});
    for (std::size_t month = 0; month < 5; ++month) set_national(history, month, "mean_trust", month == 3 ? .3 : .5);
    EXPECT_EQ(spell_of({.when = "incidents_so_far.social > 4 and mean_trust < 0.4"}, history), Spell{});
}

TEST(Conditions, are_not_met_by_what_does_not_exist) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(spell_of({.when = "incidents_so_far.social < 1"}, history_of({nan, nan, 0, nan})), (Spell{3, -1}));
}

TEST(Conditions, tell_the_policy_so_that_the_lever_moves) {
    Scenario scenario;
    static_cast<SimulatedScenario&>(scenario) =
        scenario_with({.when = "incidents_so_far.social > 4", .until_when = "incidents_so_far.social > 6"});
    const std::vector<std::uint32_t> keys{1, 2, 3};
    Policy policy(scenario, keys, Luck(1, 0));
    Conditions conditions(scenario);
    const History history = history_of(rising);
    std::vector<double> committee;
    for (int month = 0; month < 10; ++month) {
        conditions.decide(month, history, &policy);
        policy.advance_to(month);
        committee.push_back(policy.rules_for(2).parameters.ethics_committee);
    }
    EXPECT_EQ(committee, (std::vector<double>{0, 0, 0, 0, 0, 0, 1, 1, 0, 0}));
    EXPECT_EQ(conditions.spells(), spells_of(scenario, history));
}

}  // namespace algemeente
