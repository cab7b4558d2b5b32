// The people of a municipality as they are in January 2015 (specification C1.2).
//
// First everybody gets a place, then people are made in their places: municipality by municipality, in any order.
#pragma once

#include "parameters/parameters.h"
#include "world/world.h"

#include <vector>

namespace algemeente {

/// Gives the employees of one domain places from `first` on, in three equal departments; returns the first free place.
/// `head_count` is people, not agents.
std::uint32_t place_employees(DomainOffice& office, std::uint32_t first, double head_count, const Parameters& p);

/// The places of a municipality's citizens, from `first` on.
PeopleRange place_citizens(std::uint32_t first, double inhabitants, const Parameters& p);

/// Arrays with this many places, for nobody yet.
void make_room(Employees& employees, std::uint32_t places);
void make_room(Citizens& citizens, std::uint32_t places);

/// Makes the employees of one domain and their ties. `office_key` + position is the key of an employee's luck.
void make_employees(Employees& employees, const DomainOffice& office, std::uint64_t office_key, const Parameters& p,
                    const Luck& luck);

/// Gives the places for nobody from `first` to before `end` somebody harmless to look at.
void leave_free(Employees& employees, std::uint32_t first, std::uint32_t end);

/// Makes the citizens of one municipality.
void make_citizens(Citizens& citizens, const PeopleRange& range, std::uint32_t municipality_key, const Parameters& p,
                   const Luck& luck);

/// Watts-Strogatz: each of a citizen's four ring ties is, with a small chance, replaced by a tie to anybody else.
std::vector<Citizens::RewiredTie> rewired_ties(const PeopleRange& range, std::uint32_t municipality_key, double chance,
                                               const Luck& luck);

}  // namespace algemeente
