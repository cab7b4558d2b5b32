#include "observe/history.h"
#include "world/country_by_hand.h"
#include "world/world.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

namespace algemeente {
namespace {

constexpr double rounding = 1e-7;

/// 1,500 municipalities of 53,000 inhabitants: ln(pop / 26500) = ln 2 = .6931472.
const World& many() {
    static const World world = make_world(Scenario{}, country_of(1500, 53000), Luck(5, 1));
    return world;
}

/// Holds the mean over municipalities against the specification, within four standard errors of the given spread.
void expect_mean(const std::function<double(const Municipality&)>& quantity, double mean, double spread,
                 const std::string& what) {
    double sum = 0;
    for (const Municipality& municipality : many().municipalities) sum += quantity(municipality);
    const auto count = static_cast<double>(many().municipalities.size());
    EXPECT_NEAR(sum / count, mean, 4 * spread / std::sqrt(count)) << what;
}

TEST(World, municipalities_start_around_the_published_levels) {
    using M = const Municipality&;
    expect_mean([](M m) { return m.ict; }, .4207944, .10, "C1.2: .40 + .03 ln 2");
    expect_mean([](M m) { return m.standards; }, .2, .0577, "C1.2: U(.1, .3)");
    expect_mean([](M m) { return m.lock_in; }, .6487, .15, "C1.2: .65, a little less by the clip at .95");
    expect_mean([](M m) { return m.joint_sources_share; }, .2807, .12, "C1.2: .35 - .10 ln 2");
    expect_mean([](M m) { return m.strictness_baseline; }, .5, .2, "C1.2");
    expect_mean([](M m) { return m.ethics_maturity; }, .2205, .08, "C1.2: .22");
    expect_mean([](M m) { return m.knowledge; }, .2916, .10, "C1.2: .25 + .06 ln 2");
    expect_mean([](M m) { return m.sharing[1]; }, .55, .12, "C1.2: same domain");
    expect_mean([](M m) { return m.sharing[2]; }, .50, .12, "C1.2: corporate");
    expect_mean([](M m) { return m.sharing[3]; }, .35, .12, "C1.2: cross-domain");
    expect_mean([](M m) { return m.sharing[4]; }, .2061, .12, "C1.2: external .20, more by the clip at .05");
    expect_mean([](M m) { return m.offices[0].maturity; }, .2, .1155, "C1.2: U(0, .4)");
    expect_mean([](M m) { return m.offices[1].maturity; }, .2, .1155, "C1.2: U(0, .4)");
    expect_mean([](M m) { return m.sources.quality[0]; }, .45, .15, "C1.2: own sources");
    expect_mean([](M m) { return m.sources.quality[20]; }, .45, .15, "C1.2: corporate sources");
    expect_mean([](M m) { return m.sources.quality[25]; }, .60, .12, "C1.2: external sources");
}

// E32, E54
TEST(World, municipalities_differ_as_published) {
    using M = const Municipality&;
    const auto squared = [](double deviation) { return deviation * deviation; };
    expect_mean([&](M m) { return squared(m.ict - .4207944); }, .01, .0142, "ICT spread .10");
    expect_mean([&](M m) { return squared(m.strictness_baseline - .5); }, .0393, .053, "strictness spread .2, clipped");
    expect_mean([&](M m) { return squared(m.sharing[2] - .5); }, .0144, .0204, "sharing spread .12");
}

TEST(World, larger_municipalities_start_with_better_systems_more_knowledge_and_fewer_joint_sources) {
    Scenario even;
    Parameters& p = even.parameters;
    p.start_ict_spread = p.joint_sources_spread = p.start_knowledge_spread = 0;
    const World world = make_world(even, country_of(1, 212000), Luck(5, 1));
    const Municipality& municipality = world.municipalities[0];         // ln(212000 / 26500) = ln 8 = 2.0794415
    EXPECT_NEAR(municipality.ict, .4623832, rounding);                  // C1.2: .40 + .03 ln 8
    EXPECT_NEAR(municipality.joint_sources_share, .1420558, rounding);  // C1.2: .35 - .10 ln 8
    EXPECT_NEAR(municipality.knowledge, .3747665, rounding);            // C1.2: .25 + .06 ln 8
}

TEST(World, no_level_starts_outside_its_bounds) {
    Scenario wild;
    Parameters& p = wild.parameters;
    p.start_ict_spread = p.start_lock_in_spread = p.joint_sources_spread = p.start_strictness_spread = 9;
    p.start_ethics_spread = p.start_knowledge_spread = p.start_sharing_spread = p.start_source_quality_spread = 9;
    const World world = make_world(wild, country_of(60, 26500), Luck(5, 1));
    const auto expect_bounds = [&](const std::function<double(const Municipality&)>& quantity, double low,
                                   double high) {
        double lowest = 99, highest = -99;
        for (const Municipality& municipality : world.municipalities) {
            lowest = std::min(lowest, quantity(municipality));
            highest = std::max(highest, quantity(municipality));
        }
        EXPECT_EQ(lowest, low);
        EXPECT_EQ(highest, high);
    };
    using M = const Municipality&;  // level_margin, and none for shares and qualities
    expect_bounds([](M m) { return m.ict; }, .05, .95);
    expect_bounds([](M m) { return m.lock_in; }, .05, .95);
    expect_bounds([](M m) { return m.joint_sources_share; }, 0, 1);
    expect_bounds([](M m) { return m.strictness_baseline; }, .05, .95);
    expect_bounds([](M m) { return m.ethics_maturity; }, .05, .95);
    expect_bounds([](M m) { return m.knowledge; }, .05, .95);
    expect_bounds([](M m) { return m.sharing[4]; }, .05, .95);
    expect_bounds([](M m) { return m.sources.quality[0]; }, 0, 1);
}

TEST(World, has_eighteen_domain_sources_six_registers_and_four_external_ones) {
    EXPECT_EQ(source_count, 28);  // C1.2: 9 S, 9 F, 6 corporate, 4 external
    EXPECT_EQ(first_corporate_source, 18);
    EXPECT_EQ(first_external_source, 24);
    EXPECT_EQ(departments_per_domain, 3);
}

// E06, E13
TEST(World, only_sources_of_domains_are_held_by_joint_arrangements) {
    Country country = country_of(200, 26500);
    for (MunicipalityFacts& facts : country) facts.joint_sources_share = .3;
    const World world = make_world(Scenario{}, country, Luck(5, 1));
    double joint = 0;
    for (const Municipality& municipality : world.municipalities) {
        EXPECT_EQ(municipality.joint_sources_share, .3);  // known from data: not drawn
        for (std::size_t s = 0; s < 18; ++s) joint += municipality.sources.joint[s] ? 1 : 0;
        for (std::size_t s = 18; s < 28; ++s) EXPECT_FALSE(municipality.sources.joint[s]);
    }
    EXPECT_NEAR(joint / 3600, .3, 4 * std::sqrt(.21 / 3600));  // C1.2: Bernoulli(gr)
}

// E19
TEST(World, open_data_can_reach_public_space_and_registers) {
    const Municipality& municipality = many().municipalities[0];
    for (std::size_t s = 0; s < 28; ++s)
        EXPECT_EQ(municipality.sources.openness[s], s >= 9 && s < 24 ? 1 : 0) << s;  // S14: F and corporate
}

TEST(World, starts_quiet_and_without_projects) {
    const World& world = many();
    EXPECT_EQ(world.month, 0);
    EXPECT_NEAR(world.nation.opportunity, .8, rounding);  // (6) O_0
    for (const MediaFrame& media : world.nation.media) {
        EXPECT_EQ(media.attention, 0);
        EXPECT_EQ(media.memory, 0);
    }
    for (const Municipality& municipality : world.municipalities) {
        EXPECT_TRUE(municipality.projects.empty());
        EXPECT_EQ(municipality.budget_eur, 0);
        EXPECT_EQ(municipality.subscriptions_eur, 0);
        EXPECT_EQ(municipality.common_base, 0);
        EXPECT_EQ(municipality.protest, 0);
        EXPECT_EQ(municipality.local_attention[0], 0);
        EXPECT_EQ(municipality.sharing[0], 1);
        EXPECT_FALSE(municipality.relabelled);
    }
    EXPECT_TRUE(world.uses_last_month[7].empty());
    EXPECT_EQ(world.knowledge_last_month[7], world.municipalities[7].knowledge);
}

// E71
TEST(World, aldermen_have_been_in_office_since_the_elections_of_march_2014) {
    for (const Municipality& municipality : many().municipalities)
        for (const DomainOffice& office : municipality.offices) ASSERT_EQ(office.alderman.months_in_office, 10);
}

TEST(World, takes_from_data_who_a_municipality_is) {
    MunicipalityFacts facts = facts_of(14, 40000);
    facts.population_by_year = {30000, 35000};
    facts.staff_served_population = 100000;
    facts.fiscal_factor = 1.2;
    facts.change_factor = .9;
    facts.council_seats = 27;
    facts.caseload_ratio = 1.4;
    MunicipalityFacts host = facts_of(15, 40000);
    host.staff_served_population = 0;
    const World world = make_world(Scenario{}, {facts, host}, Luck(5, 1));
    const Municipality& municipality = world.municipalities[0];
    EXPECT_EQ(municipality.key, 14U);
    EXPECT_EQ(municipality.population, 30000);  // of 2015
    EXPECT_NEAR(municipality.size, 1.1320755, rounding);
    EXPECT_NEAR(municipality.staff_served, 2.5, rounding);
    EXPECT_EQ(municipality.fiscal_factor, 1.2);
    EXPECT_EQ(municipality.change_factor, .9);
    EXPECT_EQ(municipality.council_seats, 27);
    EXPECT_EQ(municipality.caseload_ratio, 1.4);
    EXPECT_EQ(world.municipalities[1].staff_served, 1);  // at least the own inhabitants
}

TEST(World, knows_the_means_of_its_people) {
    const World world = make_world(Scenario{}, country_of(2, 26500), Luck(5, 1));
    const Municipality& municipality = world.municipalities[1];
    double trust = 0;
    for (std::uint32_t i = 0; i < municipality.citizens.count; ++i)
        trust += static_cast<double>(world.citizens.trust[municipality.citizens.first + i]);
    EXPECT_NEAR(municipality.mean_trust, trust / municipality.citizens.count, 1e-6);
    double willingness = 0;
    // the first municipality has 30 employees and two places for nobody, then come 15 of the social domain
    for (std::size_t i = 47; i < 62; ++i) willingness += static_cast<double>(world.employees.willingness[i]);
    EXPECT_NEAR(municipality.offices[1].willingness, willingness / 15, 1e-6);  // 15 employees per domain (C1.2)
    EXPECT_EQ(world.employees.willingness_before, world.employees.willingness);
    EXPECT_EQ(world.citizens.trust_before, world.citizens.trust);
}

TEST(World, is_the_same_for_the_same_luck_and_another_for_other_luck) {
    const auto fingerprint_of = [](std::uint64_t seed, std::uint64_t replicate) {
        return fingerprint(make_world(Scenario{}, country_of(5, 26500), Luck(seed, replicate)));
    };
    EXPECT_EQ(fingerprint_of(5, 1), fingerprint_of(5, 1));
    EXPECT_NE(fingerprint_of(5, 1), fingerprint_of(5, 2));
    EXPECT_NE(fingerprint_of(5, 1), fingerprint_of(6, 1));
}

TEST(World, a_municipality_starts_the_same_whoever_else_is_there) {
    Country all = country_of(5, 26500);
    const World large = make_world(Scenario{}, all, Luck(5, 1));
    const World small = make_world(Scenario{}, {all[3]}, Luck(5, 1));
    const Municipality &one = large.municipalities[3], &alone = small.municipalities[0];
    EXPECT_EQ(one.ict, alone.ict);
    EXPECT_EQ(one.sources.quality[27], alone.sources.quality[27]);
    EXPECT_EQ(one.offices[1].alderman.colour, alone.offices[1].alderman.colour);
    EXPECT_EQ(one.mean_trust, alone.mean_trust);
    EXPECT_EQ(one.offices[0].willingness, alone.offices[0].willingness);
}

TEST(World, made_side_by_side_is_the_same_world) {
    const Country country = country_of(40, 26500);
    const World alone = make_world(Scenario{}, country, Luck(5, 1));
    Crew crew(4);
    const World together = make_world(Scenario{}, country, Luck(5, 1), &crew);
    EXPECT_EQ(fingerprint(alone), fingerprint(together));
    EXPECT_EQ(alone.citizens.first_rewired, together.citizens.first_rewired);
    ASSERT_EQ(alone.citizens.rewired.size(), together.citizens.rewired.size());
    for (std::size_t i = 0; i < alone.citizens.rewired.size(); ++i)
        EXPECT_EQ(alone.citizens.rewired[i].acquaintance, together.citizens.rewired[i].acquaintance);
    for (std::size_t i = 0; i < country.size(); ++i)
        EXPECT_EQ(alone.municipalities[i].peers, together.municipalities[i].peers);
}

}  // namespace
}  // namespace algemeente
