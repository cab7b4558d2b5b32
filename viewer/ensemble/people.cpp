#include "viewer/ensemble/people.h"

#include <algorithm>
#include <cmath>

namespace algemeente::viewer {

namespace {

constexpr float steps = 65535;

void append(std::vector<std::uint16_t>& to, const std::vector<float>& from) {
    const std::size_t first = to.size();
    to.resize(first + from.size());
    for (std::size_t i = 0; i < from.size(); ++i)
        to[first + i] = static_cast<std::uint16_t>(std::lround(std::clamp(from[i], 0.F, 1.F) * steps));
}

}  // namespace

void People::begin(const World& world, int months) {
    homes_.clear();
    for (const Municipality& municipality : world.municipalities) {
        Home home;
        home.citizens = municipality.citizens;
        for (std::size_t d = 0; d < domain_count; ++d)
            for (std::size_t k = 0; k < departments_per_domain; ++k)
                home.departments[d][k] = municipality.offices[d].departments[k].employees;
        homes_.push_back(home);
    }
    rewired_ = world.citizens.rewired;
    first_rewired_ = world.citizens.first_rewired;
    colleague_in_department_ = world.employees.colleague_in_department;
    colleague_in_domain_ = world.employees.colleague_in_domain;
    citizen_places_ = world.citizens.places();
    employee_places_ = world.employees.places();
    months_ = 0;
    for (std::size_t q = 0; q < quality_count; ++q) {
        values_[q].clear();
        const std::size_t places = is_of_employees(static_cast<Quality>(q)) ? employee_places_ : citizen_places_;
        values_[q].reserve(places * static_cast<std::size_t>(months));
    }
}

void People::note(const World& world) {
    const std::array<const std::vector<float>*, quality_count> now = {
        &world.citizens.trust, &world.citizens.concern, &world.employees.willingness, &world.employees.usefulness,
        &world.employees.skill};
    for (std::size_t q = 0; q < quality_count; ++q) append(values_[q], *now[q]);
    ++months_;
}

PeopleRange People::office_of(const Home& home, Domain domain) const {
    PeopleRange office = home.departments[static_cast<std::size_t>(index_of(domain))].front();
    office.count = 0;
    for (const PeopleRange& part : home.departments[static_cast<std::size_t>(index_of(domain))])
        office.count += part.count;
    return office;
}

std::uint32_t People::employees(std::size_t municipality) const {
    const Home& home = homes_[municipality];
    return office_of(home, Domain::social).count + office_of(home, Domain::physical).count;
}

PeopleRange People::department(std::size_t municipality, Domain domain, int department) const {
    const Home& home = homes_[municipality];
    const auto& parts = home.departments[static_cast<std::size_t>(index_of(domain))];
    PeopleRange range{domain == Domain::social ? 0 : office_of(home, Domain::social).count, 0};
    for (int k = 0; k < department; ++k) range.first += parts[static_cast<std::size_t>(k)].count;
    range.count = parts[static_cast<std::size_t>(department)].count;
    return range;
}

Domain People::domain_of(std::size_t municipality, Person person) const {
    return person.number < office_of(homes_[municipality], Domain::social).count ? Domain::social : Domain::physical;
}

int People::department_of(std::size_t municipality, Person person) const {
    const Domain domain = domain_of(municipality, person);
    for (int k = 0; k < departments_per_domain; ++k) {
        const PeopleRange range = department(municipality, domain, k);
        if (person.number < range.first + range.count) return k;
    }
    return departments_per_domain - 1;
}

std::uint32_t People::place_of(std::size_t municipality, bool employee, std::uint32_t number) const {
    const Home& home = homes_[municipality];
    if (!employee) return home.citizens.first + number;
    const PeopleRange social = office_of(home, Domain::social);
    const PeopleRange physical = office_of(home, Domain::physical);
    return number < social.count ? social.first + number : physical.first + (number - social.count);
}

double People::value(Quality quality, int month, std::size_t municipality, std::uint32_t number) const {
    const std::size_t places = is_of_employees(quality) ? employee_places_ : citizen_places_;
    const std::uint32_t place = place_of(municipality, is_of_employees(quality), number);
    return values_[static_cast<std::size_t>(quality)][static_cast<std::size_t>(month) * places + place] / double{steps};
}

std::vector<double> People::values(Quality quality, int month, std::size_t municipality) const {
    const std::uint32_t count = is_of_employees(quality) ? employees(municipality) : citizens(municipality);
    std::vector<double> all;
    all.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) all.push_back(value(quality, month, municipality, i));
    return all;
}

std::vector<std::uint32_t> People::peers(std::size_t municipality, Person person) const {
    const Home& home = homes_[municipality];
    const std::uint32_t place = place_of(municipality, person.employee, person.number);
    if (person.employee) {
        const PeopleRange office = office_of(home, domain_of(municipality, person));
        const std::uint32_t around = place - office.first;
        const std::uint32_t offset = person.number - around;
        const std::uint32_t colleagues[] = {(around + office.count - 1) % office.count, (around + 1) % office.count,
                                            colleague_in_department_[place] - office.first,
                                            colleague_in_domain_[place] - office.first};
        std::vector<std::uint32_t> numbers;
        for (const std::uint32_t one : colleagues) numbers.push_back(one + offset);
        return numbers;
    }
    const std::uint32_t count = home.citizens.count;
    std::vector<std::uint32_t> numbers;
    for (const std::uint32_t step : {count - 2, count - 1, 1U, 2U}) numbers.push_back((person.number + step) % count);
    const auto until = rewired_.begin() + first_rewired_[municipality + 1];
    for (auto tie = rewired_.begin() + first_rewired_[municipality]; tie != until; ++tie) {
        if (tie->citizen != place) continue;
        const auto replaced = std::find(numbers.begin(), numbers.end(), tie->instead_of - home.citizens.first);
        if (replaced != numbers.end()) *replaced = tie->acquaintance - home.citizens.first;
    }
    return numbers;
}

std::size_t People::bytes() const {
    std::size_t bytes = 0;
    for (const auto& values : values_) bytes += values.capacity() * sizeof(std::uint16_t);
    return bytes;
}

}  // namespace algemeente::viewer
