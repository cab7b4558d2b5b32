// Whose example a municipality follows.
#pragma once

#include "netherlands/country.h"
#include "parameters/parameters.h"
#include "world/world.h"

namespace algemeente {

/// Gives each municipality the peers with the highest score: chance, region, border, size class, and large examples
/// (regional learning, similar peers, large examples: Shipan & Volden 2008).
void choose_peers(std::vector<Municipality>& municipalities, const Country& country, const Parameters& p,
                  const Luck& luck);

}  // namespace algemeente
