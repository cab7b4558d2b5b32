// One municipality among those of its size, over all runs: what a single run cannot say.
#pragma once

#include "viewer/ensemble/summary.h"

namespace algemeente::viewer {

/// Uses at the end of every year, counted by a reading, joined by straight lines.
struct Standing {
    int size_class = 0;
    int others = 0;  ///< municipalities of its size class besides it
    int replicates = 0;
    std::array<Fan, domain_count> own{};
    std::array<Fan, domain_count> of_others{};                          ///< their mean, run by run
    std::array<std::vector<std::vector<double>>, domain_count> runs{};  ///< its own [domain][replicate][month]
};
Standing standing_of(const ScenarioRuns& runs, const Country& country, std::size_t municipality, int months,
                     Reading reading = Reading::chosen);

/// Where it is in a month, by means over all runs: the numbers of the map.
struct Rank {
    double mean = 0;
    Band band;  ///< over runs
    int more_than = 0, fewer_than = 0, others = 0;
    Direction against_others;  ///< in how many runs it has more, or fewer, than the mean of the others
};
Rank rank_of(const ScenarioRuns& runs, const Country& country, std::size_t municipality, int month, Domain domain,
             Reading reading = Reading::chosen);

/// What a scenario changes here against another, run by run: uses in that month, counted by a reading.
Difference effect_in(const ScenarioRuns& runs, const ScenarioRuns& base, std::size_t municipalities,
                     std::size_t municipality, int month, Domain domain, Reading reading = Reading::chosen);

/// Uses there in that month that it did not choose itself (national services, and what a law orders), in both domains
/// together: the mean over runs, 0 without suppliers.
double not_chosen_in(const ScenarioRuns& runs, std::size_t municipalities, std::size_t municipality, int month);

}  // namespace algemeente::viewer
