#include "world/make_people.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace algemeente {
namespace {

constexpr std::uint64_t office = std::uint64_t{363} << 32U;

/// Employees of one domain behind those that are there already.
PeopleRange add_employees(Employees& employees, DomainOffice& domain, std::uint64_t key, double head_count,
                          const Parameters& p, const Luck& luck) {
    const auto first = static_cast<std::uint32_t>(employees.places());
    const std::uint32_t end = place_employees(domain, first, head_count, p);
    make_room(employees, end);
    make_employees(employees, domain, key, p, luck);
    return {first, end - first};
}

/// A municipality's citizens behind those that are there already.
PeopleRange add_citizens(Citizens& citizens, std::uint32_t key, double inhabitants, const Parameters& p,
                         const Luck& luck) {
    const PeopleRange range = place_citizens(static_cast<std::uint32_t>(citizens.places()), inhabitants, p);
    make_room(citizens, range.first + range.count);
    make_citizens(citizens, range, key, p, luck);
    citizens.first_rewired.push_back(static_cast<std::uint32_t>(citizens.rewired.size()));
    for (const auto& tie : rewired_ties(range, key, p.citizen_rewiring, luck)) citizens.rewired.push_back(tie);
    return range;
}

double mean(const std::vector<float>& values) {
    double sum = 0;
    for (const float value : values) sum += static_cast<double>(value);
    return sum / static_cast<double>(values.size());
}

/// Holds the mean of a column against the specification, within four standard errors.
void expect_mean(const std::vector<float>& values, double expected, double spread) {
    EXPECT_NEAR(mean(values), expected, 4 * spread / std::sqrt(static_cast<double>(values.size())));
}

TEST(Employees, at_least_five_agents_stand_for_a_department) {
    const auto count = [](double head_count, double people_per_agent) {
        Parameters p;
        p.people_per_agent = people_per_agent;
        Employees employees;
        DomainOffice domain;
        const PeopleRange range = add_employees(employees, domain, office, head_count, p, Luck(1, 1));
        EXPECT_EQ(range.count, employees.places());
        return range.count;
    };
    EXPECT_EQ(count(90, 500), 15U);    // C1.2: 3 departments x 5
    EXPECT_EQ(count(9000, 500), 18U);  // 3,000 people a department: 6 agents
    EXPECT_EQ(count(90, 1), 90U);      // everybody
}

TEST(Employees, stand_in_their_departments_one_behind_the_other) {
    Employees employees;
    DomainOffice first, second;
    add_employees(employees, first, office, 0, Parameters{}, Luck(1, 1));
    const PeopleRange range = add_employees(employees, second, office + 1000, 0, Parameters{}, Luck(1, 1));
    EXPECT_EQ(range.first, 15U);
    for (std::size_t k = 0; k < 3; ++k) {
        EXPECT_EQ(second.departments[k].employees.first, 15 + 5 * k);
        EXPECT_EQ(second.departments[k].employees.count, 5U);
    }
}

TEST(Employees, start_around_the_published_levels) {
    Parameters p;
    p.people_per_agent = 1;
    Employees employees;
    DomainOffice domain;
    add_employees(employees, domain, office, 30000, p, Luck(1, 1));
    expect_mean(employees.usefulness, .5, .15);    // C1.2: PU N(.5, .15)
    expect_mean(employees.willingness, .42, .15);  // C1.2: w N(.42, .15)
    for (const float skill : employees.skill) EXPECT_EQ(skill, 0);
    double variance = 0;
    for (const float w : employees.willingness)
        variance += std::pow(static_cast<double>(w) - .42, 2) / static_cast<double>(employees.places());
    EXPECT_NEAR(std::sqrt(variance), .15, .0025);  // four standard errors
}

TEST(Employees, have_a_colleague_in_the_department_and_one_in_the_domain) {
    Parameters p;
    p.people_per_agent = 1;
    Employees employees;
    DomainOffice domain;
    add_employees(employees, domain, office, 60, p, Luck(1, 1));
    const PeopleRange range = add_employees(employees, domain, office + 1000, 600, p, Luck(1, 1));
    bool outside_department = false;
    for (const Department& department : domain.departments)
        for (std::uint32_t i = 0; i < department.employees.count; ++i) {
            const std::uint32_t person = department.employees.first + i;
            EXPECT_GE(employees.colleague_in_department[person], department.employees.first);
            EXPECT_LT(employees.colleague_in_department[person], department.employees.first + 200);
            const std::uint32_t other = employees.colleague_in_domain[person];
            EXPECT_GE(other, range.first);
            EXPECT_LT(other, range.first + range.count);
            outside_department |= other < department.employees.first || other >= department.employees.first + 200;
        }
    EXPECT_TRUE(outside_department);
}

/// Everybody in a town, with the given chance of rewiring.
Citizens citizens_of(double inhabitants, double rewiring = .1) {
    Parameters p;
    p.people_per_agent = 1;
    p.citizen_rewiring = rewiring;
    Citizens citizens;
    add_citizens(citizens, 363, inhabitants, p, Luck(1, 1));
    return citizens;
}

TEST(Citizens, at_least_eighty_agents_stand_for_a_municipality) {
    Citizens citizens;
    EXPECT_EQ(add_citizens(citizens, 1, 5000, Parameters{}, Luck(1, 1)).count, 80U);     // C1.2
    EXPECT_EQ(add_citizens(citizens, 2, 100000, Parameters{}, Luck(1, 1)).count, 200U);  // one for 500
    EXPECT_EQ(add_citizens(citizens, 3, 5000, Parameters{}, Luck(1, 1)).first, 280U);
    EXPECT_EQ(citizens.first_rewired.size(), 3U);
    EXPECT_EQ(citizens_of(5000).places(), 5000U);
}

TEST(Citizens, start_around_the_published_levels) {
    const Citizens citizens = citizens_of(40000);
    // C1.2: T N(.58, .17), rho N(.22, .10), ex N(.5, .25); clipped, which lowers T by .0004 and raises rho by .0009 (at
    // 0); ex is clipped alike at both ends
    expect_mean(citizens.trust, .5796, .17);
    expect_mean(citizens.concern, .2205, .10);
    expect_mean(citizens.media_exposure, .5, .25);
    const auto [low, high] = std::minmax_element(citizens.media_exposure.begin(), citizens.media_exposure.end());
    EXPECT_EQ(*low, 0.0F);
    EXPECT_EQ(*high, 1.0F);
}

TEST(Citizens, what_they_start_with_is_what_they_are_used_to) {
    const Citizens citizens = citizens_of(500);
    EXPECT_EQ(citizens.trust, citizens.usual_trust);
    EXPECT_EQ(citizens.trust, citizens.first_trust);
    EXPECT_EQ(citizens.concern, citizens.usual_concern);
}

TEST(Acquaintances, one_tie_in_ten_is_to_anybody_in_the_municipality) {
    constexpr std::uint32_t count = 10000;
    const Citizens citizens = citizens_of(count);
    const double ties = 4.0 * count;
    EXPECT_NEAR(static_cast<double>(citizens.rewired.size()) / ties, .1, 4 * std::sqrt(.09 / ties));  // C1.2
    std::uint32_t before = 0;
    double distance = 0;
    for (const Citizens::RewiredTie& tie : citizens.rewired) {
        EXPECT_GE(tie.citizen, before);  // in the order of citizens
        before = tie.citizen;
        EXPECT_NE(tie.acquaintance, tie.citizen);
        EXPECT_LT(tie.acquaintance, count);
        const std::uint32_t around = (tie.instead_of + count - tie.citizen) % count;
        EXPECT_TRUE(around == 1 || around == 2 || around == count - 1 || around == count - 2) << around;
        distance += static_cast<double>((tie.acquaintance + count - tie.citizen) % count) / count;
    }
    const auto rewired = static_cast<double>(citizens.rewired.size());
    EXPECT_NEAR(distance / rewired, .5, 4 * .2887 / std::sqrt(rewired));  // anywhere on the ring
}

TEST(Acquaintances, are_neighbours_only_or_anybody_at_the_extremes) {
    EXPECT_TRUE(citizens_of(200, 0).rewired.empty());
    EXPECT_EQ(citizens_of(200, 1).rewired.size(), 800U);
}

TEST(Acquaintances, stay_inside_the_municipality) {
    Parameters p;
    p.citizen_rewiring = 1;
    Citizens citizens;
    add_citizens(citizens, 1, 0, p, Luck(1, 1));
    const PeopleRange range = add_citizens(citizens, 2, 0, p, Luck(1, 1));
    for (std::size_t i = citizens.first_rewired[1]; i < citizens.rewired.size(); ++i) {
        EXPECT_GE(citizens.rewired[i].acquaintance, range.first);
        EXPECT_GE(citizens.rewired[i].instead_of, range.first);
        EXPECT_LT(citizens.rewired[i].acquaintance, range.first + range.count);
    }
}

}  // namespace
}  // namespace algemeente
