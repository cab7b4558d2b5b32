// Why a scenario changes something in one municipality: the factors of its projects in A and in another scenario, what
// holds them back, and why they ended.
#pragma once

#include "present/charts/dumbbell.h"
#include "viewer/ensemble/summary.h"

namespace algemeente::viewer {

/// Of one year, over all runs. Factors are compared in runs with projects on the way in both scenarios.
struct TownWhy {
    int year = 0;          ///< 2026
    std::size_t slot = 0;  ///< of the scenario
    std::size_t runs = 0;
    ShiftHere most{};
    std::array<BrakeHere, domain_count> brakes{};
    EndsHere ends{};  ///< until the end of that year
    /// Means over runs with projects on the way [domain][A or the scenario itself][factor]; NaN if there are none.
    std::array<std::array<std::array<double, factor_count>, 2>, domain_count> levels{};
};

/// `base`: A; null: `runs` are those of A. `month`: of the year that is spoken of, or the last one that has ended.
TownWhy town_why(const ScenarioRuns& runs, const ScenarioRuns* base, std::size_t municipalities,
                 std::size_t municipality, int month);

/// The ten factors, of A and of the scenario; of A alone where that is the scenario.
DumbbellChart chart_of(const TownWhy& why, Language language);

}  // namespace algemeente::viewer
