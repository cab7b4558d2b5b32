// Levers that teams in the room may put into a package, what each costs, and what they have to spend.
#pragma once

#include <array>
#include <string>
#include <vector>

namespace algemeente::viewer {

/// Words in every language, by position in Language.
using InLanguages = std::array<std::string, 2>;

/// How far a lever may be pulled. Money is in cents per inhabitant a year, so that phones, the room and the window add
/// up alike.
struct OfferedLevel {
    double value = 0;
    int cents = 0;
    InLanguages name{};  ///< "Yes"; "Low", "Middle", "High"
};

struct OfferedLever {
    std::string lever;
    int from_month = 0;
    InLanguages name{};
    InLanguages about{};
    std::vector<OfferedLevel> levels{};
};

struct PackageOffer {
    std::vector<OfferedLever> levers{};
    int budget_cents = 0;
};

/// What a team took: by lever of the offer 0 for nothing, else a level from 1 on. Empty: no package at all.
using Taken = std::vector<int>;

inline int cents_of(const PackageOffer& offer, const Taken& taken) {
    int cents = 0;
    for (std::size_t i = 0; i < taken.size(); ++i)
        if (taken[i] > 0) cents += offer.levers[i].levels[static_cast<std::size_t>(taken[i] - 1)].cents;
    return cents;
}

}  // namespace algemeente::viewer
