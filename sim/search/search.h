// The course of a search: rounds of packages, a front that nothing found beats, and the front again with fresh random
// numbers.
#pragma once

#include "search/dominance.h"
#include "search/evolution.h"
#include "search/package_runs.h"
#include "search/search_file.h"
#include "search/search_store.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace algemeente {

struct SearchRound {
    std::size_t looked_at = 0;  ///< packages so far, the scenario itself among them
    std::size_t front = 0;
    double volume = 0;  ///< of the front, in units of the space between the best and the worst of the first round
};

/// A package, the scenario itself or another scenario, with its fresh runs.
struct Result {
    std::int64_t number = 0;  ///< as in the store; 0: the scenario itself; below 0: -1 - position among Search::others
    Package package;
    std::vector<std::vector<double>> runs;  ///< [fresh run][measure]
    Judged judged;                          ///< by its fresh runs
    bool unbeaten = false;                  ///< keeps within the limits, and nothing of the front dominates it
    std::int64_t beaten_by = -1;            ///< the first of the front that does
    // over fresh runs
    double good_share = 0;             ///< in which it is good enough
    std::vector<double> worst_decile;  ///< by objective, in its units
    std::vector<double> regret_90;     ///< by objective: nine runs in ten regret no more
    double regret = 0;                 ///< the same of the largest over objectives, each in ranges of the front
    std::vector<bool> good;            ///< by fresh run
};

struct SearchResult {
    std::vector<SearchRound> rounds;
    bool still = false;           ///< stopped because the hypervolume grew no more
    double last_growth = 0;       ///< relative, over ...
    std::size_t last_rounds = 0;  ///< ... the last rounds, still_rounds if there were as many
    std::size_t looked_at = 0;    ///< packages
    std::vector<Result> front;    ///< the most robust first
    std::optional<Result> base;   ///< the scenario itself
    std::vector<Result> others;   ///< in the order of Search::others
    std::int64_t runs_done = 0;   ///< by this call
    double seconds_of_runs = 0;
    bool cancelled = false;
};

/// Most runs that it can take.
std::int64_t most_runs(const Search& search);

/// Does what the store lacks and decides. `round_ended` hears of each round.
SearchResult search_packages(const Search& search, SearchStore& store, const SearchOptions& options,
                             const std::function<void(const SearchResult& so_far)>& round_ended = {});

/// Objectives (all the smaller the better) and how far limits are exceeded, of runs and of the scenario itself with the
/// same random numbers.
Judged judge(const Search& search, const std::vector<std::vector<double>>& runs,
             const std::vector<std::vector<double>>& base_runs);

/// The value of an objective over runs, in its own units; and of one run.
double objective_value(const Search& search, const Objective& objective, const std::vector<std::vector<double>>& runs,
                       const std::vector<std::vector<double>>& base_runs);

/// Fills in how robust the front is, and puts the most robust first.
void judge_robustness(const Search& search, SearchResult& result);

}  // namespace algemeente
