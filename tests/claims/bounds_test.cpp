// Whatever happens, levels stay levels, counts add up and money is not made.
#include "claims/worlds.h"
#include "mechanisms/schedule.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace algemeente {

namespace {

void expect_level(double value, const char* what, int month) {
    EXPECT_TRUE(value >= 0 && value <= 1) << what << " is " << value << " in month " << month;
}

void expect_sound_project(const Project& project, const Municipality& municipality, int month) {
    for (const double level : {project.personal_data, project.impact, project.explainability, project.sensitivity,
                               project.involvement, project.ethics, project.exposure, project.support, project.usage,
                               project.performance, project.readiness, project.capacity_level})
        expect_level(level, "a project's level", month);
    for (const double factor : project.factors) expect_level(factor, "a factor", month);
    for (const Requirement& requirement : project.requirements) expect_level(requirement.readiness, "readiness", month);
    EXPECT_GE(project.requirements.size(), 1U);
    EXPECT_TRUE(is_live(project.stage)) << "an ended project stays in the world";
    EXPECT_GE(project.harm, 0);
    EXPECT_GE(project.benefit, 0);
    EXPECT_TRUE(std::isfinite(project.taste));
    EXPECT_EQ(project.subscription_eur > 0, project.sourcing == Sourcing::vendor);
    EXPECT_TRUE(project.paused_months >= 0 && (project.paused_months == 0 || is_pipeline(project.stage)));
    if (project.paused_months > 0) {
        EXPECT_EQ(project.allocated, 0) << "in month " << month;
        EXPECT_EQ(project.usage, 0) << "in month " << month;
    }
    EXPECT_LE(project.allocated, municipality.capacity * (1 + 1e-12));
    if (project.stage > Stage::development) {
        EXPECT_EQ(project.law, LawStatus::approved);
    }
}

void expect_sound_office(const Municipality& municipality, Domain domain, int month) {
    const DomainOffice& office = municipality.office(domain);
    expect_level(office.willingness, "willingness", month);
    expect_level(office.alderman.knowledge, "an alderman's knowledge", month);
    EXPECT_TRUE(office.maturity >= 0 && office.maturity <= 3);
    const Ledger& ledger = office.ledger;
    const auto live = std::count_if(municipality.projects.begin(), municipality.projects.end(),
                                    [&](const Project& project) { return project.domain == domain; });
    const auto started =
        std::count_if(municipality.projects.begin(), municipality.projects.end(),
                      [&](const Project& project) { return project.domain == domain && project.stage != Stage::idea; });
    EXPECT_EQ(ledger.ideas, live + ledger.dropped + ledger.abandoned + ledger.discontinued);
    EXPECT_EQ(ledger.started, started + ledger.abandoned + ledger.discontinued);
    EXPECT_LE(ledger.ripe_ever_in_use, ledger.ripe_ideas);
    EXPECT_LE(ledger.ever_in_use, ledger.started);
}

void expect_sound_municipality(const Municipality& municipality, int month) {
    for (const double level : {municipality.ict, municipality.standards, municipality.lock_in, municipality.strictness,
                               municipality.ethics_maturity, municipality.knowledge, municipality.efficiency_returned,
                               municipality.mean_trust, municipality.mean_concern, municipality.council_scrutiny,
                               municipality.change_ration, municipality.common_base, municipality.protest})
        expect_level(level, "a municipality's level", month);
    for (const double level : municipality.local_attention) expect_level(level, "local attention", month);
    for (const double level : municipality.sharing) expect_level(level, "sharing", month);
    for (const double quality : municipality.sources.quality) expect_level(quality, "source quality", month);
    EXPECT_GE(municipality.budget_eur, 0) << "in month " << month;
    EXPECT_GE(municipality.capacity, 0);
    double subscriptions = 0;
    for (const Project& project : municipality.projects) subscriptions += project.subscription_eur;
    EXPECT_EQ(municipality.subscriptions_eur, subscriptions) << "in month " << month;

    double allocated = 0;
    std::set<std::uint64_t> keys;
    for (const Project& project : municipality.projects) {
        expect_sound_project(project, municipality, month);
        allocated += project.allocated;
        EXPECT_TRUE(keys.insert(project.key).second) << "a project is there twice";
    }
    EXPECT_LE(allocated, municipality.capacity * (1 + 1e-12));
    for (const Domain domain : {Domain::social, Domain::physical}) expect_sound_office(municipality, domain, month);
}

void expect_sound_people(const World& world) {
    for (const auto* values : {&world.citizens.trust, &world.citizens.usual_trust, &world.citizens.concern,
                               &world.employees.usefulness, &world.employees.willingness, &world.employees.skill})
        for (const float value : *values) ASSERT_TRUE(value >= 0 && value <= 1);
}

void expect_sound_months(const Scenario& scenario) {
    const Luck luck(7, 0);
    const Country country = claims::country_of(scenario);
    World world = make_world(scenario, country, luck);
    std::vector<std::uint32_t> keys;
    for (const MunicipalityFacts& facts : country) keys.push_back(facts.key);
    Policy policy(scenario, keys, luck);
    for (world.month = 0; world.month < scenario.months(); ++world.month) {
        policy.advance_to(world.month);
        pass_month(world, policy, scenario.shocks);
        for (const Municipality& municipality : world.municipalities)
            expect_sound_municipality(municipality, world.month);
        if (world.month % 12 == 0) expect_sound_people(world);
        if (testing::Test::HasFailure()) return;
    }
}

}  // namespace

TEST(Bounds, hold_in_what_happened) {
    expect_sound_months(claims::small_scenario("baseline", 40, 180));
}

TEST(Bounds, hold_under_all_three_recommendations) {
    expect_sound_months(claims::small_scenario("all_three_recommendations", 20, 180));
}

TEST(Bounds, hold_when_nothing_goes_well) {
    Scenario scenario = claims::small_scenario("prediction_first", 20, 180);
    scenario.parameters.incident_rate = 1;  // far beyond its range: incidents everywhere
    scenario.parameters.media_story_breeding = .85;
    scenario.parameters.capacity_cut_share = .7;
    expect_sound_months(scenario);
}

TEST(Bounds, hold_when_every_extension_is_on) {
    Scenario scenario = claims::small_scenario("national_scandal", 20, 150);
    scenario.parameters.care_signal_share = .15;
    scenario.parameters.reuse_pivot_chance = .6;
    scenario.parameters.council_motion_chance = .1;
    scenario.parameters.team_separation = 1;
    scenario.parameters.incident_rate = .5;
    expect_sound_months(scenario);
}

}  // namespace algemeente
