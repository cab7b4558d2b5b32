#include "mechanisms/one_municipality.h"
#include "world/make_people.h"

namespace algemeente {
namespace {

using namespace mechanisms;

constexpr double single_precision = 1e-6;

/// Two employees in each of the three departments of both domains; usefulness .4, skill .2.
OneMunicipality town_with_staff() {
    OneMunicipality town;
    town.nation.opportunity = .6;
    town.municipality.change_ration = .5;
    Employees& staff = town.employees;
    for (DomainOffice& office : town.municipality.offices)
        for (Department& department : office.departments) {
            department.employees = {static_cast<std::uint32_t>(staff.willingness_before.size()), 2};
            for (int i = 0; i < 2; ++i) {
                const auto position = static_cast<std::uint32_t>(staff.willingness_before.size());
                staff.usefulness.push_back(.4F);
                staff.skill.push_back(.2F);
                staff.willingness_before.push_back(.2F + .1F * static_cast<float>(position % 6));
                staff.willingness.push_back(0);
                staff.colleague_in_department.push_back(position);
                staff.colleague_in_domain.push_back(position);
            }
        }
    // employee 0 (willingness .2) has colleagues .7 and .3 in the ring, .3 in the department, .5 in the domain: mean
    // .45
    staff.colleague_in_department[0] = 1;
    staff.colleague_in_domain[0] = 3;
    const auto people = static_cast<std::uint32_t>(staff.willingness.size());
    make_room(staff, whole_lanes(people));
    leave_free(staff, people, whole_lanes(people));
    return town;
}

/// A project that targets the first department of the social domain.
Project& add_project(OneMunicipality& town, Stage stage) {
    Project& project = town.add(stage);
    project.departments = 1;
    project.involvement = .4;
    project.process_change = .5;
    project.ground_truth = .3;
    project.value = .75;
    project.performance = .5;
    return project;
}

void expect_employee(const OneMunicipality& town, double usefulness, double skill, double willingness) {
    EXPECT_NEAR(static_cast<double>(town.employees.usefulness[0]), usefulness, single_precision);
    EXPECT_NEAR(static_cast<double>(town.employees.skill[0]), skill, single_precision);
    EXPECT_NEAR(static_cast<double>(town.employees.willingness[0]), willingness, single_precision);
}

// E50, E52
TEST(Employees, without_projects_go_by_hearsay_and_forget_skills) {
    OneMunicipality town = town_with_staff();
    adapt_employees(town.municipality, town.now(50));
    // (44) .2 - .012 x .2; (45) .4 + .02 (.35 + .25 x .6 - .4) = .402
    // (46) -2.6 + 2.4 x .402 + .4 + .5 x .1976 + 1.2 x .45 = -.5964; .2 + .15 (lgt(-.5964) - .2)
    expect_employee(town, .402, .1976, .2232751622);
}

// E46
TEST(Employees, judge_a_pilot_by_what_is_normal_in_that_work) {
    OneMunicipality town = town_with_staff();
    town.employees.usefulness[0] = .5F;
    add_project(town, Stage::pilot);
    adapt_employees(town.municipality, town.now(50));
    // eb = .5 / (.55 + .45 x .3) (.6 + .4 x .75) = .6569343; ex = .35 + .45 x .6 (1 - .5 x .4) = .566: no letdown
    // (45) .5 + .06 (.6569343 - .5) = .5094161
    // (46) bb .4, burden .22 x .5: -2.6 + 2.4 x .5094161 + .4988 + .54 + .4 - 1.2 x .11 = -.0706015
    expect_employee(town, .5094160584, .1976, .2423535445);
}

// E48
TEST(Employees, lose_faith_when_hype_was_higher_than_experience) {
    OneMunicipality town = town_with_staff();
    town.employees.usefulness[0] = .5F;
    add_project(town, Stage::in_use).performance = .2;
    adapt_employees(town.municipality, town.now(50));
    // eb = .2 / .685 x .9 = .2627737; (45) .5 + .06 (eb - .5) - .05 (.566 - eb) = .4706051
    EXPECT_NEAR(static_cast<double>(town.employees.usefulness[0]), .4706051095, single_precision);
}

// E49
TEST(Employees, average_over_pilots_and_uses_and_feel_the_best_involvement) {
    OneMunicipality town = town_with_staff();
    town.employees.usefulness[0] = .5F;
    add_project(town, Stage::pilot);
    Project& use = add_project(town, Stage::in_use);
    use.performance = .8;
    use.ground_truth = .5;
    use.value = .45;
    use.involvement = .6;
    adapt_employees(town.municipality, town.now(50));
    // eb = (.6569343 + .8 / .775 (.6 + .4 x .45)) / 2 = .7310478; ex = .35 + .27 (1 - .3) = .539
    EXPECT_NEAR(static_cast<double>(town.employees.usefulness[0]), .5138628679, single_precision);
    EXPECT_NEAR(town.office().departments[0].involvement, .6, rounding);
}

TEST(Employees, value_above_one_makes_a_product_no_more_useful) {
    OneMunicipality town = town_with_staff();
    add_project(town, Stage::in_use).value = 1.8;
    adapt_employees(town.municipality, town.now(50));
    EXPECT_NEAR(town.office().departments[0].experience_sum, .7299270073, rounding);  // .5 / .685 (.6 + .4 x 1)
}

// E50
TEST(Employees, are_trained_during_implementation_and_in_use) {
    OneMunicipality town = town_with_staff();
    add_project(town, Stage::implementation);
    add_project(town, Stage::in_use);
    adapt_employees(town.municipality, town.now(50));
    // train = .10 x .5 + .035 x .5 = .0675; (44) .2 + .5 x .0675 x .8 - .012 x .2 = .2246
    EXPECT_NEAR(static_cast<double>(town.employees.skill[0]), .2246, single_precision);
}

// E47
TEST(Employees, the_burden_comes_before_the_benefit) {
    const auto burden = [](Stage stage) {
        OneMunicipality town = town_with_staff();
        add_project(town, stage);
        adapt_employees(town.municipality, town.now(50));
        return town.office().departments[0].burden;
    };
    EXPECT_NEAR(burden(Stage::development), .066, rounding);  // .22 x .5 x .6
    EXPECT_NEAR(burden(Stage::pilot), .11, rounding);         // .22 x .5
    EXPECT_NEAR(burden(Stage::implementation), .11, rounding);
    EXPECT_EQ(burden(Stage::in_use), 0);
    EXPECT_EQ(burden(Stage::idea), 0);
}

TEST(Employees, burden_weighs_no_more_than_once) {
    OneMunicipality town = town_with_staff();
    Project& project = add_project(town, Stage::implementation);
    project.process_change = 20;  // burden 4.4
    adapt_employees(town.municipality, town.now(50));
    // (44) train .10 x .5: .2 + .5 x .05 x .8 - .0024 = .2176
    // (46) -2.6 + 2.4 x .402 + .4 + .5 x .2176 + .54 + .4 - 1.2 x 1 = -1.3864
    EXPECT_NEAR(static_cast<double>(town.employees.willingness[0]), .2 + .15 * (logistic(-1.3864) - .2),
                single_precision);
}

TEST(Employees, of_departments_a_project_does_not_target_are_left_alone) {
    OneMunicipality town = town_with_staff();
    add_project(town, Stage::pilot);
    adapt_employees(town.municipality, town.now(50));
    for (const std::size_t person : {2U, 4U, 6U, 11U})
        EXPECT_NEAR(static_cast<double>(town.employees.usefulness[person]), .402, single_precision);
    EXPECT_EQ(town.office().departments[1].burden, 0);
    EXPECT_EQ(town.office(Domain::physical).departments[0].burden, 0);
}

// E48
TEST(Employees, are_disappointed_once_by_an_abandoned_project) {
    OneMunicipality town = town_with_staff();
    town.office().departments[0].disappointment = .044;
    adapt_employees(town.municipality, town.now(50));
    EXPECT_NEAR(static_cast<double>(town.employees.usefulness[0]), .358, single_precision);  // (AB) .402 - .044
    EXPECT_EQ(town.office().departments[0].disappointment, 0);
}

// E52
TEST(Employees, influence_each_other_by_what_they_felt_last_month) {
    OneMunicipality town = town_with_staff();
    adapt_employees(town.municipality, town.now(50));
    const Employees once = town.employees;
    // whoever is computed first changes nothing for the others: the input is untouched
    EXPECT_EQ(once.willingness_before, town_with_staff().employees.willingness_before);
    // the last employee of the domain (.7) has the first (.2) as a neighbour in the ring; the others are .6, .7, .7
    // (46) -2.6 + .9648 + .4988 + 1.2 x (.6 + .2 + .7 + .7) / 4 = -.4764
    EXPECT_NEAR(static_cast<double>(once.willingness[5]), .7 + .15 * (logistic(-.4764) - .7), single_precision);
}

// E46, E51
TEST(Employees, usage_is_the_share_of_them_that_is_willing_enough) {
    OneMunicipality town = town_with_staff();
    town.p.willingness_speed = 0;
    town.employees.willingness_before[0] = .2F;
    town.employees.willingness_before[1] = .6F;
    adapt_employees(town.municipality, town.now(50));
    const Department& department = town.office().departments[0];
    EXPECT_NEAR(department.willingness, .4, single_precision);
    EXPECT_NEAR(department.usage, .4444110486, single_precision);  // (38) (lgt(7 (.2 - .45)) + lgt(7 (.6 - .45))) / 2
    EXPECT_NEAR(town.office().willingness, (.2 + .6 + .4 + .5 + .6 + .7) / 6, single_precision);
}

TEST(Employees, willingness_and_use_can_be_held_at_their_ceiling) {
    OneMunicipality town = town_with_staff();
    town.p.willingness_speed = 0;
    town.employees.willingness_before[0] = .2F;
    town.employees.willingness_before[1] = .6F;
    town.p.diagnostic_willingness_shift = 1;
    adapt_employees(town.municipality, town.now(50));
    const Department& department = town.office().departments[0];
    EXPECT_EQ(department.willingness, 1);
    EXPECT_NEAR(department.usage, .9791636554, single_precision);  // (38) lgt(7 (1 - .45))
    EXPECT_EQ(town.office().willingness, 1);
    EXPECT_NEAR(static_cast<double>(town.employees.willingness[0]), .2, single_precision);  // their own stays
    town.p.diagnostic_willingness_shift = .3;
    adapt_employees(town.municipality, town.now(51));
    EXPECT_NEAR(department.willingness, .7, single_precision);     // .4 + .3
    EXPECT_NEAR(department.usage, .7727631504, single_precision);  // (38) (lgt(7 (.5 - .45)) + lgt(7 (.9 - .45))) / 2
}

// E71
TEST(Employees, feel_neither_burden_nor_benefit_of_a_paused_project) {
    for (const Stage stage : {Stage::development, Stage::pilot, Stage::implementation}) {
        OneMunicipality town = town_with_staff();
        add_project(town, stage).paused_months = 4;
        adapt_employees(town.municipality, town.now(50));
        const Department& department = town.office().departments[0];
        EXPECT_EQ(department.burden, 0);
        EXPECT_EQ(department.training, 0);
        EXPECT_EQ(department.experience_count, 0);
        EXPECT_NEAR(department.involvement, .4, rounding);  // what was built up is not gone
    }
}

}  // namespace
}  // namespace algemeente
