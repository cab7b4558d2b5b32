// Equation (35): how projects get at data, and when own sensors take their place. The code is in work.cpp.
#include "mechanisms/one_municipality.h"

namespace algemeente {
namespace {

using namespace mechanisms;

/// A project in development that asks for one source of another department.
OneMunicipality town_with_request(Origin origin = Origin::same_domain) {
    OneMunicipality town;
    town.municipality.standards = .3;
    town.municipality.ict = .5;
    town.municipality.strictness = .9;
    town.municipality.lock_in = .6;  // as usual
    Project& project = town.add(Stage::development);
    project.personal_data = .8;
    project.involvement = .4;
    project.law = LawStatus::approved;
    project.requirements = {pending(origin, 7)};
    return town;
}

bool granted(const OneMunicipality& town) {
    return town.project().requirements[0].status == RequirementStatus::granted;
}

// E12
TEST(Access, to_data_of_the_own_department_needs_no_law_and_no_sharing) {
    OneMunicipality town = town_with_request(Origin::own);
    town.project().law = LawStatus::queued;
    expect_project_chance(.35, town, 5, obtain_data, granted);  // (35)
    town.municipality.sources.joint[7] = true;
    expect_project_chance(.175, town, 5, obtain_data, granted);  // (35) halved
}

// E11, E17, E41, E54
TEST(Access, to_data_of_others_follows_sharing_warehouse_strictness_and_involvement) {
    OneMunicipality town = town_with_request();
    // wh = .5 x .3 + .5 x .5 = .4
    // (35) .40 x .5 (.5 + .5 x .4)(1 - .8 x .9 x .8)(.5 + .5 x .4) = .2 x .7 x .424 x .7 = .041552
    expect_project_chance(.041552, town, 5, obtain_data, granted);
    town.p.access_other_chance *= 15;  // so often that small differences show
    expect_project_chance(.62328, town, 5, obtain_data, granted);
    town.municipality.sources.joint[7] = true;
    expect_project_chance(.31164, town, 5, obtain_data, granted);
}

// E05, E06, E07
TEST(Access, lock_in_hampers_and_a_common_base_helps) {
    OneMunicipality town = town_with_request();
    town.p.access_other_chance *= 15;  // (35) .62328 with the usual lock-in and no common base
    town.municipality.lock_in = .9;
    expect_project_chance(.5110896, town, 5, obtain_data, granted);  // (35) x (1 - .6 x .3)
    town.municipality.common_base = .5;
    expect_project_chance(.7666344, town, 5, obtain_data, granted);  // (35) x (1 + 1 x .5)
    town.municipality.common_base = 0;
    town.municipality.lock_in = .1;
    expect_project_chance(.810264, town, 5, obtain_data, granted);  // (35) x (1 + .6 x .5)
    town.project().requirements[0].origin = Origin::own;
    town.municipality.common_base = 1;
    expect_project_chance(.35, town, 5, obtain_data, granted);  // (35) own data are at hand anyhow
}

// E02, E41
TEST(Access, shifts_of_infrastructure_and_involvement_count_like_the_levels) {
    OneMunicipality town = town_with_request();
    town.p.access_other_chance *= 10;  // (35) .41552
    town.p.diagnostic_ict_shift = 1;
    // wh = .5 x .3 + .5 x 1 = .65: (35) .41552 / .7 x (.5 + .5 x .65)
    expect_project_chance(.48972, town, 5, obtain_data, granted);
    town.p.diagnostic_ict_shift = 0;
    town.p.diagnostic_involvement_shift = 1;
    expect_project_chance(.5936, town, 5, obtain_data, granted);  // (35) .41552 / .7
}

// E71
TEST(Access, is_not_asked_for_during_a_pause) {
    OneMunicipality town = town_with_request();
    town.p.access_other_chance = 1e6;
    town.project().paused_months = 1;
    obtain_data(town.municipality, town.now(5));
    EXPECT_FALSE(granted(town));
    EXPECT_EQ(town.project().requirements[0].waiting_months, 0);
    town.project().paused_months = 0;
    obtain_data(town.municipality, town.now(6));
    EXPECT_TRUE(granted(town));
}

// E11, E18
TEST(Access, each_origin_has_its_own_willingness_to_share) {
    for (const Origin origin : {Origin::same_domain, Origin::corporate, Origin::cross_domain, Origin::external}) {
        OneMunicipality town = town_with_request(origin);
        town.municipality.sharing.fill(0);
        town.municipality.sharing[static_cast<std::size_t>(origin)] = 1;
        expect_project_chance(.083104, town, 5, obtain_data, granted);  // (35) .041552 x 2
    }
}

// E53
TEST(Access, to_personal_data_of_others_waits_for_the_law) {
    for (const auto& [personal_data, law, open] : {std::tuple{.2, LawStatus::queued, false},
                                                   {.2, LawStatus::in_review, false},
                                                   {.2, LawStatus::approved, true},
                                                   {.199, LawStatus::queued, true}}) {
        OneMunicipality town = town_with_request();
        town.p.access_other_chance = 1e6;
        town.project().personal_data = personal_data;
        town.project().law = law;
        obtain_data(town.municipality, town.now(5));
        EXPECT_EQ(granted(town), open) << personal_data;  // (35) 0 while p >= .2 and law is not approved
    }
}

TEST(Access, is_asked_for_from_development_to_implementation) {
    for (int stage = 0; stage < stage_count; ++stage) {
        OneMunicipality town = town_with_request();
        town.p.access_other_chance = 1e6;
        town.project().stage = static_cast<Stage>(stage);
        obtain_data(town.municipality, town.now(5));
        EXPECT_EQ(granted(town), stage >= 1 && stage <= 3) << stage;
    }
}

// E11
TEST(Access, a_granted_source_comes_as_it_is_and_makes_sharing_easier) {
    OneMunicipality town = town_with_request();
    town.p.access_other_chance = 1e6;
    town.municipality.sources.quality[7] = .37;
    obtain_data(town.municipality, town.now(5));
    EXPECT_NEAR(town.project().requirements[0].readiness, .37, rounding);  // (36) r = q
    EXPECT_NEAR(town.municipality.sharing[1], .505, rounding);             // (19) .5 + .01 x .5
    EXPECT_NEAR(town.municipality.sharing[2], .5, rounding);
}

/// A project that never gets its source from others, and money for one sensor.
OneMunicipality town_that_waits() {
    OneMunicipality town = town_with_request();
    town.set_population(53000);
    town.municipality.budget_eur = 30000;
    town.municipality.sharing[1] = 0;
    town.project().requirements[0].collectable = true;
    return town;
}

// E09, E16, E57
TEST(Sensors, are_ordered_after_two_months_of_waiting_and_run_three_months_later) {
    OneMunicipality town = town_that_waits();
    town.project().personal_data = .3;
    town.project().impact = .4;
    town.project().requirements[0].recorded_from = -60;
    const Requirement& requirement = town.project().requirements[0];
    const auto pass = [&](int month) {
        obtain_data(town.municipality, town.now(month));
        return requirement.status;
    };
    EXPECT_EQ(pass(0), RequirementStatus::pending);
    EXPECT_EQ(town.municipality.budget_eur, 30000);
    EXPECT_EQ(pass(1), RequirementStatus::sensor_ordered);
    EXPECT_NEAR(town.municipality.budget_eur, 3609.8417845, 1e-4);  // (35) 30000 - 20000 x 2^.4 = 30000 - 26390.158
    EXPECT_EQ(pass(2), RequirementStatus::sensor_ordered);
    EXPECT_EQ(pass(3), RequirementStatus::sensor_ordered);
    EXPECT_NEAR(town.project().personal_data, .3, rounding);
    EXPECT_EQ(pass(4), RequirementStatus::sensor_running);
    EXPECT_NEAR(requirement.readiness, .78, rounding);         // (35)
    EXPECT_EQ(requirement.recorded_from, 4);                   // (35) a sensor has no past
    EXPECT_NEAR(town.project().personal_data, .27, rounding);  // (35) .3 x .9
    EXPECT_NEAR(town.project().sensitivity, .1967, rounding);  // (s) .15 x .27 + .35 x .4 + .3 x .27 x .4 x .5
    EXPECT_EQ(pass(5), RequirementStatus::sensor_running);
    EXPECT_NEAR(town.project().personal_data, .27, rounding);  // once for each sensor
}

// E09
TEST(Sensors, need_money) {
    OneMunicipality town = town_that_waits();
    town.municipality.budget_eur = 26390;  // (35) the price is 26,390.16
    for (int month = 0; month < 6; ++month) obtain_data(town.municipality, town.now(month));
    EXPECT_EQ(town.project().requirements[0].status, RequirementStatus::pending);
    EXPECT_EQ(town.municipality.budget_eur, 26390);
    town.p.sensor_cost_multiplier = .4;
    obtain_data(town.municipality, town.now(6));
    EXPECT_NEAR(town.municipality.budget_eur, 15833.9367138, 1e-4);  // 26390 - .4 x 26390.158
}

// E16
TEST(Sensors, replace_only_what_can_be_collected) {
    OneMunicipality town = town_that_waits();
    town.project().requirements[0].collectable = false;
    for (int month = 0; month < 6; ++month) obtain_data(town.municipality, town.now(month));
    EXPECT_EQ(town.project().requirements[0].status, RequirementStatus::pending);
    EXPECT_EQ(town.municipality.budget_eur, 30000);
}

}  // namespace
}  // namespace algemeente
