// Whose example a municipality follows.
#pragma once

#include "netherlands/country.h"
#include "parameters/parameters.h"
#include "world/world.h"

#include <vector>

namespace algemeente {

/// Chooses peers among the municipalities of a country: those with the highest score of chance, region, border, size
/// class, and large examples (regional learning, similar peers, large examples: Shipan & Volden 2008).
class Peers {
public:
    /// The country must outlive it.
    Peers(const Country& country, const Parameters& p);

    /// Gives the municipality at `position` of the country its peers.
    void choose_for(Municipality& municipality, std::size_t position, const Luck& luck) const;

private:
    double pull(std::size_t one, std::size_t other, double chance) const;

    const Country& country_;
    const Parameters& p_;
    std::vector<std::uint32_t> keys_;
    std::vector<std::size_t> regions_;  ///< the first municipality of the same region
    std::vector<double> large_;         ///< what being large adds to the score
};

}  // namespace algemeente
