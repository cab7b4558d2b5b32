#include "mechanisms/readiness.h"

#include "mechanisms/one_municipality.h"

#include <set>

namespace algemeente {
namespace {

using namespace mechanisms;

double level(const Project& project, Factor factor) {
    return project.factors[static_cast<std::size_t>(factor)];
}

/// A town and a project whose factors are worked out below.
OneMunicipality town_to_judge(Stage stage = Stage::development) {
    OneMunicipality town;
    town.municipality.ict = .5;
    town.municipality.standards = .3;
    town.municipality.mean_trust = .55;
    town.municipality.mean_concern = .3;
    town.office().departments[0].willingness = .3;
    town.office().departments[1].willingness = .5;
    town.office().departments[2].willingness = .8;
    Project& project = town.add(stage);
    project.lead_department = 2;
    project.departments = 2;
    project.requirements = {met(RequirementStatus::granted, 0, .6)};
    project.capacity_level = .7;
    project.support = .65;
    project.involvement = .45;
    project.sensitivity = .5;
    project.explainability = .5;
    project.enforcement = .8;
    project.ethics = .4;
    return town;
}

double judged(OneMunicipality town, Factor factor) {
    judge_readiness(town.municipality, town.now(30));
    return level(town.project(), factor);
}

// E01, E02, E03, E09
TEST(Factors, infrastructure_bears_fewer_systems_more_easily) {
    OneMunicipality town = town_to_judge();
    EXPECT_NEAR(judged(town, Factor::ict), .7845840979, rounding);  // one system: .5^.35
    town.project().requirements = {met(RequirementStatus::granted, 0, .5), pending(Origin::external, 25),
                                   met(RequirementStatus::sensor_running, 1, .8)};
    // two systems and a sensor: 2.4; .5^(.35 (1 + ln 2.4)) = .5^.6564140
    EXPECT_NEAR(judged(town, Factor::ict), .6344533268, rounding);
    town.project().sourcing = Sourcing::vendor;
    EXPECT_NEAR(judged(town, Factor::ict), .6954126630, rounding);  // I_e = .5 + .15 x .5 = .575
    town.project().requirements = {met(RequirementStatus::sensor_running, 1, .8)};
    town.project().sourcing = Sourcing::own_build;
    EXPECT_NEAR(judged(town, Factor::ict), .7845840979, rounding);  // max(1, .4)
}

// E10
TEST(Factors, data_are_available_as_far_as_granted_or_measured) {
    OneMunicipality town = town_to_judge();
    town.project().requirements = {met(RequirementStatus::granted, 0, .5),
                                   met(RequirementStatus::sensor_running, 1, .8),
                                   met(RequirementStatus::sensor_ordered, 2, 0), pending(Origin::own, 3)};
    EXPECT_NEAR(judged(town, Factor::data_availability), .5, rounding);  // 2 / 4
    // RDY of the two: sqrt(.5 x .8)(.35 + .65 x .3)^(1/4) = .6324555 x .8592092
    EXPECT_NEAR(judged(town, Factor::data_readiness), .5434118707, rounding);
}

// E20, E24
TEST(Factors, one_source_needs_no_standards_and_no_source_is_hardly_ready) {
    OneMunicipality town = town_to_judge();
    EXPECT_NEAR(judged(town, Factor::data_readiness), .6, rounding);
    EXPECT_NEAR(judged(town, Factor::data_availability), 1, rounding);
    town.project().requirements = {pending(Origin::own, 0)};
    EXPECT_NEAR(judged(town, Factor::data_readiness), .05, rounding);
    EXPECT_NEAR(judged(town, Factor::data_availability), 0, rounding);
}

/// Readiness of data of .6 at a level of analytics, with series that were recorded from these months on; it is
/// month 30.
double readiness_with_series(int level_of_analytics, const std::vector<int>& recorded_from) {
    OneMunicipality town = town_to_judge();
    town.municipality.standards = 1;  // sources combine without loss
    town.project().level = static_cast<std::uint8_t>(level_of_analytics);
    town.project().requirements.clear();
    for (const int month : recorded_from) {
        Requirement requirement = met(RequirementStatus::granted, 0, .6);
        requirement.recorded_from = static_cast<std::int16_t>(month);
        town.project().requirements.push_back(requirement);
    }
    Requirement missing = pending(Origin::own, 1);
    missing.recorded_from = 30;  // does not count: it is not there
    town.project().requirements.push_back(missing);
    return judged(town, Factor::data_readiness);
}

// E14, E16, E28
TEST(Factors, looking_ahead_needs_months_of_recorded_data_and_the_shortest_series_decides) {
    EXPECT_NEAR(readiness_with_series(3, {24}), .4, rounding);        // .6 (.5 + .5 x 6 / (9 x 2))
    EXPECT_NEAR(readiness_with_series(3, {30}), .3, rounding);        // .6 x .5
    EXPECT_NEAR(readiness_with_series(3, {12}), .6, rounding);        // 18 months are enough
    EXPECT_NEAR(readiness_with_series(3, {-60, 27}), .35, rounding);  // .6 (.5 + .5 x 3 / 18)
    EXPECT_NEAR(readiness_with_series(3, {27, -60}), .35, rounding);
    EXPECT_NEAR(readiness_with_series(2, {27}), .4, rounding);  // .6 (.5 + .5 x 3 / 9)
    EXPECT_NEAR(readiness_with_series(1, {30}), .6, rounding);  // describing needs no history
    EXPECT_NEAR(readiness_with_series(3, {-60}), .6, rounding);
}

// E53
TEST(Factors, law_is_there_with_consent_and_not_before) {
    OneMunicipality town = town_to_judge();
    for (const LawStatus law : {LawStatus::queued, LawStatus::in_review}) {
        town.project().law = law;
        EXPECT_EQ(judged(town, Factor::law), 0);
    }
    town.project().law_attempts = 1;
    EXPECT_EQ(judged(town, Factor::law), 0);
    town.project().law = LawStatus::approved;
    EXPECT_EQ(judged(town, Factor::law), 1);
}

// E59, E62, E66
TEST(Factors, citizens_weigh_trust_against_concern_about_a_sensitive_use) {
    OneMunicipality town = town_to_judge();
    // lgt(6 (.55 - .30 - .90 x .3 x .5 + .12 x .5 x .4 (1 - .4 x .8))) = lgt(6 x .13132)
    EXPECT_NEAR(judged(town, Factor::legitimacy_citizens), .6873845399, rounding);
    town.p.algorithm_register = 1;  // lgt(6 (.115 + .12 x .5 x 1 x .68)) = lgt(6 x .1558)
    EXPECT_NEAR(judged(town, Factor::legitimacy_citizens), .7180480859, rounding);
}

// E29, E41, E68, E74
TEST(Factors, the_others_are_read_from_the_project_and_its_departments) {
    const OneMunicipality town = town_to_judge();
    EXPECT_NEAR(judged(town, Factor::capacity), .7, rounding);
    EXPECT_NEAR(judged(town, Factor::legitimacy_government), .65, rounding);
    EXPECT_NEAR(judged(town, Factor::involvement), .45, rounding);
    EXPECT_NEAR(judged(town, Factor::willingness), .55, rounding);  // departments 2 and 0: (.8 + .3) / 2
    EXPECT_NEAR(judged(town, Factor::ethics), .58, rounding);       // 1 - (.5 + .4 x .5)(1 - .4)
}

/// The level of a factor with its shift.
double shifted(OneMunicipality town, double Parameters::*shift, double by, Factor factor) {
    town.p.*shift = by;
    return judged(town, factor);
}

TEST(Shifts, hold_a_factor_at_its_ceiling_or_move_it_at_its_source_or_level) {
    OneMunicipality town = town_to_judge();
    town.project().requirements.push_back(pending(Origin::own, 1));  // AVL .5
    const std::tuple<double Parameters::*, Factor, double> rows[] = {
        // two systems: (.5 + .1)^(.35 (1 + ln 2)) = .6^.5926015
        {&Parameters::diagnostic_ict_shift, Factor::ict, .7388088605},
        {&Parameters::diagnostic_data_availability_shift, Factor::data_availability, .6},
        {&Parameters::diagnostic_data_readiness_shift, Factor::data_readiness, .7},
        {&Parameters::diagnostic_legitimacy_citizens_shift, Factor::legitimacy_citizens, .7873845399},
        {&Parameters::diagnostic_involvement_shift, Factor::involvement, .55},
        {&Parameters::diagnostic_ethics_shift, Factor::ethics, .65},  // 1 - (.5 + .4 x .5)(1 - .5)
    };
    for (const auto& [shift, factor, moved] : rows) {
        EXPECT_EQ(shifted(town, shift, 1, factor), 1) << factor_word(factor);
        EXPECT_NEAR(shifted(town, shift, .1, factor), moved, rounding) << factor_word(factor);
        EXPECT_EQ(shifted(town, shift, 0, factor), judged(town, factor)) << factor_word(factor);
        EXPECT_LT(shifted(town, shift, -1, factor), judged(town, factor)) << factor_word(factor);
    }
}

TEST(Shifts, of_nothing_leave_readiness_alone_to_the_last_bit) {
    OneMunicipality town = town_to_judge();
    judge_readiness(town.municipality, town.now(30));
    EXPECT_EQ(town.project().log_data_readiness, logarithm(.6));
    town.p.diagnostic_data_readiness_shift = 1;
    judge_readiness(town.municipality, town.now(30));
    EXPECT_EQ(town.project().log_data_readiness, 0);
}

// E46
TEST(Factors, willingness_is_that_of_the_targeted_departments) {
    OneMunicipality town = town_to_judge();
    town.project().departments = 1;
    EXPECT_NEAR(judged(town, Factor::willingness), .8, rounding);
    town.project().departments = 4;
    EXPECT_NEAR(judged(town, Factor::willingness), .5333333333, rounding);  // (.3 + .5 + .8) / 3
}

// E79
TEST(Combination, lies_between_the_weakest_and_the_mean) {
    const auto of = [](std::vector<double> levels, double elasticity) { return combine(levels, elasticity, .02); };
    EXPECT_NEAR(of({.5, .8}, -3), .5857201691, rounding);      // (R) ((8 + 1.953125) / 2)^(-1/3)
    EXPECT_NEAR(of({.5, .8, .4}, -3), .4894979189, rounding);  // (R) ((8 + 1.953125 + 15.625) / 3)^(-1/3)
    EXPECT_NEAR(of({.5, .8}, -8), .5436874152, rounding);      // nearer to the weakest
    EXPECT_NEAR(of({.5, .8}, -1), .6153846154, rounding);      // 2 / (1/.5 + 1/.8)
    EXPECT_NEAR(of({.6, .6, .6}, -3), .6, rounding);
    EXPECT_NEAR(of({0, 1}, -3), .0251983538, rounding);  // (R) max(0, .02): ((125000 + 1) / 2)^(-1/3)
}

// E79, E80
TEST(Combination, counts_other_factors_at_each_gate) {
    const auto set_of = [](Stage stage) {
        const auto factors = factors_that_count(stage);
        return std::set<Factor>(factors.begin(), factors.end());
    };
    using enum Factor;
    const std::set<Factor> development = {
        ict, capacity, data_availability, data_readiness, involvement, legitimacy_government};
    const std::set<Factor> pilot = {
        ict, data_readiness, legitimacy_citizens, legitimacy_government, involvement, willingness, ethics};
    const std::set<Factor> implementation = {ict,         capacity,   legitimacy_citizens, legitimacy_government,
                                             involvement, willingness};
    EXPECT_EQ(set_of(Stage::development), development);
    EXPECT_EQ(set_of(Stage::pilot), pilot);
    EXPECT_EQ(set_of(Stage::implementation), implementation);
    EXPECT_TRUE(set_of(Stage::idea).empty());
    EXPECT_TRUE(set_of(Stage::in_use).empty());
}

// E79
TEST(Combination, of_a_projects_factors_is_its_readiness_and_the_lowest_binds) {
    const std::pair<Stage, double> expected[] = {
        // (R) over ICT .7845841, CAP .7, AVL 1, RDY .6, INV .45, LGG .65
        {Stage::development, .6195451563},
        // (R) over ICT .7845841, RDY .6, LGC .6873845, LGG .65, INV .45, WIL .55, ETH .58
        {Stage::pilot, .5818803619},
        // (R) over ICT .7845841, CAP .7, LGC .6873845, LGG .65, INV .45, WIL .55
        {Stage::implementation, .5935673754}};
    for (const auto& [stage, readiness] : expected) {
        OneMunicipality town = town_to_judge(stage);
        judge_readiness(town.municipality, town.now(30));
        EXPECT_NEAR(town.project().readiness, readiness, rounding);
        EXPECT_EQ(town.project().binding, Factor::involvement);
        EXPECT_EQ(town.office().ledger.bound[static_cast<std::size_t>(Factor::involvement)], 1);
    }
}

TEST(Combination, a_factor_outside_the_set_cannot_bind) {
    OneMunicipality town = town_to_judge();
    town.project().ethics = 0;  // ETH .3, does not count in development
    judge_readiness(town.municipality, town.now(30));
    EXPECT_EQ(town.project().binding, Factor::involvement);
    town.project().stage = Stage::pilot;
    judge_readiness(town.municipality, town.now(30));
    EXPECT_EQ(town.project().binding, Factor::ethics);
}

TEST(Ledger, counts_what_binds_anew_from_january) {
    OneMunicipality town = town_to_judge();
    Ledger& ledger = town.office().ledger;
    ledger.bound.fill(9);
    ledger.bound_at_new_year.fill(2);
    judge_readiness(town.municipality, town.now(35));  // December
    EXPECT_EQ(ledger.bound_at_new_year[0], 2);
    const auto at_new_year = ledger.bound;
    judge_readiness(town.municipality, town.now(36));  // January
    EXPECT_EQ(ledger.bound_at_new_year, at_new_year);
    EXPECT_NE(ledger.bound, at_new_year);
    town.municipality.projects.clear();
    judge_readiness(town.municipality, town.now(48));  // also where there is nothing to judge
    EXPECT_EQ(ledger.bound_at_new_year, ledger.bound);
}

/// A project that has done the work of its stage, at readiness .6.
OneMunicipality town_at_gate(Stage stage) {
    OneMunicipality town;
    Project& project = town.add(stage);
    project.level = 3;
    project.readiness = .6;
    project.support = 1;
    project.law = LawStatus::approved;
    project.months_in_stage = 5;
    return town;
}

Stage after_gate(OneMunicipality town) {
    town.project().readiness = 1e6;  // certain to pass if the gate is open
    pass_gates(town.municipality, town.now(30));
    return town.project().stage;
}

bool passed(const OneMunicipality& town, Stage before) {
    return static_cast<int>(town.project().stage) == static_cast<int>(before) + 1;
}

// E79
TEST(Gate, passing_follows_readiness) {
    const std::pair<Stage, double> expected[] = {
        {Stage::development, .7539887164},     // (G) lgt(14 (.6 - .52)) = lgt(1.12)
        {Stage::pilot, .6984652160},           // (G) lgt(14 (.6 - .54)) = lgt(.84)
        {Stage::implementation, .7539887164},  // (G) lgt(14 (.6 - .52)) = lgt(1.12)
    };
    for (const auto& [stage, chance] : expected)
        expect_project_chance(
            chance, town_at_gate(stage), 30, pass_gates,
            [before = stage](const OneMunicipality& t) { return passed(t, before); }, 100000);
}

// E68
TEST(Gate, political_support_counts_in_readiness_and_not_once_more) {
    OneMunicipality town = town_at_gate(Stage::pilot);
    town.project().support = 0;
    expect_project_chance(.6984652160, town, 30, pass_gates,
                          [](const OneMunicipality& t) { return passed(t, Stage::pilot); });
}

// E71
TEST(Gate, stays_shut_during_a_pause_of_which_the_months_do_not_count) {
    for (const Stage stage : {Stage::development, Stage::pilot, Stage::implementation}) {
        OneMunicipality town = town_at_gate(stage);
        town.p.abandon_base = 1;  // nor is it abandoned
        town.project().paused_months = 1;
        EXPECT_EQ(after_gate(town), stage);
        pass_gates(town.municipality, town.now(30));
        EXPECT_EQ(town.project().months_in_stage, 5);
        town.project().paused_months = 0;
        EXPECT_NE(after_gate(town), stage);
    }
}

// E53
TEST(Gate, to_the_pilot_opens_when_built_and_approved) {
    OneMunicipality town = town_at_gate(Stage::development);
    town.project().build_effort = 6;
    town.project().built = 6;
    EXPECT_EQ(after_gate(town), Stage::pilot);
    town.project().built = 5.99;
    EXPECT_EQ(after_gate(town), Stage::development);
    town.project().built = 6;
    for (const LawStatus law : {LawStatus::queued, LawStatus::in_review}) {
        town.project().law = law;
        EXPECT_EQ(after_gate(town), Stage::development);
    }
}

// E75
TEST(Gate, to_the_pilot_waits_for_the_committee_if_there_is_one) {
    OneMunicipality town = town_at_gate(Stage::development);
    town.project().sensitivity = .3;
    town.p.ethics_committee = 1;
    EXPECT_EQ(after_gate(town), Stage::development);
    for (const CommitteeStatus status : {CommitteeStatus::waiting, CommitteeStatus::advised}) {
        town.project().committee = status;  // advised at the start is not advised on what was built
        EXPECT_EQ(after_gate(town), Stage::development);
    }
    town.project().committee = CommitteeStatus::done;
    EXPECT_EQ(after_gate(town), Stage::pilot);
    town.project().committee = CommitteeStatus::not_asked;
    town.project().sensitivity = .15;  // not a matter for the committee
    EXPECT_EQ(after_gate(town), Stage::pilot);
}

// E45, E48
TEST(Gate, a_pilot_lasts_four_months_at_least_and_an_implementation_three) {
    for (const auto& [stage, months] : {std::pair{Stage::pilot, 4}, {Stage::implementation, 3}}) {
        OneMunicipality town = town_at_gate(stage);
        town.project().months_in_stage = months - 2;  // this month is number months - 1
        EXPECT_EQ(after_gate(town), stage);
        town.project().months_in_stage = months - 1;
        EXPECT_NE(after_gate(town), stage);
    }
}

TEST(Gate, a_pilot_and_an_implementation_need_their_work_done) {
    OneMunicipality town = town_at_gate(Stage::pilot);
    town.project().pilot_effort = 1;
    town.project().piloted = .9;
    EXPECT_EQ(after_gate(town), Stage::pilot);
    town.project().piloted = 1;
    EXPECT_EQ(after_gate(town), Stage::implementation);
    town = town_at_gate(Stage::implementation);
    town.project().change_effort = 1;
    town.project().changed = .9;
    EXPECT_EQ(after_gate(town), Stage::implementation);
    town.project().changed = 1;
    EXPECT_EQ(after_gate(town), Stage::in_use);
}

TEST(Gate, a_moratorium_keeps_it_shut_for_sensitive_projects) {
    OneMunicipality town = town_at_gate(Stage::pilot);
    town.municipality.moratorium_months = 2;
    EXPECT_EQ(after_gate(town), Stage::implementation);
    town.project().sensitivity = .6;
    EXPECT_EQ(after_gate(town), Stage::pilot);
}

TEST(Gate, months_in_the_stage_start_anew_and_reaching_use_is_booked) {
    OneMunicipality town = town_at_gate(Stage::implementation);
    town.project().readiness = 1e6;
    town.project().birth_month = 10;
    pass_gates(town.municipality, town.now(30));
    EXPECT_EQ(town.project().months_in_stage, 0);
    const Ledger& ledger = town.office().ledger;
    EXPECT_EQ(ledger.ever_in_use, 1);
    EXPECT_EQ(ledger.lead_months, 20);
    EXPECT_EQ(ledger.used_by_level[2], 1);
    EXPECT_EQ(ledger.young_in_use[10], 1);
}

/// A project far from its gate: half supported, exposed, hardly ready.
OneMunicipality town_with_stuck_project(int months_in_stage) {
    OneMunicipality town;
    Project& project = town.add(Stage::development);
    project.build_effort = 99;
    project.readiness = .4;
    project.support = .5;
    project.exposure = .3;
    project.months_in_stage = months_in_stage - 1;  // this month is one more
    return town;
}

bool abandoned(const OneMunicipality& town) {
    return town.project().stage == Stage::abandoned;
}

// E36, E60, E68, E79
TEST(Abandoning, follows_impatience_lack_of_support_and_exposure) {
    // (AB) .003 + .02 x .5^2 + .01 x .3 = .011 within the first eight months
    expect_project_chance(.011, town_with_stuck_project(8), 30, pass_gates, abandoned, 100000);
    // (AB) .003 + .07 x 1 x .6 + .005 + .003 = .053 after twenty
    expect_project_chance(.053, town_with_stuck_project(20), 30, pass_gates, abandoned, 100000);
    // (AB) .003 + .07 x 2 x .6 + .005 + .003 = .095: impatience has a ceiling
    expect_project_chance(.095, town_with_stuck_project(90), 30, pass_gates, abandoned, 100000);
}

TEST(Abandoning, tells_its_reason_in_the_right_proportions) {
    const auto because = [](Reason reason) {
        return [reason](const OneMunicipality& town) { return abandoned(town) && town.project().end_reason == reason; };
    };
    OneMunicipality town = town_with_stuck_project(20);
    for (double* chance :
         {&town.p.abandon_base, &town.p.abandon_stuck, &town.p.abandon_unsupported, &town.p.abandon_exposed})
        *chance *= 10;  // so often that the parts can be told apart
    // (AB) 10 x .07 x 1 x .6, 10 x .02 x .25, 10 x .01 x .3, 10 x .003
    expect_project_chance(.42, town, 30, pass_gates, because(Reason::stuck), 100000);
    expect_project_chance(.05, town, 30, pass_gates, because(Reason::politics), 100000);
    expect_project_chance(.03, town, 30, pass_gates, because(Reason::exposure), 100000);
    expect_project_chance(.03, town, 30, pass_gates, because(Reason::other), 100000);
}

TEST(Abandoning, does_not_touch_ideas_and_uses) {
    for (const Stage stage : {Stage::idea, Stage::in_use}) {
        OneMunicipality town = town_with_stuck_project(90);
        town.p.abandon_base = 1;
        town.project().stage = stage;
        pass_gates(town.municipality, town.now(30));
        EXPECT_EQ(town.project().stage, stage);
    }
}

}  // namespace
}  // namespace algemeente
