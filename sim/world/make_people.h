// The people of a municipality as they are in January 2015 (specification C1.2).
#pragma once

#include "parameters/parameters.h"
#include "world/world.h"

namespace algemeente {

/// Makes room for everybody, so that arrays neither grow while they are filled nor keep room for more.
void reserve_people(World& world, const Country& country, const Parameters& p);

/// Adds the employees of one domain in three equal departments; returns where they stand.
/// `office_key` + position is the key of an employee's luck. `head_count` is people, not agents.
PeopleRange add_employees(Employees& employees, DomainOffice& office, std::uint64_t office_key, double head_count,
                          const Parameters& p, const Luck& luck);

/// Adds the citizens of one municipality and their acquaintances; returns where they stand.
PeopleRange add_citizens(Citizens& citizens, std::uint32_t municipality_key, double inhabitants, const Parameters& p,
                         const Luck& luck);

/// Fills the arrays up to whole lanes after the last person of a municipality.
void fill_up(Employees& employees);
void fill_up(Citizens& citizens);

}  // namespace algemeente
