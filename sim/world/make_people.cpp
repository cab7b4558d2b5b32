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

/// Agents that represent `people`, at least `floor`.
std::uint32_t agents_for(double people, double people_per_agent, double floor) {
    return static_cast<std::uint32_t>(std::max(floor, std::floor(people / people_per_agent + 0.5)));
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

void append_employee(Employees& employees, const Draws& luck, const Parameters& p) {
    const double usefulness = clipped_normal(luck[0], p.start_usefulness_mean, p.start_usefulness_spread, 0, 1);
    const double willingness = clipped_normal(luck[1], p.start_willingness_mean, p.start_willingness_spread, 0, 1);
    employees.usefulness.push_back(static_cast<float>(usefulness));
    employees.willingness.push_back(static_cast<float>(willingness));
    employees.skill.push_back(0.0F);
}

/// The two ties outside the ring: one colleague in the department, one anywhere in the domain.
void choose_colleagues(Employees& employees, const DomainOffice& office, const PeopleRange& domain,
                       std::uint64_t first_key, const Luck& luck) {
    for (const Department& department : office.departments) {
        for (std::uint32_t i = 0; i < department.employees.count; ++i) {
            const std::uint32_t person = department.employees.first + i;
            const Draws draws =
                luck.draws(Purpose::employee_colleagues, first_key + (person - domain.first), before_first_month);
            employees.colleague_in_department.push_back(somebody(department.employees, draws[0]));
            employees.colleague_in_domain.push_back(somebody(domain, draws[1]));
        }
    }
}

void append_citizen(Citizens& citizens, const Draws& luck, const Parameters& p) {
    const auto trust = static_cast<float>(clipped_normal(luck[0], p.start_trust_mean, p.start_trust_spread, 0, 1));
    const auto concern =
        static_cast<float>(clipped_normal(luck[1], p.start_concern_mean, p.start_concern_spread, 0, 1));
    const auto exposure = static_cast<float>(clipped_normal(
        luck[2], p.start_media_exposure_mean, p.start_media_exposure_spread, p.start_media_exposure_floor, 1));
    citizens.trust.push_back(trust);
    citizens.usual_trust.push_back(trust);
    citizens.first_trust.push_back(trust);
    citizens.concern.push_back(concern);
    citizens.usual_concern.push_back(concern);
    citizens.media_exposure.push_back(exposure);
}

/// Watts-Strogatz: each of a citizen's four ring ties is, with a small chance, replaced by a tie to anybody.
void rewire_acquaintances(Citizens& citizens, const PeopleRange& range, std::uint32_t municipality_key,
                          const Luck& luck, double chance) {
    constexpr std::array<int, 4> ring = {-2, -1, 1, 2};
    const auto count = static_cast<int>(range.count);
    for (int i = 0; i < count; ++i) {
        const std::uint64_t key = person_key(municipality_key, static_cast<std::uint32_t>(i));
        const Draws rewired = luck.draws(Purpose::citizen_acquaintances, key, before_first_month, 0);
        if (*std::min_element(rewired.begin(), rewired.end()) >= chance) continue;
        const Draws anybody = luck.draws(Purpose::citizen_acquaintances, key, before_first_month, 1);
        for (std::size_t tie = 0; tie < ring.size(); ++tie) {
            if (rewired[tie] >= chance) continue;
            const int neighbour = (i + ring[tie] + count) % count;
            const int other = (i + whole_number(anybody[tie], 1, count - 1)) % count;  // never oneself
            citizens.rewired.push_back({range.first + static_cast<std::uint32_t>(i),
                                        range.first + static_cast<std::uint32_t>(neighbour),
                                        range.first + static_cast<std::uint32_t>(other)});
        }
    }
}

void reserve(Citizens& citizens, std::size_t count, double rewiring_chance) {
    for (std::vector<float>* array : {&citizens.trust, &citizens.usual_trust, &citizens.first_trust, &citizens.concern,
                                      &citizens.usual_concern, &citizens.media_exposure})
        array->reserve(count);
    const double ties = 4.0 * static_cast<double>(count);
    const double spread = std::sqrt(ties * rewiring_chance * (1 - rewiring_chance));
    citizens.rewired.reserve(static_cast<std::size_t>(ties * rewiring_chance + 5 * spread));  // hardly ever too few
}

void reserve(Employees& employees, std::size_t count) {
    for (std::vector<float>* array : {&employees.usefulness, &employees.willingness, &employees.skill})
        array->reserve(count);
    employees.colleague_in_department.reserve(count);
    employees.colleague_in_domain.reserve(count);
}

}  // namespace

void reserve_people(World& world, const Country& country, const Parameters& p) {
    std::size_t citizens = 0;
    std::size_t employees = 0;
    for (const MunicipalityFacts& facts : country) {
        citizens += whole_lanes(citizens_of(facts.population, p));
        std::uint32_t staff = 0;
        for (const double head_count : {facts.employees_social, facts.employees_physical})
            staff += departments_per_domain * employees_in_department(head_count, p);
        employees += whole_lanes(staff);
    }
    reserve(world.citizens, citizens, p.citizen_rewiring);
    reserve(world.employees, employees);
}

PeopleRange add_employees(Employees& employees, DomainOffice& office, std::uint64_t office_key, double head_count,
                          const Parameters& p, const Luck& luck) {
    const auto first = static_cast<std::uint32_t>(employees.willingness.size());
    const std::uint32_t in_department = employees_in_department(head_count, p);
    for (int k = 0; k < departments_per_domain; ++k) {
        const auto department_first = static_cast<std::uint32_t>(employees.willingness.size());
        office.departments[k].employees = {department_first, in_department};
        for (std::uint32_t i = 0; i < in_department; ++i) {
            const std::uint64_t key = office_key + (department_first - first) + i;
            append_employee(employees, luck.draws(Purpose::employee_start, key, before_first_month), p);
        }
    }
    const PeopleRange domain = {first, static_cast<std::uint32_t>(employees.willingness.size()) - first};
    choose_colleagues(employees, office, domain, office_key, luck);
    return domain;
}

PeopleRange add_citizens(Citizens& citizens, std::uint32_t municipality_key, double inhabitants, const Parameters& p,
                         const Luck& luck) {
    const PeopleRange range = {static_cast<std::uint32_t>(citizens.trust.size()), citizens_of(inhabitants, p)};
    for (std::uint32_t i = 0; i < range.count; ++i)
        append_citizen(citizens,
                       luck.draws(Purpose::citizen_start, person_key(municipality_key, i), before_first_month), p);
    citizens.first_rewired.push_back(static_cast<std::uint32_t>(citizens.rewired.size()));
    rewire_acquaintances(citizens, range, municipality_key, luck, p.citizen_rewiring);
    return range;
}

void fill_up(Employees& employees) {
    const std::size_t places = whole_lanes(static_cast<std::uint32_t>(employees.willingness.size()));
    for (auto* values : {&employees.usefulness, &employees.willingness, &employees.skill}) values->resize(places);
    for (auto* colleague : {&employees.colleague_in_department, &employees.colleague_in_domain})
        colleague->resize(places, static_cast<std::uint32_t>(places - 1));
}

void fill_up(Citizens& citizens) {
    const std::size_t places = whole_lanes(static_cast<std::uint32_t>(citizens.trust.size()));
    for (auto* values : {&citizens.trust, &citizens.usual_trust, &citizens.first_trust, &citizens.concern,
                         &citizens.usual_concern, &citizens.media_exposure})
        values->resize(places);
}

}  // namespace algemeente
