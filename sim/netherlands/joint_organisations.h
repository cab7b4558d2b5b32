// Municipalities whose staff is employed together with neighbours.
#pragma once

#include "netherlands/country.h"

#include <vector>

namespace algemeente {

/// Groups of positions in `country`: the connected components of the neighbour graph among those marked in `is_joint`
/// (same length). Each group is sorted, groups by their first member; one without a marked neighbour stands alone.
///
/// In the real data these are the eleven known organisations, because no two of them touch (tested by name).
std::vector<std::vector<std::size_t>> joint_organisations(const Country& country, const std::vector<bool>& is_joint);

/// Sets staff_served_population: the inhabitants of the whole group, else the municipality's own.
///
/// The three that stand alone (Aalsmeer, Oudewater, Zandvoort) buy their staff from a larger neighbour that is not
/// marked (Amstelveen, Woerden, Haarlem). They count as served alone: the accounts do not tell what they get.
void set_staff_served_population(Country& country, const std::vector<bool>& is_joint);

}  // namespace algemeente
