#include "observe/history.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace algemeente {
namespace {

constexpr double rounding = 1e-9;

Project& add(Municipality& municipality, Domain domain, Stage stage) {
    Project project;
    project.domain = domain;
    project.stage = stage;
    municipality.projects.push_back(project);
    return municipality.projects.back();
}

/// Two municipalities with a few projects, observed in one month.
World small_world() {
    World world;
    world.month = 70;
    world.municipalities.resize(2);
    Municipality& one = world.municipalities[0];
    one.population = 30000;
    one.mean_trust = .6;
    one.mean_concern = .2;
    one.ict = .4;
    one.capacity = 1.5;
    one.local_attention = {.2, .1};
    one.offices[0].alderman.risk_aversion = 8;
    one.offices[1].alderman.risk_aversion = 10;
    one.offices[0].alderman.knowledge = .5;
    one.offices[1].alderman.knowledge = .1;
    one.protest = .3;
    one.moratorium_months = 2;
    one.budget_eur = 4000;
    one.subscriptions_eur = 600;
    one.relabelled = true;
    one.uses.mark(0);
    Project& idea = add(one, Domain::social, Stage::idea);
    idea.harm = 0;
    Project& development = add(one, Domain::social, Stage::development);
    development.factors.fill(.3);
    development.readiness = .4;
    development.binding = Factor::capacity;
    development.allocated = .8;
    development.exposure = .2;
    Project& pilot = add(one, Domain::social, Stage::pilot);
    pilot.factors.fill(.6);
    pilot.readiness = .5;
    pilot.binding = Factor::ethics;
    pilot.allocated = .3;
    pilot.harm = .01;
    pilot.benefit = 5;  // a pilot's benefit is no value yet
    Project& use = add(one, Domain::social, Stage::in_use);
    use.benefit = .2;
    use.usage = .8;
    use.performance = .5;
    use.sensitivity = .4;
    use.support = .7;
    use.personal_data = .5;
    use.harm = .02;
    use.sourcing = Sourcing::vendor;
    use.factors[static_cast<std::size_t>(Factor::legitimacy_citizens)] = .9;

    Municipality& two = world.municipalities[1];
    two.population = 10000;
    two.mean_trust = .4;
    two.mean_concern = .4;
    two.ict = .6;
    two.capacity = .5;
    two.offices[0].alderman.risk_aversion = two.offices[1].alderman.risk_aversion = 6;
    two.offices[0].alderman.knowledge = .4;
    two.offices[1].alderman.knowledge = .2;
    two.budget_eur = 1000;
    two.subscriptions_eur = 150;
    two.sources.quality.fill(.5);
    two.offices[0].ledger.ideas = 5;
    two.offices[0].ledger.ripe_ideas = 4;
    two.offices[0].ledger.ripe_ever_in_use = 1;
    two.offices[0].ledger.ever_in_use = 2;
    two.offices[0].ledger.lead_months = 50;
    two.offices[0].ledger.incidents_this_month = 2;
    two.offices[0].ledger.severity_this_month = .5;
    two.offices[0].maturity = 1;
    world.nation.media[0].attention = .55;
    world.nation.opportunity = .5;
    return world;
}

double outcome(World world, Domain domain, std::string_view name) {
    History history;
    observe(world, history, .2);
    const std::size_t position = find_domain_outcome(name);
    EXPECT_LT(position, domain_outcomes().size()) << name;
    return history.domain_value(0, domain, position);
}

double national(World world, std::string_view name) {
    History history;
    observe(world, history, .2);
    const std::size_t position = find_national_outcome(name);
    EXPECT_LT(position, national_outcomes().size()) << name;
    return history.national_value(0, position);
}

TEST(Observation, counts_projects_by_stage_over_municipalities) {
    const World world = small_world();
    for (const std::string_view stage : {"ideas", "development", "pilot", "in_use"})
        EXPECT_EQ(outcome(world, Domain::social, stage), 1) << stage;
    EXPECT_EQ(outcome(world, Domain::social, "implementation"), 0);
    EXPECT_EQ(outcome(world, Domain::social, "pipeline"), 2);
    EXPECT_EQ(outcome(world, Domain::physical, "in_use"), 0);
    EXPECT_EQ(outcome(world, Domain::social, "ideas_so_far"), 5);
}

// E77
TEST(Observation, value_is_the_benefit_of_uses_and_harm_that_of_pilots_too) {
    EXPECT_NEAR(outcome(small_world(), Domain::social, "value"), .2, rounding);  // C4.6: V_d, over projects in use
    EXPECT_NEAR(outcome(small_world(), Domain::social, "harm"), .03, rounding);  // .01 + .02
    EXPECT_NEAR(outcome(small_world(), Domain::social, "effort"), 1.1, rounding);
}

TEST(Observation, factors_are_means_over_the_pipeline_and_one_of_them_binds) {
    const World world = small_world();
    EXPECT_NEAR(outcome(world, Domain::social, "ict"), .45, rounding);  // (.3 + .6) / 2
    EXPECT_NEAR(outcome(world, Domain::social, "legitimacy_citizens"), .45, rounding);
    EXPECT_NEAR(outcome(world, Domain::social, "readiness"), .45, rounding);
    EXPECT_NEAR(outcome(world, Domain::social, "exposure"), .1, rounding);
    EXPECT_NEAR(outcome(world, Domain::social, "binds_capacity"), .5, rounding);
    EXPECT_NEAR(outcome(world, Domain::social, "binds_ethics"), .5, rounding);
    EXPECT_NEAR(outcome(world, Domain::social, "binds_ict"), 0, rounding);
}

TEST(Observation, uses_are_described_by_their_means) {
    const World world = small_world();
    EXPECT_NEAR(outcome(world, Domain::social, "usage"), .8, rounding);
    EXPECT_NEAR(outcome(world, Domain::social, "performance"), .5, rounding);
    EXPECT_NEAR(outcome(world, Domain::social, "sensitivity_in_use"), .4, rounding);
    EXPECT_NEAR(outcome(world, Domain::social, "legitimacy_in_use"), .9, rounding);
    EXPECT_NEAR(outcome(world, Domain::social, "support_in_use"), .7, rounding);
    EXPECT_NEAR(outcome(world, Domain::social, "bought_share"), 1, rounding);
    EXPECT_NEAR(outcome(world, Domain::social, "adopters_share"), .5, rounding);  // one of two municipalities
}

// E65
TEST(Observation, a_use_is_called_an_algorithm_with_personal_data_and_under_its_own_name) {
    World world = small_world();
    EXPECT_EQ(outcome(world, Domain::social, "labelled_as_algorithm"), 0);  // E65: relabelled
    world.municipalities[0].relabelled = false;
    EXPECT_EQ(outcome(world, Domain::social, "labelled_as_algorithm"), 1);
    world.municipalities[0].projects[3].personal_data = .19;
    EXPECT_EQ(outcome(world, Domain::social, "labelled_as_algorithm"), 0);
}

TEST(Observation, reads_shares_and_times_from_the_ledgers) {
    const World world = small_world();
    EXPECT_NEAR(outcome(world, Domain::social, "reach_share"), .25, rounding);      // 1 of 4 ideas
    EXPECT_NEAR(outcome(world, Domain::social, "lead_time_months"), 25, rounding);  // 50 / 2
    EXPECT_NEAR(outcome(world, Domain::social, "incidents"), 2, rounding);
    EXPECT_NEAR(outcome(world, Domain::social, "severity"), .25, rounding);  // .5 / 2
    EXPECT_NEAR(outcome(world, Domain::social, "maturity"), .5, rounding);   // (0 + 1) / 2
}

TEST(Observation, a_mean_over_nothing_is_empty_and_not_zero) {
    const World world = small_world();
    for (const std::string_view name : {"ict", "usage", "binds_law", "reach_share", "lead_time_months", "severity"})
        EXPECT_TRUE(std::isnan(outcome(world, Domain::physical, name))) << name;
    EXPECT_EQ(outcome(world, Domain::physical, "value"), 0);
}

TEST(Observation, the_nation_counts_citizens_by_inhabitants_and_municipalities_alike) {
    const World world = small_world();
    EXPECT_NEAR(national(world, "mean_trust"), .55, rounding);              // (.6 x 30000 + .4 x 10000) / 40000
    EXPECT_NEAR(national(world, "mean_concern"), .25, rounding);            // (.2 x 30000 + .4 x 10000) / 40000
    EXPECT_NEAR(national(world, "ict_level"), .5, rounding);                // (.4 + .6) / 2
    EXPECT_NEAR(national(world, "local_attention_risk"), .1, rounding);     // (.2 + 0) / 2
    EXPECT_NEAR(national(world, "alderman_risk_aversion"), 7.5, rounding);  // (9 + 6) / 2
    EXPECT_NEAR(national(world, "capacity_total"), 2, rounding);            // 1.5 + .5
    EXPECT_NEAR(national(world, "source_quality"), .25, rounding);          // (0 + .5) / 2
    EXPECT_NEAR(national(world, "relabelled_share"), .5, rounding);
    EXPECT_NEAR(national(world, "without_use_share"), .5, rounding);
    EXPECT_NEAR(national(world, "protest"), .15, rounding);            // (.3 + 0) / 2
    EXPECT_NEAR(national(world, "moratorium_share"), .5, rounding);    // one of two
    EXPECT_NEAR(national(world, "alderman_knowledge"), .3, rounding);  // (.5 + .1 + .4 + .2) / 4
    EXPECT_NEAR(national(world, "budget_eur"), 5000, rounding);        // 4000 + 1000
    EXPECT_NEAR(national(world, "subscriptions_eur"), 750, rounding);  // 600 + 150
    EXPECT_NEAR(national(world, "attention_risk"), .55, rounding);
    EXPECT_NEAR(national(world, "opportunity"), .5, rounding);
}

TEST(Observation, months_follow_each_other) {
    World world = small_world();
    History history;
    observe(world, history, .2);
    world.municipalities[0].projects[3].benefit = .9;
    world.nation.opportunity = .4;
    observe(world, history, .2);
    EXPECT_EQ(history.months, 2);
    EXPECT_NEAR(history.domain_value(0, Domain::social, find_domain_outcome("value")), .2, rounding);
    EXPECT_NEAR(history.domain_value(1, Domain::social, find_domain_outcome("value")), .9, rounding);
    EXPECT_NEAR(history.national_value(1, find_national_outcome("opportunity")), .4, rounding);
    EXPECT_TRUE(history.years.empty());  // month 70 is November
}

TEST(Observation, municipalities_are_described_each_december) {
    World world = small_world();
    world.month = 71;  // December 2020
    Ledger& ledger = world.municipalities[0].offices[0].ledger;
    ledger.bound[static_cast<std::size_t>(Factor::ict)] = 9;
    ledger.bound_at_new_year[static_cast<std::size_t>(Factor::ict)] = 8;
    ledger.bound[static_cast<std::size_t>(Factor::willingness)] = 2;
    ledger.ever_in_use = 3;
    History history;
    observe(world, history, .2);
    ASSERT_EQ(history.years.size(), 4U);  // two municipalities, two domains
    const MunicipalityYear& row = history.years[0];
    EXPECT_EQ(row.year, 2020);
    EXPECT_EQ(row.in_use, 1);
    EXPECT_EQ(row.pipeline, 2);
    EXPECT_EQ(row.ever_in_use, 3);
    EXPECT_FLOAT_EQ(row.value, .2F);
    EXPECT_FLOAT_EQ(row.trust, .6F);
    EXPECT_EQ(row.binding, Factor::willingness);  // twice this year; infrastructure once
    EXPECT_EQ(history.years[1].domain, Domain::physical);
    EXPECT_EQ(history.years[1].binding, Factor::none);
    EXPECT_EQ(history.years[2].municipality, 1);
    observe(world, history, .2);
    EXPECT_EQ(history.years[4].binding, Factor::willingness);  // observing again gives the same
}

TEST(Observation, every_outcome_has_a_name_of_its_own_and_a_meaning) {
    std::set<std::string_view> names;
    for (const OutcomeInfo& row : domain_outcomes()) {
        EXPECT_TRUE(names.insert(row.name).second) << row.name;
        EXPECT_FALSE(row.meaning.empty());
        EXPECT_FALSE(row.unit.empty());
    }
    names.clear();
    for (const OutcomeInfo& row : national_outcomes()) EXPECT_TRUE(names.insert(row.name).second) << row.name;
    EXPECT_TRUE(is_domain_outcome("in_use"));
    EXPECT_FALSE(is_domain_outcome("opportunity"));
    EXPECT_TRUE(is_national_outcome("opportunity"));
    EXPECT_EQ(domain_outcome_names().size(), domain_outcomes().size());
}

TEST(Observation, names_the_nearest_outcome_for_an_unknown_one) {
    const auto refusal_of = [](const auto& find, std::string_view name) {
        try {
            find(name);
        } catch (const InputError& error) {
            return std::string(error.what());
        }
        return std::string("found");
    };
    EXPECT_EQ(refusal_of(find_domain_outcome, "in_usage"), "unknown domain outcome 'in_usage'; did you mean 'in_use'?");
    EXPECT_EQ(refusal_of(find_national_outcome, "oportunity"),
              "unknown national outcome 'oportunity'; did you mean 'opportunity'?");
    EXPECT_EQ(refusal_of(find_domain_outcome, "usage"), "found");
}

TEST(Observation, never_changes_the_world) {
    World world = small_world();
    world.month = 71;  // December, when municipalities are described
    world.municipalities[0].offices[0].ledger.bound[0] = 9;
    const World& seen = world;  // all that observing gets
    const std::uint64_t before = fingerprint(seen);
    History history;
    observe(seen, history, .2);
    observe(seen, history, .2);
    EXPECT_EQ(fingerprint(seen), before);
    EXPECT_EQ(history.years[0].binding, history.years[4].binding);
}

}  // namespace
}  // namespace algemeente
