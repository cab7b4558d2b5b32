#include "scenario/policy.h"

#include "text/calendar.h"

#include <gtest/gtest.h>

#include <numeric>
#include <set>

namespace algemeente {

namespace {

const Luck luck(1, 0);

std::vector<std::uint32_t> keys_of(std::size_t count) {
    std::vector<std::uint32_t> keys(count);
    std::iota(keys.begin(), keys.end(), 3U);
    return keys;
}

Scenario scenario_with(std::vector<DatedChange> changes) {
    Scenario scenario;
    scenario.changes = std::move(changes);
    return scenario;
}

/// Positions of the municipalities in which the ethics committee exists.
std::set<std::size_t> with_committee(const Policy& policy, std::size_t count) {
    std::set<std::size_t> found;
    for (std::size_t m = 0; m < count; ++m)
        if (policy.rules_for(m).parameters.ethics_committee == 1) found.insert(m);
    return found;
}

/// Number of municipalities with a committee in each of the first `months` months.
std::vector<std::size_t> committees_by_month(const Scenario& scenario, std::size_t count, int months) {
    const auto keys = keys_of(count);
    Policy policy(scenario, keys, luck);
    std::vector<std::size_t> committees;
    for (int month = 0; month < months; ++month) {
        policy.advance_to(month);
        committees.push_back(with_committee(policy, count).size());
    }
    return committees;
}

}  // namespace

TEST(Policy, without_changes_everybody_lives_by_the_scenario) {
    Scenario scenario;
    scenario.parameters.support_base = 1;
    const auto keys = keys_of(5);
    Policy policy(scenario, keys, luck);
    EXPECT_EQ(policy.rules_for(4).parameters, scenario.parameters);
    policy.advance_to(100);
    EXPECT_EQ(policy.rules_for(4).parameters, scenario.parameters);
    EXPECT_EQ(policy.rules_for(4).use_cases, scenario.use_cases);
    EXPECT_EQ(&policy.rules_for(0), &policy.rules_for(4));
}

TEST(Policy, a_change_without_rollout_holds_everywhere_from_its_month_on) {
    const auto scenario = scenario_with({{.lever = "ethics_committee", .value = 1, .from_month = 2}});
    EXPECT_EQ(committees_by_month(scenario, 10, 5), (std::vector<std::size_t>{0, 0, 10, 10, 10}));
}

TEST(Policy, until_is_the_first_month_without_the_change_again) {
    const auto scenario = scenario_with({{.lever = "ethics_committee", .value = 1, .from_month = 1, .until_month = 3}});
    EXPECT_EQ(committees_by_month(scenario, 10, 5), (std::vector<std::size_t>{0, 10, 10, 0, 0}));
}

TEST(Policy, until_ends_a_rollout_that_is_not_complete) {
    const auto scenario = scenario_with(
        {{.lever = "ethics_committee", .value = 1, .from_month = 0, .until_month = 3, .rollout_months = 5}});
    EXPECT_EQ(committees_by_month(scenario, 10, 7), (std::vector<std::size_t>{0, 2, 4, 0, 0, 0, 0}));
}

TEST(Policy, a_rollout_begins_with_the_initial_share_and_is_spread_evenly_over_its_months) {
    const auto scenario = scenario_with(
        {{.lever = "ethics_committee", .value = 1, .from_month = 1, .rollout_months = 4, .initial_share = 0.2}});
    EXPECT_EQ(committees_by_month(scenario, 20, 7), (std::vector<std::size_t>{0, 4, 8, 12, 16, 20, 20}));
}

TEST(Policy, a_rollout_longer_than_the_number_of_municipalities_ends_in_its_last_month) {
    const auto scenario =
        scenario_with({{.lever = "ethics_committee", .value = 1, .from_month = 0, .rollout_months = 6}});
    EXPECT_EQ(committees_by_month(scenario, 3, 8), (std::vector<std::size_t>{0, 0, 1, 1, 2, 2, 3, 3}));
}

TEST(Policy, a_share_of_municipalities_adopts_and_the_others_never_do) {
    const auto scenario = scenario_with({{.lever = "ethics_committee",
                                          .value = 1,
                                          .from_month = 0,
                                          .rollout_months = 2,
                                          .municipality_share = 0.25,
                                          .initial_share = 0.1}});
    EXPECT_EQ(committees_by_month(scenario, 342, 4), (std::vector<std::size_t>{34, 60, 86, 86}));
    const auto nobody =
        scenario_with({{.lever = "ethics_committee", .value = 1, .from_month = 0, .municipality_share = 0}});
    EXPECT_EQ(committees_by_month(nobody, 342, 2), (std::vector<std::size_t>{0, 0}));
}

TEST(Policy, an_early_adopter_stays_early_whatever_the_share_and_the_pace) {
    constexpr std::size_t count = 50;
    const auto keys = keys_of(count);
    const auto few = scenario_with({{.lever = "ethics_committee", .value = 1, .municipality_share = 0.2}});
    const auto many = scenario_with({{.lever = "ethics_committee", .value = 1, .rollout_months = 10}});
    Policy few_policy(few, keys, luck);
    Policy many_policy(many, keys, luck);
    few_policy.advance_to(0);
    many_policy.advance_to(2);
    EXPECT_EQ(with_committee(few_policy, count).size(), 10U);
    EXPECT_EQ(with_committee(few_policy, count), with_committee(many_policy, count));
}

TEST(Policy, the_order_is_luck_of_the_replicate_and_of_the_lever) {
    constexpr std::size_t count = 50;
    const auto keys = keys_of(count);
    const auto committee = scenario_with({{.lever = "ethics_committee", .value = 1, .municipality_share = 0.2}});
    const auto pool = scenario_with({{.lever = "data_science_pool", .value = 1, .municipality_share = 0.2}});
    Policy one(committee, keys, luck);
    Policy other_replicate(committee, keys, Luck(1, 1));
    Policy other_lever(pool, keys, luck);
    one.advance_to(0);
    other_replicate.advance_to(0);
    other_lever.advance_to(0);
    std::set<std::size_t> in_pool;
    for (std::size_t m = 0; m < count; ++m)
        if (other_lever.rules_for(m).parameters.data_science_pool == 1) in_pool.insert(m);
    EXPECT_NE(with_committee(one, count), with_committee(other_replicate, count));
    EXPECT_NE(with_committee(one, count), in_pool);
    EXPECT_EQ(in_pool.size(), 10U);
}

TEST(Policy, the_order_hangs_on_the_municipality_and_not_on_its_place_in_the_world) {
    const std::vector<std::uint32_t> keys = {363, 599, 518, 344, 34, 1680, 14, 772, 855, 80};
    const std::vector<std::uint32_t> backwards(keys.rbegin(), keys.rend());
    const auto scenario = scenario_with({{.lever = "ethics_committee", .value = 1, .municipality_share = 0.4}});
    Policy one(scenario, keys, luck);
    Policy other(scenario, backwards, luck);
    one.advance_to(0);
    other.advance_to(0);
    for (std::size_t m = 0; m < keys.size(); ++m)
        EXPECT_EQ(one.rules_for(m).parameters, other.rules_for(keys.size() - 1 - m).parameters);
}

TEST(Policy, a_later_change_in_the_list_wins_while_it_lasts) {
    const auto scenario =
        scenario_with({{.lever = "capacity_cut_share", .value = 0.3, .from_month = 0},
                       {.lever = "capacity_cut_share", .value = 0.5, .from_month = 1, .until_month = 2}});
    const auto keys = keys_of(1);
    Policy policy(scenario, keys, luck);
    const double expected[] = {0.3, 0.5, 0.3};
    for (int month = 0; month < 3; ++month) {
        policy.advance_to(month);
        EXPECT_EQ(policy.rules_for(0).parameters.capacity_cut_share, expected[month]);
    }
}

TEST(Policy, a_change_may_move_a_cell_of_the_use_case_table) {
    const auto scenario = scenario_with({{.lever = "use_cases.area_model.value", .value = 0.1, .from_month = 1}});
    const auto keys = keys_of(2);
    Policy policy(scenario, keys, luck);
    policy.advance_to(1);
    UseCaseTable expected = standard_use_cases();
    expected[find_use_case("area_model")].value = 0.1;
    EXPECT_EQ(policy.rules_for(1).use_cases, expected);
    EXPECT_EQ(policy.rules_for(1).parameters, Parameters{});
}

TEST(Policy, municipalities_with_the_same_changes_share_one_copy_of_the_rules) {
    constexpr std::size_t count = 342;
    const auto scenario = scenario_with({{.lever = "ethics_committee", .value = 1, .municipality_share = 0.5},
                                         {.lever = "data_science_pool", .value = 1, .municipality_share = 0.5}});
    const auto keys = keys_of(count);
    Policy policy(scenario, keys, luck);
    policy.advance_to(0);
    std::set<const Rules*> copies;
    for (std::size_t m = 0; m < count; ++m) copies.insert(&policy.rules_for(m));
    EXPECT_EQ(copies.size(), 4U);
}

TEST(Policy, the_nation_lives_by_a_change_from_its_first_month_until_its_end) {
    const auto scenario = scenario_with(
        {{.lever = "media_story_breeding", .value = 0.5, .from_month = 1, .until_month = 3, .rollout_months = 24}});
    const auto keys = keys_of(10);
    Policy policy(scenario, keys, luck);
    const double standard = Parameters{}.media_story_breeding;
    const double expected[] = {standard, 0.5, 0.5, standard};
    for (int month = 0; month < 4; ++month) {
        policy.advance_to(month);
        EXPECT_EQ(policy.national_rules().parameters.media_story_breeding, expected[month]);
    }
}

TEST(Policy, months_may_be_skipped) {
    const auto scenario = scenario_with({{.lever = "ethics_committee", .value = 1, .rollout_months = 4}});
    const auto keys = keys_of(8);
    Policy policy(scenario, keys, luck);
    policy.advance_to(3);
    EXPECT_EQ(with_committee(policy, 8).size(), 6U);
}

TEST(Policy, sixty_four_changes_are_all_in_force) {
    std::vector<DatedChange> changes;
    for (const ParameterInfo& row : parameter_table())
        if (changes.size() < change_limit && row.role != Role::setting)
            changes.push_back({.lever = std::string(row.name), .value = row.high});
    ASSERT_EQ(changes.size(), change_limit);
    const auto scenario = scenario_with(changes);
    const auto keys = keys_of(1);
    Policy policy(scenario, keys, luck);
    policy.advance_to(0);
    for (const DatedChange& change : changes) {
        const ParameterInfo* row = find_parameter(change.lever);
        EXPECT_EQ(policy.rules_for(0).parameters.*row->value, row->high) << change.lever;
    }
}

TEST(Policy, a_condition_that_is_met_is_a_change_from_that_month_on) {
    Scenario waiting;
    waiting.conditional_changes.push_back({.lever = "ethics_committee",
                                           .value = 1,
                                           .when = "in_use.social > 5",
                                           .rollout_months = 6,
                                           .municipality_share = 0.5,
                                           .initial_share = 0.1});
    const auto dated = scenario_with({{.lever = "ethics_committee",
                                       .value = 1,
                                       .from_month = 7,
                                       .rollout_months = 6,
                                       .municipality_share = 0.5,
                                       .initial_share = 0.1}});
    const auto keys = keys_of(40);
    Policy conditional(waiting, keys, luck);
    Policy planned(dated, keys, luck);
    for (int month = 0; month < 20; ++month) {
        if (month == 7) conditional.begin(0, month);
        conditional.advance_to(month);
        planned.advance_to(month);
        EXPECT_EQ(with_committee(conditional, 40), with_committee(planned, 40)) << month;
        EXPECT_EQ(conditional.national_rules().parameters, planned.national_rules().parameters) << month;
    }
    EXPECT_EQ(with_committee(conditional, 40).size(), 20U);
}

TEST(Policy, a_condition_that_is_not_met_changes_nothing) {
    Scenario waiting;
    waiting.conditional_changes.push_back({.lever = "ethics_committee", .value = 1, .when = "in_use.social > 5"});
    const auto keys = keys_of(3);
    Policy policy(waiting, keys, luck);
    policy.advance_to(500);
    EXPECT_TRUE(with_committee(policy, 3).empty());
    EXPECT_EQ(policy.national_rules().parameters, waiting.parameters);
}

TEST(Policy, a_condition_wins_over_a_date_while_it_is_in_force) {
    Scenario scenario = scenario_with({{.lever = "capacity_cut_share", .value = 0.1, .from_month = 1},
                                       {.lever = "capacity_cut_share", .value = 0.2, .from_month = 4}});
    scenario.conditional_changes.push_back({.lever = "capacity_cut_share", .value = 0.5, .when = "in_use.social > 5"});
    scenario.conditional_changes.push_back({.lever = "capacity_cut_share", .value = 0.4, .when = "in_use.social > 9"});
    const auto keys = keys_of(1);
    Policy policy(scenario, keys, luck);
    std::vector<double> cut;
    for (int month = 0; month < 9; ++month) {
        if (month == 2) policy.begin(0, month);
        if (month == 5) policy.begin(1, month);
        if (month == 6) policy.end(1, month);
        if (month == 7) policy.end(0, month);
        policy.advance_to(month);
        cut.push_back(policy.rules_for(0).parameters.capacity_cut_share);
    }
    EXPECT_EQ(cut, (std::vector<double>{0, 0.1, 0.5, 0.5, 0.5, 0.4, 0.5, 0.2, 0.2}));
}

}  // namespace algemeente
