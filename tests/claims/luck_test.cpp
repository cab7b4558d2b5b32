// The same luck in every scenario: what differs is the policy, from the month it begins.
#include "claims/worlds.h"

#include <gtest/gtest.h>

#include <bit>

namespace algemeente {

namespace {

/// First month in which two histories differ in any bit, or the number of months.
int first_difference(const History& one, const History& other) {
    const std::size_t domain_columns = domain_outcomes().size() * domain_count;
    const std::size_t national_columns = national_outcomes().size();
    for (int month = 0; month < one.months; ++month) {
        const auto row = static_cast<std::size_t>(month);
        for (std::size_t k = row * domain_columns; k < (row + 1) * domain_columns; ++k)
            if (std::bit_cast<std::uint64_t>(one.domain_values[k]) !=
                std::bit_cast<std::uint64_t>(other.domain_values[k]))
                return month;
        for (std::size_t k = row * national_columns; k < (row + 1) * national_columns; ++k)
            if (std::bit_cast<std::uint64_t>(one.national_values[k]) !=
                std::bit_cast<std::uint64_t>(other.national_values[k]))
                return month;
    }
    return one.months;
}

}  // namespace

TEST(Luck, makes_equal_scenarios_equal_to_the_last_bit) {
    const Scenario scenario = claims::small_scenario("baseline", 20, 120);
    const Ensemble ensemble = claims::run({scenario, scenario}, 2);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(ensemble.scenarios[0].replicates[i].fingerprint, ensemble.scenarios[1].replicates[i].fingerprint);
        EXPECT_EQ(first_difference(ensemble.scenarios[0].replicates[i], ensemble.scenarios[1].replicates[i]), 120);
    }
}

TEST(Luck, differs_between_replicates_and_seeds) {
    const Scenario scenario = claims::small_scenario("baseline", 10, 24);
    const Ensemble ensemble = claims::run({scenario}, 3);
    EXPECT_NE(ensemble.scenarios[0].replicates[0].fingerprint, ensemble.scenarios[0].replicates[1].fingerprint);
    EXPECT_NE(ensemble.scenarios[0].replicates[1].fingerprint, ensemble.scenarios[0].replicates[2].fingerprint);
    const Country country = claims::country_of(scenario);
    EXPECT_NE(run_replicate(scenario, country, 1, 0, false).fingerprint,
              run_replicate(scenario, country, 2, 0, false).fingerprint);
}

TEST(Luck, leaves_everything_before_a_new_scandal_as_it_was) {
    const Ensemble ensemble = claims::run(
        {claims::small_scenario("baseline", 30, 130), claims::small_scenario("national_scandal", 30, 130)}, 2);
    for (std::size_t i = 0; i < 2; ++i)
        EXPECT_EQ(first_difference(ensemble.scenarios[0].replicates[i], ensemble.scenarios[1].replicates[i]),
                  month_of(2024, 1));
}

TEST(Luck, leaves_everything_before_a_recommendation_as_it_was) {
    const Scenario baseline = claims::small_scenario("baseline", 20, 90);
    for (const char* name :
         {"standards_first", "change_capacity", "ethics_committee", "budget_cuts", "common_ground"}) {
        const Ensemble ensemble = claims::run({baseline, claims::small_scenario(name, 20, 90)}, 1);
        EXPECT_GE(first_difference(ensemble.scenarios[0].replicates[0], ensemble.scenarios[1].replicates[0]),
                  month_of(2021, 1))
            << name;
        EXPECT_LT(first_difference(ensemble.scenarios[0].replicates[0], ensemble.scenarios[1].replicates[0]), 90)
            << name << " changes nothing at all";
    }
}

TEST(Luck, does_not_depend_on_the_number_of_threads) {
    const std::vector<Scenario> scenarios = {claims::small_scenario("baseline", 12, 60),
                                             claims::small_scenario("shared_data_science_pool", 12, 60)};
    const std::uint64_t one = claims::run(scenarios, 4, 1).fingerprint;
    EXPECT_EQ(claims::run(scenarios, 4, 2).fingerprint, one);
    EXPECT_EQ(claims::run(scenarios, 4, 4).fingerprint, one);
}

TEST(Luck, of_a_scenario_does_not_depend_on_what_it_is_compared_with) {
    const Scenario baseline = claims::small_scenario("baseline", 20, 60);
    Scenario other = baseline;  // in another country: its municipalities share other sources
    other.parameters.joint_sources_half_eur_per_inhabitant = 500;
    const Ensemble together = claims::run({baseline, other}, 2);
    const Ensemble alone = claims::run({other}, 2);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(together.scenarios[1].replicates[i].fingerprint, alone.scenarios[0].replicates[i].fingerprint);
        EXPECT_NE(together.scenarios[1].replicates[i].fingerprint, together.scenarios[0].replicates[i].fingerprint);
    }
}

TEST(Luck, of_a_municipality_does_not_depend_on_who_else_is_there) {
    // without peers to copy and without national echo a municipality lives its own life
    Scenario many = claims::small_scenario("baseline", 12, 100);
    many.parameters.ideas_peer_weight = many.parameters.choice_imitation = many.parameters.knowledge_from_peers = 0;
    many.parameters.escalation_chance = 0;
    Scenario alone = many;
    const Country country = claims::country_of(many);
    const Country one = {country[5]};
    alone.municipalities = {MunicipalityChoice::Kind::listed, 0, {country[5].gm_code}};
    const History of_many = run_replicate(many, country, 3, 0, false);
    const History of_one = run_replicate(alone, one, 3, 0, false);
    const auto same_place = [](const std::vector<MunicipalityYear>& years, std::uint16_t place) {
        std::vector<float> values;
        for (const MunicipalityYear& row : years)
            if (row.municipality == place)
                values.insert(values.end(), {static_cast<float>(row.in_use), row.value, row.trust});
        return values;
    };
    EXPECT_EQ(same_place(of_many.years, 5), same_place(of_one.years, 0));
}

}  // namespace algemeente
