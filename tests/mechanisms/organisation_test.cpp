#include "mechanisms/one_municipality.h"

namespace algemeente {
namespace {

using namespace mechanisms;

/// Twice the reference size, so that P = 2 in the equations.
OneMunicipality town_of_53000() {
    OneMunicipality town;
    town.set_population(53000);
    town.municipality.fiscal_factor = town.municipality.change_factor = 1.1;
    return town;
}

TEST(Inhabitants, count_from_january_on) {
    OneMunicipality town;
    town.municipality.population_by_year = {26500, 53000, 60000};
    for (const auto& [month, population] : {std::pair{0, 26500}, {11, 26500}, {12, 53000}, {24, 60000}, {48, 60000}}) {
        count_inhabitants(town.municipality, town.now(month));
        EXPECT_EQ(town.municipality.population, population) << month;  // the last year holds on
    }
    town.municipality.population_by_year = {1, 2, 3};
    count_inhabitants(town.municipality, town.now(49));
    EXPECT_EQ(town.municipality.population, 60000);
}

TEST(Inhabitants, size_counts_with_the_published_powers) {
    OneMunicipality town = town_of_53000();
    EXPECT_NEAR(town.municipality.size_for_change, 2.1435469251, rounding);   // (10) 2^1.1
    EXPECT_NEAR(town.municipality.size_for_ideas, 2, rounding);               // (20) 2^1
    EXPECT_NEAR(town.municipality.size_for_reviews, 1.5157165665, rounding);  // (37) 2^.6
    EXPECT_NEAR(town.municipality.size_for_prices, 1.8025009252, rounding);   // (25) 2^.85
    EXPECT_NEAR(town.municipality.size_for_sensors, 1.3195079108, rounding);  // (35) 2^.4
}

// E29, E32, E35
TEST(Inhabitants, from_26500_on_they_pay_for_a_data_team) {
    OneMunicipality town;
    for (const auto& [population, size] : {std::pair{13250., .25},  // (9) .5 x .5
                                           {26500., .5},            // (9) .5: no team yet
                                           {53000., 1.8},           // (9) .5 x 2 + .8 x 1^1.15
                                           {79500., 3.2753112}}) {  // (9) .5 x 3 + .8 x 2^1.15
        town.set_population(population);
        EXPECT_NEAR(town.municipality.size_for_capacity, size, rounding) << population;
    }
}

// E06, E29
TEST(Inhabitants, a_joint_staff_works_at_the_scale_of_its_group) {
    OneMunicipality town;
    town.municipality.staff_served = 3;
    town.set_population(53000);
    EXPECT_NEAR(town.municipality.size_for_capacity, 2.6974002, rounding);  // (9) (.5 x 6 + .8 x 5^1.15) / 3
    town.set_population(13250);  // 39,750 together: a team of which each has a third
    EXPECT_NEAR(town.municipality.size_for_capacity, (.5 * 1.5 + .8 * power(.5, 1.15)) / 3, rounding);
}

// E29, E35, E36, E77
TEST(Capacity, follows_size_means_cuts_efficiency_pool_and_programmes) {
    OneMunicipality town = town_of_53000();
    town.p.capacity_cut_share = .2;
    town.p.data_science_pool = 1;
    town.p.standards_programme = .015;
    town.p.common_ground_programme = .006;
    town.p.change_capacity_multiplier = 2.5;
    town.municipality.efficiency_returned = .5;
    town.municipality.budget_eur = 1000;
    town.municipality.subscriptions_eur = 600;
    set_capacity(town.municipality, town.now(0));
    // (9) .85 x 1.8 x 1.1 (1 - .2)(1 + .15 x .5) 1.15 (1 - .03 - .01) = 1.5979075
    EXPECT_NEAR(town.municipality.capacity, 1.5979075200, rounding);
    // (10) .30 x 2.1435469 x 1.1 (1 - 1.3 x .2) 2.5 = 1.3086354
    EXPECT_NEAR(town.municipality.change_capacity, 1.3086353978, rounding);
    // (11) 1000 + .10 x 53000 x 1.1 x .8 - 600 = 5064
    EXPECT_NEAR(town.municipality.budget_eur, 5064, 1e-6);
}

// E29
TEST(Capacity, is_the_plain_one_without_levers) {
    OneMunicipality town = town_of_53000();
    town.municipality.fiscal_factor = town.municipality.change_factor = 1;
    set_capacity(town.municipality, town.now(0));
    EXPECT_NEAR(town.municipality.capacity, 1.53, rounding);                // (9) .85 x 1.8
    EXPECT_NEAR(town.municipality.change_capacity, .6430640775, rounding);  // (10) .30 x 2^1.1
    EXPECT_NEAR(town.municipality.budget_eur, 5300, 1e-6);                  // (11) .10 x 53000
}

// E07
TEST(Capacity, a_standards_programme_costs_three_percent_and_common_ground_one_whatever_their_size) {
    OneMunicipality town;
    town.set_population(reference_population);
    town.p.common_ground_programme = .001;
    set_capacity(town.municipality, town.now(0));
    EXPECT_NEAR(town.municipality.capacity, .42075, rounding);  // (9) .85 x .5 x .99
    town.p.common_ground_programme = 0;
    town.p.standards_programme = .001;
    set_capacity(town.municipality, town.now(0));
    EXPECT_NEAR(town.municipality.capacity, .41225, rounding);  // (9) .85 x .5 x .97
}

// E40
TEST(Capacity, no_change_capacity_is_left_when_the_cut_is_deep) {
    OneMunicipality town = town_of_53000();
    town.p.capacity_cut_share = .8;  // 1 - 1.3 x .8 < 0
    set_capacity(town.municipality, town.now(0));
    EXPECT_EQ(town.municipality.change_capacity, 0);  // (10) max(0, ...)
    EXPECT_GT(town.municipality.capacity, 0);
}

// E36
TEST(Budget, is_saved_for_two_years_at_most) {
    OneMunicipality town = town_of_53000();
    town.municipality.budget_eur = 139000;
    set_capacity(town.municipality, town.now(0));
    EXPECT_NEAR(town.municipality.budget_eur, 139920, 1e-6);  // (11) 24 x .10 x 53000 x 1.1
}

// E34, E36
TEST(Budget, subscriptions_are_paid_first_and_debts_are_not_made) {
    OneMunicipality town = town_of_53000();
    town.municipality.budget_eur = 1000;
    town.municipality.subscriptions_eur = 6000;
    set_capacity(town.municipality, town.now(0));
    EXPECT_NEAR(town.municipality.budget_eur, 830, 1e-6);  // (11) 1000 + 5830 - 6000
    town.municipality.subscriptions_eur = 7000;
    set_capacity(town.municipality, town.now(1));
    EXPECT_EQ(town.municipality.budget_eur, 0);  // (11) 830 + 5830 - 7000
}

// E04, E05, E08, E24
TEST(Infrastructure, standards_and_systems_grow_and_lock_in_loosens) {
    OneMunicipality town = town_of_53000();
    town.municipality.standards = .2;
    town.municipality.ict = .5;
    town.municipality.lock_in = .6;
    renew_infrastructure(town.municipality, town.now(0));
    EXPECT_NEAR(town.municipality.standards, .2016, rounding);  // (12) .2 + .002 x .8
    EXPECT_NEAR(town.municipality.ict, .501212, rounding);      // (13) .5 + .006 x 1.1 x .64 x .5 - .003 x .3
    EXPECT_NEAR(town.municipality.lock_in, .5995, rounding);    // (14) .6 - .0005
    EXPECT_EQ(town.municipality.common_base, 0);                // (13) nobody shares by himself
}

// E07, E24
TEST(Infrastructure, programmes_speed_it_up) {
    OneMunicipality town = town_of_53000();
    town.municipality.standards = .2;
    town.municipality.ict = .5;
    town.municipality.lock_in = .6;
    town.municipality.common_base = .1;
    town.p.standards_programme = .015;
    town.p.common_ground_programme = .006;
    renew_infrastructure(town.municipality, town.now(0));
    EXPECT_NEAR(town.municipality.standards, .2136, rounding);    // (12) .2 + .017 x .8
    EXPECT_NEAR(town.municipality.ict, .503324, rounding);        // (13) .5 + .012 x 1.1 x .64 x .5 - .003 x .3
    EXPECT_NEAR(town.municipality.lock_in, .59662, rounding);     // (14) .6 - .8 x .006 x .6 - .0005
    EXPECT_NEAR(town.municipality.common_base, .1054, rounding);  // (13) .1 + .006 x .9
}

// E05
TEST(Infrastructure, lock_in_cannot_fall_below_nothing) {
    OneMunicipality town;
    town.municipality.lock_in = .0003;
    renew_infrastructure(town.municipality, town.now(0));
    EXPECT_EQ(town.municipality.lock_in, 0);
}

// E54, E56
TEST(PrivacyLaw, is_read_more_strictly_since_the_gdpr_and_under_attention) {
    OneMunicipality town;
    town.municipality.strictness_baseline = .5;
    town.p.privacy_strictness_scale = 1.2;
    town.p.privacy_strictness_shift = .1;
    town.set_attention(.4, .2);
    town.municipality.local_attention = {.3, .9};
    read_privacy_law(town.municipality, town.now(39));
    // (15) base (.5 x 1.2 + .1) .6 = .42; .42 + .125 (.4 + .1)(1 - .42) + .15 x .3 = .42 + .03625 + .045
    EXPECT_NEAR(town.municipality.strictness, .50125, rounding);
    read_privacy_law(town.municipality, town.now(40));  // C1.2: the GDPR applies from t = 40
    // (15) .7 + .125 x .5 x .3 + .045 = .76375
    EXPECT_NEAR(town.municipality.strictness, .76375, rounding);
}

TEST(PrivacyLaw, is_read_with_full_strictness_at_most_and_none_at_least) {
    OneMunicipality town;
    town.municipality.strictness_baseline = .95;
    town.p.privacy_strictness_shift = .5;
    read_privacy_law(town.municipality, town.now(50));
    EXPECT_EQ(town.municipality.strictness, 1);  // (15)
    town.p.privacy_strictness_shift = -1;
    read_privacy_law(town.municipality, town.now(50));
    EXPECT_EQ(town.municipality.strictness, 0);  // (15)
}

// E74, E76
TEST(Ethics, matures_by_itself_and_by_scandals) {
    OneMunicipality town;
    town.municipality.ethics_maturity = .22;
    town.set_attention(.5, 1);
    learn(town.municipality, town.now(0));
    // (16) .22 + .8 (.0015 + .004 x .5)(1 - .22) = .22 + .0028 x .78 = .222184
    EXPECT_NEAR(town.municipality.ethics_maturity, .222184, rounding);
}

/// Knowledge .3 with peers that know .4 and .6.
OneMunicipality town_with_peers() {
    OneMunicipality town;
    town.knowledge_last_month = {.4, .6, .99};
    town.municipality.peers = {0, 1};
    town.municipality.peers_known = 2;
    town.municipality.knowledge = .3;
    return town;
}

// E32, E52
TEST(Knowledge, grows_by_doing_and_by_peers_and_leaks_away) {
    OneMunicipality town = town_with_peers();
    for (const Stage stage : {Stage::idea, Stage::development, Stage::implementation, Stage::in_use}) town.add(stage);
    learn(town.municipality, town.now(0));
    // (17) two projects in stages 1-3: .3 + .002 x 2 x .7 + .006 (.5 - .3) - .004 (.3 - .1) = .3032
    EXPECT_NEAR(town.municipality.knowledge, .3032, rounding);
    EXPECT_NEAR(town.municipality.knowledge_at_hand, .3032, rounding);
}

// E32
TEST(Knowledge, more_than_three_projects_teach_no_more_than_three) {
    OneMunicipality town = town_with_peers();
    for (int i = 0; i < 5; ++i) town.add(Stage::pilot);
    learn(town.municipality, town.now(0));
    EXPECT_NEAR(town.municipality.knowledge, .3046, rounding);  // (17) .3 + .002 x 3 x .7 + .0012 - .0008
}

// E35
TEST(Knowledge, peers_that_know_less_take_nothing_away) {
    OneMunicipality town = town_with_peers();
    town.knowledge_last_month = {.1, .2};
    learn(town.municipality, town.now(0));
    EXPECT_NEAR(town.municipality.knowledge, .2992, rounding);  // (17) .3 - .004 x .2
}

// E35
TEST(Knowledge, a_pool_lends_knowledge_to_those_who_lack_it) {
    OneMunicipality town = town_with_peers();
    town.p.data_science_pool = 1;
    learn(town.municipality, town.now(0));
    EXPECT_NEAR(town.municipality.knowledge, .3004, rounding);       // (17) .3 + .0012 - .0008
    EXPECT_NEAR(town.municipality.knowledge_at_hand, .6, rounding);  // (17) k_eff = max(kn, .6)
    town.municipality.knowledge = .7;
    learn(town.municipality, town.now(0));
    EXPECT_NEAR(town.municipality.knowledge_at_hand, .6976, rounding);  // .7 - .004 x .6
}

// E20, E23, E24
TEST(DataSources, sink_to_what_standards_support_and_improve_with_standards) {
    OneMunicipality town;
    town.municipality.standards = .2;
    town.municipality.sources.quality[0] = .5;
    town.municipality.sources.quality[1] = .2;
    tend_data(town.municipality, town.now(0));
    // (18) supported .25 + .3 x .2 = .31: .5 - .008 (.5 - .31) + .006 x .2 x .5 = .5 - .00152 + .0006
    EXPECT_NEAR(town.municipality.sources.quality[0], .49908, rounding);
    EXPECT_NEAR(town.municipality.sources.quality[1], .20096, rounding);  // (18) .2 + .0012 x .8
}

// E11, E17, E24
TEST(Sharing, fades_by_itself_and_grows_with_standards) {
    OneMunicipality town;
    town.municipality.standards = .2;
    tend_data(town.municipality, town.now(0));
    for (std::size_t origin = 1; origin < origin_count; ++origin)
        EXPECT_NEAR(town.municipality.sharing[origin], .4999, rounding);  // (19) .5 - .0006 x .5 + .002 x .2 x .5
    EXPECT_EQ(town.municipality.sharing[0], 1);                           // C1.2: own = 1
}

// E19
TEST(OpenData, reaches_public_space_and_registers_only) {
    OneMunicipality town;
    town.p.open_data_quality_growth = .006;
    town.p.open_data_sharing_growth = .004;
    town.municipality.sources.quality[0] = town.municipality.sources.quality[1] = .2;
    town.municipality.sources.openness[1] = 1;
    tend_data(town.municipality, town.now(0));
    EXPECT_NEAR(town.municipality.sources.quality[0], .2, rounding);
    EXPECT_NEAR(town.municipality.sources.quality[1], .2048, rounding);                 // S14: .2 + .006 x .8
    const std::array<double, origin_count> expected = {1, .4997, .5017, .5017, .4997};  // S14: .5 - .0003 + .004 x .5
    for (std::size_t origin = 0; origin < origin_count; ++origin)
        EXPECT_NEAR(town.municipality.sharing[origin], expected[origin], rounding) << origin;
}

}  // namespace
}  // namespace algemeente
