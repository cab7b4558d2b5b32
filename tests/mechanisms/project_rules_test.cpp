#include "mechanisms/project_rules.h"

#include "mechanisms/one_municipality.h"
#include "mechanisms/specified_use_cases.h"

namespace algemeente {
namespace {

const UseCase& use_case(std::string_view name) {
    return standard_use_cases()[find_use_case(name)];
}

Project project_at(std::uint8_t level, const UseCase& use) {
    Project project;
    project.level = level;
    take_attributes(project, use, Parameters{});
    return project;
}

// E55, E62, E64
TEST(Sensitivity, follows_from_personal_data_impact_and_enforcement) {
    const Parameters p;
    // (s) .15 x .95 + .35 x .9 + .2 x 1 + .3 x .95 x .9 (.5 + .5) = .1425 + .315 + .2 + .2565
    EXPECT_NEAR(sensitivity_of(.95, .9, 1, p), .914, rounding);
    // (s) .15 x .8 + .35 x .3 + .2 x .9 + .3 x .8 x .3 (.5 + .45) = .12 + .105 + .18 + .0684
    EXPECT_NEAR(sensitivity_of(.8, .3, .9, p), .4734, rounding);
    EXPECT_EQ(sensitivity_of(0, 0, 0, p), 0);
    EXPECT_EQ(sensitivity_of(1, 1, 1, p), 1);  // .15 + .35 + .2 + .3
}

TEST(Sensitivity, is_what_the_specification_prints_for_each_use) {
    const double printed[] = {.91, .65, .16, .41, .10, .03, .04, .27, .47, .07, .02};  // C3.0, "approximately"
    for (std::size_t a = 0; a < use_case_count; ++a) {
        const UseCase use = specified_use_cases()[a];
        const Project project = project_at(static_cast<std::uint8_t>(use.level_max), use);
        EXPECT_NEAR(project.sensitivity, printed[a], .01) << use_case_names()[a];
    }
}

TEST(Attributes, at_the_top_level_are_those_of_the_table) {
    const Project project = project_at(3, use_case("welfare_risk_scoring"));
    EXPECT_NEAR(project.impact, .9, rounding);
    EXPECT_NEAR(project.value, 1, rounding);
    EXPECT_NEAR(project.explainability, .35, rounding);
    EXPECT_EQ(project.departments, 4);
    EXPECT_EQ(project.level_max, 3);
}

// E66, E78
TEST(Attributes, a_lower_level_is_milder_less_worth_and_easier_to_explain) {
    const Project first = project_at(1, use_case("welfare_risk_scoring"));
    EXPECT_NEAR(first.impact, .738, rounding);         // C3.0: r = 0, lf = .6; .9 (.55 + .45 x .6)
    EXPECT_NEAR(first.value, .65, rounding);           // 1 x .65
    EXPECT_NEAR(first.explainability, .65, rounding);  // .35 + .15 x 2
    EXPECT_NEAR(first.sensitivity, .81113, rounding);  // (s) .1425 + .35 x .738 + .2 + .3 x .95 x .738
    const Project second = project_at(2, use_case("welfare_risk_scoring"));
    EXPECT_NEAR(second.impact, .819, rounding);        // C3.0: r = .5, lf = .8; .9 (.55 + .45 x .8)
    EXPECT_NEAR(second.value, .825, rounding);         // .65 + .35 x .5
    EXPECT_NEAR(second.explainability, .5, rounding);  // .35 + .15 x 1
    EXPECT_NEAR(second.personal_data, .95, rounding);  // the level leaves personal data alone
}

TEST(Attributes, uses_with_one_level_keep_the_values_of_the_table) {
    const Project project = project_at(1, use_case("public_space_dashboard"));
    EXPECT_NEAR(project.impact, .02, rounding);
    EXPECT_NEAR(project.value, .4, rounding);
    EXPECT_NEAR(project.explainability, .9, rounding);
}

TEST(Attributes, nothing_is_explained_better_than_nineteen_in_twenty) {
    UseCase use = use_case("traffic_prediction");
    use.explainability = .8;
    EXPECT_NEAR(project_at(1, use).explainability, .95, rounding);  // min(.95, .8 + .15 x 2)
}

// E78
TEST(Maturity, a_gap_counts_levels_above_what_the_organisation_masters) {
    Project project;
    DomainOffice office;
    office.maturity = .4;
    project.level = 3;
    EXPECT_NEAR(maturity_gap(project, office), 1.6, rounding);  // (24) 3 - 1 - .4
    project.level = 1;
    EXPECT_EQ(maturity_gap(project, office), 0);
}

// E42
TEST(Departments, of_a_project_are_the_lead_and_the_next_ones_round_the_table) {
    Project project;
    project.lead_department = 2;
    project.departments = 2;
    EXPECT_TRUE(targets(project, 2));
    EXPECT_TRUE(targets(project, 0));  // cyclic (table C3.8, WIL)
    EXPECT_FALSE(targets(project, 1));
    project.departments = 4;  // at most all three
    for (int k = 0; k < departments_per_domain; ++k) EXPECT_TRUE(targets(project, k));
}

// E48
TEST(Abandoning, disappoints_the_employees_of_the_departments_concerned) {
    OneMunicipality town;
    town.nation.opportunity = .6;
    Project& project = town.add(Stage::pilot);
    project.lead_department = 1;
    project.departments = 1;
    abandon(project, town.municipality, town.now(9), Reason::stuck);
    EXPECT_EQ(project.stage, Stage::abandoned);
    EXPECT_EQ(project.end_reason, Reason::stuck);
    EXPECT_EQ(town.office().ledger.abandoned, 1);
    EXPECT_NEAR(town.office().departments[1].disappointment, .044, rounding);  // (AB) .04 (.5 + .6)
    EXPECT_EQ(town.office().departments[0].disappointment, 0);
    EXPECT_EQ(town.office().departments[2].disappointment, 0);
}

// E72
TEST(Moratorium, holds_back_what_is_more_than_three_tenths_sensitive) {
    OneMunicipality town;
    Project project;
    project.sensitivity = .31;
    EXPECT_FALSE(held_by_moratorium(project, town.municipality, town.p));
    town.municipality.moratorium_months = 1;
    EXPECT_TRUE(held_by_moratorium(project, town.municipality, town.p));
    project.sensitivity = .3;
    EXPECT_FALSE(held_by_moratorium(project, town.municipality, town.p));  // (8b) s > .3
}

TEST(Running, projects_are_those_in_development_pilot_and_implementation) {
    OneMunicipality town;
    for (int stage = 0; stage < stage_count; ++stage) town.add(static_cast<Stage>(stage));
    town.add(Stage::pilot, Domain::physical);
    EXPECT_EQ(running_projects(town.municipality), 4);
    town.project(2).paused_months = 3;
    EXPECT_EQ(running_projects(town.municipality), 3);
}

// E71
TEST(Pause, nobody_works_on_or_meets_a_paused_project) {
    Project project;
    for (int stage = 0; stage < stage_count; ++stage) {
        project.stage = static_cast<Stage>(stage);
        project.paused_months = 0;
        EXPECT_EQ(is_at_work(project), stage >= 1 && stage <= 3) << stage;
        EXPECT_EQ(is_met(project), project.stage == Stage::pilot || project.stage == Stage::in_use) << stage;
        project.paused_months = 1;
        EXPECT_FALSE(is_at_work(project)) << stage;
        EXPECT_EQ(is_met(project), project.stage == Stage::in_use) << stage;  // a use is not paused
    }
}

// E31
TEST(Dropping, an_idea_is_booked_with_its_reason_and_disappoints_nobody) {
    OneMunicipality town;
    Project& idea = town.add(Stage::idea, Domain::physical);
    drop(idea, town.municipality, town.now(9), Reason::new_alderman);
    EXPECT_EQ(idea.stage, Stage::abandoned);
    EXPECT_EQ(idea.end_reason, Reason::new_alderman);
    EXPECT_EQ(town.office(Domain::physical).ledger.dropped, 1);
    EXPECT_EQ(town.office(Domain::physical).ledger.abandoned, 0);
    EXPECT_EQ(town.office(Domain::physical).departments[0].disappointment, 0);
    EXPECT_TRUE(town.saw(EventKind::dropped));
}

// E02, E33
TEST(Infrastructure, at_hand_is_the_municipalitys_and_what_a_supplier_brings) {
    OneMunicipality town;
    town.municipality.ict = .6;
    EXPECT_NEAR(ict_at_hand(town.municipality, Sourcing::own_build, town.p), .6, rounding);
    EXPECT_NEAR(ict_at_hand(town.municipality, Sourcing::shared_build, town.p), .6, rounding);
    EXPECT_NEAR(ict_at_hand(town.municipality, Sourcing::vendor, town.p), .66, rounding);  // .6 + .15 x .4
    town.p.diagnostic_ict_shift = 1;
    EXPECT_EQ(ict_at_hand(town.municipality, Sourcing::own_build, town.p), 1);
    town.p.diagnostic_ict_shift = -.1;
    EXPECT_NEAR(ict_at_hand(town.municipality, Sourcing::vendor, town.p), .56, rounding);
}

TEST(Shifts, of_involvement_and_ethics_stay_between_nothing_and_all) {
    OneMunicipality town;
    Project project;
    project.involvement = .4;
    project.ethics = .3;
    for (const auto& [shift, involvement, ethics] :
         {std::tuple{0., .4, .3}, {.5, .9, .8}, {1., 1., 1.}, {-.35, .05, 0.}, {-1., 0., 0.}}) {
        town.p.diagnostic_involvement_shift = town.p.diagnostic_ethics_shift = shift;
        EXPECT_NEAR(involvement_of(project, town.p), involvement, rounding) << shift;
        EXPECT_NEAR(ethics_of(project, town.p), ethics, rounding) << shift;
    }
    town.p = {};
    EXPECT_EQ(involvement_of(project, town.p), .4);  // to the last bit
    EXPECT_EQ(ethics_of(project, town.p), .3);
}

// E36
TEST(Budget, of_a_month_follows_inhabitants_means_and_cuts) {
    OneMunicipality town;
    town.municipality.fiscal_factor = 1.1;
    town.p.capacity_cut_share = .2;
    EXPECT_NEAR(monthly_budget_eur(town.municipality, town.p), 2332, 1e-6);  // .10 x 26500 x 1.1 x .8
}

// E05
TEST(LockIn, makes_products_dearer_than_usual_above_six_tenths_only) {
    OneMunicipality town;
    for (const auto& [lock_in, premium] : {std::pair{.6, 1.}, {.9, 1.3}, {.2, .6}, {0., .4}}) {
        town.municipality.lock_in = lock_in;
        EXPECT_NEAR(lock_in_premium(town.municipality, town.p), premium, rounding);  // 1 + lock-in - .6
    }
    town.p.lock_in_price = 1.5;
    town.p.lock_in_reference = .8;
    EXPECT_EQ(lock_in_premium(town.municipality, town.p), 0);  // max(0, 1 - 1.5 x .8)
}

}  // namespace
}  // namespace algemeente
