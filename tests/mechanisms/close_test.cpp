#include "mechanisms/one_municipality.h"

namespace algemeente {
namespace {

using namespace mechanisms;

/// A pilot and a use that can be found by local journalists, in a month with an incident and a national wave.
OneMunicipality town_with_news() {
    OneMunicipality town;
    town.set_attention(.5, .4);
    town.municipality.local_attention = {.4, .2};
    town.municipality.incident_severity = .3;
    town.municipality.incident_severity_surveillance = .05;
    for (const auto& [stage, sensitivity, pub] : {std::tuple{Stage::pilot, .5, .4},
                                                  {Stage::in_use, .3, .2},
                                                  {Stage::development, .9, 1.0},
                                                  {Stage::idea, .9, 1.0},
                                                  {Stage::abandoned, .9, 1.0},
                                                  {Stage::discontinued, .9, 1.0}}) {
        Project& project = town.add(stage);
        project.sensitivity = sensitivity;
        project.public_space = pub;
        project.personal_data = .5;
    }
    return town;
}

// E60
TEST(LocalNews, come_from_incidents_and_from_national_waves_that_find_something) {
    OneMunicipality town = town_with_news();
    spread_local_news(town.municipality, town.now(50));
    // vis_0 = .6 (.5 + .3) = .48; (50) .65 x .4 + .6 x .3 + .08 x .5 (1 - e^-.48) = .26 + .18 + .0152487
    EXPECT_NEAR(town.municipality.local_attention[0], .4552486643, rounding);
    // vis_1 = .6 (.4 x .5 + .2 x .5) = .18; (50) .65 x .2 + .8 x .05 + .08 x .4 (1 - e^-.18) = .13 + .04 + .0052714
    EXPECT_NEAR(town.municipality.local_attention[1], .1752713532, rounding);
}

// E66
TEST(LocalNews, a_register_makes_everything_visible) {
    OneMunicipality town = town_with_news();
    town.p.algorithm_register = 1;
    spread_local_news(town.municipality, town.now(50));
    EXPECT_NEAR(town.municipality.local_attention[0], .4620268414, rounding);  // (50) vis_0 = .8
    EXPECT_NEAR(town.municipality.local_attention[1], .1782938169, rounding);  // (50) vis_1 = .3
}

TEST(LocalNews, many_incidents_fill_the_newspaper_once) {
    OneMunicipality town = town_with_news();
    town.municipality.incident_severity = 1.7;
    town.set_attention(0, 0);
    spread_local_news(town.municipality, town.now(50));
    EXPECT_NEAR(town.municipality.local_attention[0], .86, rounding);  // (50) .65 x .4 + .6 x clip(1.7)
}

/// Concerned citizens who trust too little, a pilot and a use that touch them, and projects that do not touch them yet.
OneMunicipality town_with_protest() {
    OneMunicipality town;
    town.municipality.mean_concern = .4;
    town.municipality.mean_trust = .5;
    for (const auto& [stage, impact, enforcement] : {std::tuple{Stage::pilot, .5, 1.},
                                                     {Stage::in_use, .2, 0.},
                                                     {Stage::idea, .9, 1.},
                                                     {Stage::development, .9, 1.},
                                                     {Stage::implementation, .9, 1.},
                                                     {Stage::discontinued, .9, 1.}}) {
        Project& project = town.add(stage);
        project.impact = impact;
        project.enforcement = enforcement;
    }
    return town;
}

// E59, E60, E62
TEST(Protest, follows_concern_what_touches_citizens_and_lost_trust) {
    OneMunicipality town = town_with_protest();
    spread_local_news(town.municipality, town.now(50));
    // (50) 1 - exp(-15 x .4 (.5 x 2 + .2)(.6 - .5)) = 1 - e^-.72
    EXPECT_NEAR(town.municipality.protest, .5132477440, rounding);
    town.municipality.mean_trust = .6;
    spread_local_news(town.municipality, town.now(51));
    EXPECT_EQ(town.municipality.protest, 0);  // (50) max(0, .6 - .6)
    town.municipality.mean_trust = .9;
    spread_local_news(town.municipality, town.now(52));
    EXPECT_EQ(town.municipality.protest, 0);
}

TEST(Protest, needs_concern_and_something_to_protest_against) {
    OneMunicipality town = town_with_protest();
    town.municipality.mean_concern = 0;
    spread_local_news(town.municipality, town.now(50));
    EXPECT_EQ(town.municipality.protest, 0);
    town = town_with_protest();
    town.project(0).paused_months = 2;  // (50) only the use: 1 - exp(-15 x .4 x .2 x .1) = 1 - e^-.12
    spread_local_news(town.municipality, town.now(50));
    EXPECT_NEAR(town.municipality.protest, .1130795633, rounding);
    town.municipality.projects.clear();
    spread_local_news(town.municipality, town.now(50));
    EXPECT_EQ(town.municipality.protest, 0);
}

// E60
TEST(Protest, is_local_news_about_risks) {
    OneMunicipality town = town_with_protest();
    town.municipality.local_attention = {.4, .2};
    spread_local_news(town.municipality, town.now(50));
    // (50) .65 x .4 = .26, then .26 + .1 x .5132477 (1 - .26)
    EXPECT_NEAR(town.municipality.local_attention[0], .2979803331, rounding);
    EXPECT_NEAR(town.municipality.local_attention[1], .13, rounding);  // (50) .65 x .2
}

// E34, E36
TEST(Subscriptions, are_those_of_the_products_that_live) {
    OneMunicipality town;
    for (const auto& [stage, eur] : {std::pair{Stage::development, 100.},
                                     {Stage::in_use, 250.},
                                     {Stage::pilot, 0.},
                                     {Stage::discontinued, 400.},
                                     {Stage::abandoned, 30.}})
        town.add(stage).subscription_eur = eur;
    town.municipality.subscriptions_eur = 780;
    close_the_month(town.municipality, town.now(50));
    EXPECT_NEAR(town.municipality.subscriptions_eur, 350, 1e-9);
}

// E36, E77
TEST(Efficiency, of_uses_returns_as_capacity) {
    OneMunicipality town;
    town.municipality.benefit_in_use = 2;
    for (const auto& [capacity, returned] : {std::pair{4.0, .125}, {.5, .5}, {1.0, .5}}) {
        town.municipality.capacity = capacity;
        close_the_month(town.municipality, town.now(50));
        EXPECT_NEAR(town.municipality.efficiency_returned, returned, rounding);  // clip(.25 x 2 / max(1, K_IT))
    }
    town.municipality.benefit_in_use = 9;
    close_the_month(town.municipality, town.now(50));
    EXPECT_EQ(town.municipality.efficiency_returned, 1);
}

TEST(Month, ended_projects_leave_and_uses_can_be_seen) {
    OneMunicipality town = town_with_news();
    town.project(1).use_case = 8;
    town.add(Stage::in_use).use_case = 0;
    close_the_month(town.municipality, town.now(50));
    EXPECT_EQ(town.municipality.projects.size(), 5U);
    for (const Project& project : town.municipality.projects) EXPECT_TRUE(is_live(project.stage));
    EXPECT_EQ(town.municipality.uses, uses_of({0, 8}));
}

TEST(Ledger, ideas_are_judged_after_three_years) {
    OneMunicipality town;
    Ledger& ledger = town.office().ledger;
    ledger.young_ideas[4] = 3;  // born in month 4 ...
    ledger.young_in_use[4] = 1;
    for (int month = 5; month < 39; ++month) {
        close_the_month(town.municipality, town.now(month));
        EXPECT_EQ(ledger.ripe_ideas, 0) << month;
    }
    close_the_month(town.municipality, town.now(39));  // ... so 36 months old when month 40 begins
    EXPECT_EQ(ledger.ripe_ideas, 3);
    EXPECT_EQ(ledger.ripe_ever_in_use, 1);
    EXPECT_EQ(ledger.young_ideas[4], 0);
}

// E35, E52, E60
TEST(Peers, see_uses_and_knowledge_of_last_month_and_the_nation_hears_of_severe_incidents) {
    World world;
    world.municipalities.resize(2);
    world.uses_last_month.resize(2);
    world.knowledge_last_month = {0, 0};
    world.municipalities[0].uses = uses_of({1});
    world.municipalities[1].knowledge = .4;
    world.municipalities[0].escalated = {1.9, .38};
    world.municipalities[1].escalated = {.5, 0};
    const Parameters p;
    show_to_peers(world, {50, p, {}});
    EXPECT_EQ(world.uses_last_month[0], uses_of({1}));
    EXPECT_EQ(world.knowledge_last_month[1], .4);
    EXPECT_NEAR(world.nation.media[0].escalations, 2.4, rounding);  // (41) Esc_0: 1.9 + .5
    EXPECT_NEAR(world.nation.media[1].escalations, .38, rounding);
    show_to_peers(world, {51, p, {}});
    EXPECT_NEAR(world.nation.media[0].escalations, 2.4, rounding);  // told once
}

}  // namespace
}  // namespace algemeente
