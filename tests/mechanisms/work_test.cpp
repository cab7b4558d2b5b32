#include "mechanisms/one_municipality.h"

namespace algemeente {
namespace {

using namespace mechanisms;

Project& add_development(OneMunicipality& town, double effort_left, Domain domain = Domain::social) {
    Project& project = town.add(Stage::development, domain);
    project.build_effort = 10;
    project.built = 10 - effort_left;
    project.value = .5;
    project.support = .9;
    project.capacity_level = .5;
    return project;
}

// E29
TEST(Demand, is_the_work_left_within_bounds) {
    OneMunicipality town;
    town.municipality.capacity = 100;
    for (const double left : {5.0, .7, .02, -1.0}) add_development(town, left);
    Project& pilot = town.add(Stage::pilot);
    pilot.pilot_effort = 3;
    pilot.piloted = 2.2;
    town.add(Stage::implementation);
    town.add(Stage::idea);
    compete_for_capacity(town.municipality, town.now(5));
    // (31) clip(remaining effort, .1, 1.5); stage 3 .15; ideas ask for nothing
    const double expected[] = {1.5, .7, .1, .1, .8, .15, 0};
    for (std::size_t i = 0; i < town.municipality.projects.size(); ++i) {
        EXPECT_NEAR(town.project(i).demand, expected[i], rounding) << i;
        EXPECT_NEAR(town.project(i).allocated, expected[i], rounding) << i;  // there is enough for all
    }
}

TEST(Demand, is_the_smallest_while_a_product_is_being_bought) {
    OneMunicipality town;
    add_development(town, 5).procurement_months_left = 2;
    compete_for_capacity(town.municipality, town.now(5));
    EXPECT_NEAR(town.project().demand, .1, rounding);  // nothing to build before delivery
}

// E29, E72
TEST(Overhead, of_accountability_and_maintenance_comes_first) {
    OneMunicipality town;
    town.p.score_noise = 0;
    town.municipality.lock_in = .6;  // the usual premium
    add_development(town, 5);        // (31) (.4 + .5) 1.25 = 1.125
    Project& pilot = town.add(Stage::pilot);
    pilot.exposure = .4;
    pilot.sensitivity = .5;  // .05 x .4 x (.5 + .5) = .02
    pilot.pilot_effort = 9;  // (31) .4 x 1.5 = .6: it comes last
    Project& own = town.add(Stage::in_use);
    own.exposure = .2;
    own.sensitivity = .3;  // .05 x .2 x (.5 + .3) = .008
    own.build_effort = 10;
    Project& bought = town.add(Stage::in_use, Domain::physical);
    bought.build_effort = 9;
    bought.sourcing = Sourcing::vendor;
    compete_for_capacity(town.municipality, town.now(5));
    // K = 1 - .02 - .008 - .012 x 10 - .012 x 9 / .9 = 1 - .028 - .12 - .12 = .732
    EXPECT_NEAR(town.project(0).allocated, .732, rounding);
    EXPECT_NEAR(town.project(1).allocated, 0, rounding);
}

// E05
TEST(Overhead, of_bought_products_is_dearer_where_nobody_can_switch) {
    for (const auto& [lock_in, left] : {std::pair{.9, .844}, {.6, .88}, {.1, .94}}) {
        OneMunicipality town;
        town.municipality.lock_in = lock_in;
        add_development(town, 5);
        Project& bought = town.add(Stage::in_use);
        bought.build_effort = 9;
        bought.sourcing = Sourcing::vendor;
        compete_for_capacity(town.municipality, town.now(5));
        EXPECT_NEAR(town.project(0).allocated, left, rounding);  // K = 1 - .012 x 9 / .9 x (1 + lock-in - .6)
    }
    OneMunicipality town;
    town.p.lock_in_price = 1.5;
    town.p.lock_in_reference = .8;  // a premium of 0, but somebody looks after it: .1
    add_development(town, 5);
    Project& bought = town.add(Stage::in_use);
    bought.build_effort = 9;
    bought.sourcing = Sourcing::vendor;
    compete_for_capacity(town.municipality, town.now(5));
    EXPECT_NEAR(town.project(0).allocated, .988, rounding);  // K = 1 - .12 x .1
}

TEST(Overhead, may_take_all_there_is_and_no_more) {
    OneMunicipality town;
    town.municipality.capacity = 2;
    add_development(town, 5);
    town.add(Stage::in_use).build_effort = 1000;
    compete_for_capacity(town.municipality, town.now(5));
    EXPECT_EQ(town.project(0).allocated, 0);  // K = max(0, 2 - 12)
}

/// A project in development (physical) and one in its pilot (social) that both want all there is.
OneMunicipality town_with_rivals() {
    OneMunicipality town;
    add_development(town, 5, Domain::physical);  // (31) (.4 + .5)(1 + .25) = 1.125
    Project& pilot = town.add(Stage::pilot);
    pilot.pilot_effort = 9;
    pilot.value = .3;  // (31) (.4 + .3)(1 + .5) = 1.05
    pilot.support = .8;
    pilot.capacity_level = .5;
    return town;
}

// E30, E31, E80
TEST(Competition, serves_the_higher_score_first_whatever_its_domain) {
    OneMunicipality town = town_with_rivals();
    town.p.score_noise = 0;
    compete_for_capacity(town.municipality, town.now(5));
    EXPECT_NEAR(town.project(0).allocated, 1, rounding);
    EXPECT_NEAR(town.project(1).allocated, 0, rounding);
    EXPECT_NEAR(town.project(0).capacity_level, .55, rounding);  // (32) .7 x .5 + .3 x 1/1.5
    EXPECT_NEAR(town.project(1).capacity_level, .35, rounding);  // (32) .7 x .5 + 0
    town.project(0).value = .4;                                  // (31) .8 x 1.25 = 1
    compete_for_capacity(town.municipality, town.now(6));
    EXPECT_NEAR(town.project(1).allocated, 1, rounding);
    EXPECT_NEAR(town.project(0).allocated, 0, rounding);
}

// E68
TEST(Competition, political_support_does_not_rank_once_more) {
    OneMunicipality town = town_with_rivals();
    town.p.score_noise = 0;
    town.project(0).support = 0;
    town.project(1).support = 1;
    compete_for_capacity(town.municipality, town.now(5));
    EXPECT_NEAR(town.project(0).allocated, 1, rounding);
    EXPECT_NEAR(town.project(1).allocated, 0, rounding);
}

// E71
TEST(Competition, a_paused_project_gets_no_capacity_and_asks_for_no_change) {
    OneMunicipality town = town_with_rivals();
    town.p.score_noise = 0;
    town.municipality.change_capacity = 9;
    town.project(0).paused_months = 1;
    compete_for_capacity(town.municipality, town.now(5));
    EXPECT_EQ(town.project(0).allocated, 0);
    EXPECT_EQ(town.project(0).change_got, 0);
    EXPECT_EQ(town.project(0).capacity_level, .5);  // it asks for nothing, so it misses nothing
    EXPECT_NEAR(town.project(1).allocated, 1, rounding);
    EXPECT_GT(town.project(1).change_got, 0);
}

TEST(Competition, capacity_can_be_held_at_its_ceiling_or_its_floor) {
    for (const auto& [shift, first, second] : {std::tuple{1., 1.5, 1.5}, {.2, 1.3, .3}, {-1., 0., 0.}}) {
        OneMunicipality town = town_with_rivals();
        town.p.score_noise = 0;
        town.p.diagnostic_capacity_shift = shift;
        compete_for_capacity(town.municipality, town.now(5));
        EXPECT_NEAR(town.project(0).allocated, first, rounding);                         // 1 of 1.5, and shift x 1.5
        EXPECT_NEAR(town.project(1).allocated, second, rounding);                        // 0 of 1.5, and shift x 1.5
        EXPECT_NEAR(town.project(1).capacity_level, .35 + .3 * second / 1.5, rounding);  // (32)
    }
}

// E29
TEST(Competition, gives_what_is_left_to_the_next) {
    OneMunicipality town = town_with_rivals();
    town.p.score_noise = 0;
    town.municipality.capacity = 2;
    compete_for_capacity(town.municipality, town.now(5));
    EXPECT_NEAR(town.project(0).allocated, 1.5, rounding);
    EXPECT_NEAR(town.project(1).allocated, .5, rounding);
}

TEST(Competition, has_some_chance_in_it) {
    OneMunicipality start = town_with_rivals();
    start.project(1).value = .2;  // (31) (.4 + .2) 1.5 = .9
    // (31) the pilot wins if .25 (eps2 - eps1) > ln(1.125 / .9): 1 - Phi(.2231436 / (.25 sqrt 2)) = 0.2639728
    expect_chance(0.2639728, [&](std::uint64_t key) {
        OneMunicipality town = start;
        town.project(0).key = 2 * key;
        town.project(1).key = 2 * key + 1;
        compete_for_capacity(town.municipality, town.now(5));
        return town.project(1).allocated > 0;
    });
}

/// Departments and process change of a project at a stage.
void add_change(OneMunicipality& town, Stage stage, int departments, double process_change) {
    Project& project = town.add(stage);
    project.departments = static_cast<std::uint8_t>(departments);
    project.process_change = process_change;
    project.build_effort = project.pilot_effort = 1;
}

// E40, E42
TEST(Change, capacity_is_rationed_equally) {
    OneMunicipality town;
    town.municipality.change_capacity = .66;
    add_change(town, Stage::development, 1, .2);
    add_change(town, Stage::pilot, 4, .7);
    add_change(town, Stage::implementation, 4, .7);
    add_change(town, Stage::in_use, 3, .4);
    add_change(town, Stage::idea, 4, .7);
    compete_for_capacity(town.municipality, town.now(5));
    // (33) .25 x 1 (.4 + .2) = .15; min(.35, .25 x 4 x 1.1) = .35; twice that in stage 3; .04 x 3 in use
    const double demand[] = {.15, .35, .70, .12, 0};
    for (std::size_t i = 0; i < 5; ++i) EXPECT_NEAR(town.project(i).change_demand, demand[i], rounding) << i;
    EXPECT_NEAR(town.municipality.change_ration, .5, rounding);  // (33) .66 / 1.32
    for (std::size_t i = 0; i < 5; ++i) EXPECT_NEAR(town.project(i).change_got, demand[i] / 2, rounding) << i;
}

// E40, E42
TEST(Change, is_met_in_full_where_there_is_enough) {
    OneMunicipality town;
    town.municipality.change_capacity = 9;
    add_change(town, Stage::development, 1, .2);
    compete_for_capacity(town.municipality, town.now(5));
    EXPECT_EQ(town.municipality.change_ration, 1);
    EXPECT_NEAR(town.project().change_got, .15, rounding);
}

// E41, E42, E43, E45
TEST(Involvement, the_same_effort_is_spread_thinner_over_more_departments) {
    OneMunicipality town;
    add_change(town, Stage::pilot, 2, .4);
    add_change(town, Stage::pilot, 4, .4);
    add_change(town, Stage::in_use, 2, .4);
    for (Project& project : town.municipality.projects) {
        project.change_got = .35;
        project.involvement = .3;
    }
    involve_departments(town.municipality, town.now(5));
    EXPECT_NEAR(town.project(0).involvement, .3445, rounding);  // (34) .3 + .32 x .35 / 1.6 x .7 - .015 x .3
    EXPECT_NEAR(town.project(1).involvement, .32, rounding);    // (34) .3 + .32 x .35 / 3.2 x .7 - .0045
    EXPECT_NEAR(town.project(2).involvement, .3, rounding);     // in use (43) speaks
}

// E20, E21, E23, E29
TEST(Build, development_spends_three_fifths_on_building_and_the_rest_on_data) {
    OneMunicipality town;
    town.municipality.ict = 1;
    town.municipality.ethics_maturity = .4;
    Project& project = add_development(town, 8);
    project.allocated = 1;
    project.ethics = .3;
    project.requirements = {met(RequirementStatus::granted, 0, .5), met(RequirementStatus::granted, 1, .2),
                            pending(Origin::own, 2)};
    for (std::size_t s = 0; s < 3; ++s) town.municipality.sources.quality[s] = .5;
    build(town.municipality, town.now(5));
    EXPECT_NEAR(project.built, 2.6, rounding);                            // (36) 2 + .6 x 1
    EXPECT_NEAR(project.requirements[0].readiness, .545, rounding);       // (36) .5 + .45 x .4 / 2 x .5
    EXPECT_NEAR(project.requirements[1].readiness, .272, rounding);       // (36) .2 + .09 x .8
    EXPECT_NEAR(project.requirements[2].readiness, 0, rounding);          // nothing to prepare yet
    EXPECT_NEAR(town.municipality.sources.quality[0], .51125, rounding);  // (36) .5 + .045 / 4
    EXPECT_NEAR(town.municipality.sources.quality[1], .518, rounding);    // (36) .5 + .072 / 4
    EXPECT_NEAR(town.municipality.sources.quality[2], .5, rounding);
    EXPECT_NEAR(project.ethics, .314, rounding);  // (36) .3 + .05 x .4 x .7
}

// E20
TEST(Build, a_pilot_spends_seven_tenths_on_piloting) {
    OneMunicipality town;
    town.municipality.ict = 1;
    town.municipality.mean_trust = .54;  // citizens cooperate as usual
    Project& project = town.add(Stage::pilot);
    project.allocated = 1;
    project.requirements = {met(RequirementStatus::granted, 0, .5)};
    build(town.municipality, town.now(5));
    EXPECT_NEAR(project.piloted, .7, rounding);
    EXPECT_NEAR(project.requirements[0].readiness, .5675, rounding);  // (36) .5 + .45 x .3 / 1 x .5
}

// E01, E02, E33
TEST(Build, poor_infrastructure_costs_a_part_of_the_work) {
    OneMunicipality town;
    town.municipality.ict = .6;
    Project& project = add_development(town, 8);
    project.allocated = 1;
    project.requirements = {met(RequirementStatus::granted, 0, .5)};
    build(town.municipality, town.now(5));
    EXPECT_NEAR(project.built, 2.54, rounding);                     // (36) 2 + .6 (1 - .25 x .4)
    EXPECT_NEAR(project.requirements[0].readiness, .59, rounding);  // (36) .5 + .45 x .4 x .5: data are not linked yet
    project.built = 2;
    project.sourcing = Sourcing::vendor;
    build(town.municipality, town.now(6));
    EXPECT_NEAR(project.built, 2.549, rounding);  // (36) 2 + .6 (1 - .25 (1 - .66)): a product brings .15 x .4
    project.built = 2;
    town.p.diagnostic_ict_shift = 1;
    build(town.municipality, town.now(7));
    EXPECT_NEAR(project.built, 2.6, rounding);
}

// E59
TEST(Build, citizens_who_trust_help_with_pilots) {
    OneMunicipality town;
    town.municipality.ict = .6;
    town.municipality.mean_trust = .74;
    Project& project = town.add(Stage::pilot);
    project.allocated = 1;
    build(town.municipality, town.now(5));
    EXPECT_NEAR(project.piloted, .693, rounding);  // (36) .7 x .9 (1 + .5 x .2)
    town.municipality.mean_trust = .34;
    build(town.municipality, town.now(6));
    EXPECT_NEAR(project.piloted, 1.26, rounding);  // (36) .693 + .7 x .9 (1 - .5 x .2)
    project.stage = Stage::development;
    build(town.municipality, town.now(7));
    EXPECT_NEAR(project.built, .54, rounding);  // (36) .6 x .9: nobody helps to build
}

// E71
TEST(Build, nothing_is_done_about_a_paused_project) {
    OneMunicipality town;
    town.municipality.ethics_maturity = .4;
    Project& project = add_development(town, 8);
    project.allocated = 1;
    project.paused_months = 1;
    project.procurement_months_left = 2;
    project.requirements = {met(RequirementStatus::granted, 0, .5)};
    build(town.municipality, town.now(5));
    EXPECT_EQ(project.built, 2);
    EXPECT_EQ(project.procurement_months_left, 2);
    EXPECT_EQ(project.requirements[0].readiness, .5);
    EXPECT_EQ(project.ethics, 0);
}

// E75
TEST(Build, goes_on_while_the_committee_thinks) {
    OneMunicipality town;
    town.municipality.ict = 1;
    Project& project = add_development(town, 8);
    project.committee = CommitteeStatus::waiting;
    compete_for_capacity(town.municipality, town.now(5));
    build(town.municipality, town.now(5));
    EXPECT_NEAR(project.built, 2.6, rounding);
}

// E40, E45
TEST(Build, implementation_is_change) {
    OneMunicipality town;
    Project& project = town.add(Stage::implementation);
    project.allocated = 1;
    project.change_got = .35;
    project.changed = 1;
    project.requirements = {met(RequirementStatus::granted, 0, .5)};
    build(town.municipality, town.now(5));
    EXPECT_NEAR(project.changed, 1.35, rounding);                  // (36) w3 += ch
    EXPECT_NEAR(project.requirements[0].readiness, .5, rounding);  // no preparation any more
}

// E37
TEST(Build, nothing_is_built_before_delivery) {
    OneMunicipality town;
    town.municipality.ict = 1;
    Project& project = add_development(town, 10);
    project.allocated = 1;
    project.procurement_months_left = 2;
    for (const double built : {0.0, 0.0, .6}) {
        build(town.municipality, town.now(5));
        EXPECT_NEAR(project.built, built, rounding);  // (25) two months of procurement, then 60%
    }
}

TEST(Build, data_cannot_become_more_than_ready) {
    OneMunicipality town;
    Project& project = add_development(town, 8);
    project.allocated = 10;  // (36) .45 x 4 / 1 = 1.8
    project.requirements = {met(RequirementStatus::granted, 0, .5)};
    town.municipality.sources.quality[0] = .9;
    build(town.municipality, town.now(5));
    EXPECT_NEAR(project.requirements[0].readiness, 1, rounding);
    EXPECT_NEAR(town.municipality.sources.quality[0], 1, rounding);  // clip(.9 + .5 / 4)
}

}  // namespace
}  // namespace algemeente
