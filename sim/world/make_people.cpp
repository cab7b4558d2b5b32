#include "world/make_people.h"
#include "mathematics/elementary.h"
#include "random/distributions.h"

#include <algorithm>
#include <cmath>

namespace algemeente {

namespace {

std::uint64_t person_key(std::uint32_t municipality_key, std::uint32_t person) {
    return (static_cast<std::uint64_t>(municipality_key) << 32U) | person;
}

constexpr double half = 0.5;  // rounding to whole people, not a number of the model

/// Agents that represent `people`, at least `floor`.
std::uint32_t agents_for(double people, double people_per_agent, double floor) {
    return static_cast<std::uint32_t>(std::max(floor, std::floor(people / people_per_agent + half)));
}

std::uint32_t employees_in_department(double head_count, const Parameters& p) {
    return agents_for(head_count / departments_per_domain, p.people_per_agent, p.employee_agents_floor);
}

std::uint32_t citizens_of(double inhabitants, const Parameters& p) {
    return agents_for(inhabitants, p.people_per_agent, p.citizen_agents_floor);
}

/// A random position in the range, by one draw.
std::uint32_t somebody(const PeopleRange& range, double uniform) {
    return range.first + static_cast<std::uint32_t>(whole_number(uniform, 0, static_cast<int>(range.count) - 1));
}

void make_employee(Employees& employees, std::uint32_t person, const Draws& luck, const Parameters& p) {
    const double usefulness = clipped_normal(luck[0], p.start_usefulness_mean, p.start_usefulness_spread, 0, 1);
    const double willingness = clipped_normal(luck[1], p.start_willingness_mean, p.start_willingness_spread, 0, 1);
    employees.usefulness[person] = static_cast<float>(usefulness);
    employees.willingness[person] = static_cast<float>(willingness);
}

void make_citizen(Citizens& citizens, std::uint32_t person, const Draws& luck, const Parameters& p) {
    const auto trust = static_cast<float>(clipped_normal(luck[0], p.start_trust_mean, p.start_trust_spread, 0, 1));
    const auto concern =
        static_cast<float>(clipped_normal(luck[1], p.start_concern_mean, p.start_concern_spread, 0, 1));
    const auto exposure =
        static_cast<float>(clipped_normal(luck[2], p.start_media_exposure_mean, p.start_media_exposure_spread, 0, 1));
    citizens.trust[person] = citizens.trust_before[person] = trust;
    citizens.usual_trust[person] = citizens.first_trust[person] = trust;
    citizens.concern[person] = citizens.usual_concern[person] = concern;
    citizens.media_exposure[person] = exposure;
}

}  // namespace

std::uint32_t place_employees(DomainOffice& office, std::uint32_t first, double head_count, const Parameters& p) {
    const std::uint32_t in_department = employees_in_department(head_count, p);
    for (Department& department : office.departments) {
        department.employees = {first, in_department};
        first += in_department;
    }
    return first;
}

PeopleRange place_citizens(std::uint32_t first, double inhabitants, const Parameters& p) {
    return {first, citizens_of(inhabitants, p)};
}

void make_room(Employees& employees, std::uint32_t places) {
    for (auto* values :
         {&employees.usefulness, &employees.willingness, &employees.willingness_before, &employees.skill})
        values->resize(places);
    for (auto* colleague : {&employees.colleague_in_department, &employees.colleague_in_domain})
        colleague->resize(places);
}

void make_room(Citizens& citizens, std::uint32_t places) {
    for (auto* values : {&citizens.trust, &citizens.trust_before, &citizens.usual_trust, &citizens.first_trust,
                         &citizens.concern, &citizens.usual_concern, &citizens.media_exposure})
        values->resize(places);
}

void make_employees(Employees& employees, const DomainOffice& office, std::uint64_t office_key, const Parameters& p,
                    const Luck& luck) {
    const PeopleRange& front = office.departments.front().employees;
    const PeopleRange domain = {front.first, front.count * departments_per_domain};
    for (const Department& department : office.departments) {
        for (std::uint32_t i = 0; i < department.employees.count; ++i) {
            const std::uint32_t person = department.employees.first + i;
            const std::uint64_t key = office_key + (person - domain.first);
            make_employee(employees, person, luck.draws(Purpose::employee_start, key, before_first_month), p);
            // the two ties outside the ring: one colleague in the department, one anywhere in the domain
            const Draws draws = luck.draws(Purpose::employee_colleagues, key, before_first_month);
            employees.colleague_in_department[person] = somebody(department.employees, draws[0]);
            employees.colleague_in_domain[person] = somebody(domain, draws[1]);
            employees.willingness_before[person] = employees.willingness[person];
        }
    }
}

void leave_free(Employees& employees, std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t place = first; place < end; ++place)
        employees.colleague_in_department[place] = employees.colleague_in_domain[place] = end - 1;
}

void make_citizens(Citizens& citizens, const PeopleRange& range, std::uint32_t municipality_key, const Parameters& p,
                   const Luck& luck) {
    for (std::uint32_t i = 0; i < range.count; ++i)
        make_citizen(citizens, range.first + i,
                     luck.draws(Purpose::citizen_start, person_key(municipality_key, i), before_first_month), p);
}

std::vector<Citizens::RewiredTie> rewired_ties(const PeopleRange& range, std::uint32_t municipality_key, double chance,
                                               const Luck& luck) {
    // the neighbours on a ring from which Watts and Strogatz start: two on either side
    constexpr std::array<int, 4> ring = {-2, -1, 1, 2};
    constexpr double room_for_chance = 1.1;    // in memory; seldom too little
    constexpr std::size_t room_at_least = 16;  // the same, where few people live
    const auto count = static_cast<int>(range.count);
    std::vector<Citizens::RewiredTie> ties;
    ties.reserve(static_cast<std::size_t>(room_for_chance * static_cast<double>(ring.size()) * chance * count) +
                 room_at_least);
    for (int i = 0; i < count; ++i) {
        const std::uint64_t key = person_key(municipality_key, static_cast<std::uint32_t>(i));
        const Draws rewired = luck.draws(Purpose::citizen_acquaintances, key, before_first_month, 0);
        if (*std::min_element(rewired.begin(), rewired.end()) >= chance) continue;
        const Draws anybody = luck.draws(Purpose::citizen_acquaintances, key, before_first_month, 1);
        for (std::size_t tie = 0; tie < ring.size(); ++tie) {
            if (rewired[tie] >= chance) continue;
            const int neighbour = (i + ring[tie] + count) % count;
            const int other = (i + whole_number(anybody[tie], 1, count - 1)) % count;  // never oneself
            ties.push_back({range.first + static_cast<std::uint32_t>(i),
                            range.first + static_cast<std::uint32_t>(neighbour),
                            range.first + static_cast<std::uint32_t>(other)});
        }
    }
    return ties;
}

}  // namespace algemeente
