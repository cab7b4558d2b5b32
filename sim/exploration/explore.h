// The course of an exploration: plain draws, generations that are bred where little has been seen, and the question.
#pragma once

#include "calibration/points_store.h"
#include "calibration/stored_runs.h"
#include "experiments/workforce.h"
#include "exploration/exploration.h"
#include "statistics/estimate.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace algemeente {

/// A point of the search with its one run.
struct ExploredPoint {
    int generation = 0;               ///< 0: plain draws
    std::vector<double> place;        ///< in the unit cube of assumptions
    std::vector<double> results;      ///< explored_results()
    std::optional<std::size_t> cell;  ///< nothing where an axis does not exist
};

/// How far the search had come after a generation.
struct CellsSoFar {
    std::size_t runs = 0;
    std::size_t cells = 0;
};

/// An input that tells the points at which the question is answered by yes from the others.
struct TellingInput {
    std::size_t dimension = 0;
    double score = 0;  ///< share of all that the trees gain by it
};

/// A range of an input within which the answer is more often yes.
struct TellingRange {
    std::size_t dimension = 0;
    double low = 0, high = 1;  ///< places in its prior, 0..1
    double quasi_p = 0;        ///< chance to do as well without it
};

struct ExplorationAnswer {
    std::size_t yes = 0;        ///< runs of the search that answer yes
    std::size_t known = 0;      ///< runs in which the result exists
    std::size_t plain_yes = 0;  ///< the same among the plain draws
    std::size_t plain_known = 0;
    std::size_t repeated = 0;          ///< points with yes that were run again, those of the search's own run farthest
    std::size_t stayed = 0;            ///< of them: yes, too, by the mean of the runs with other luck
    double farthest = 0;               ///< smallest (or largest) result of all runs
    double tree_r2 = 0;                ///< share of the variance of unseen points that the trees predict
    std::vector<TellingInput> inputs;  ///< the most telling first
    std::vector<TellingRange> ranges;  ///< the surest first; empty: none was found
    std::size_t range_points = 0;      ///< points of the search within all ranges
    std::size_t range_yes = 0;         ///< of them: yes
    std::size_t confirm_runs = 0;      ///< plain draws within the ranges, run to see whether these make it so
    std::size_t confirm_yes = 0;
};

struct ExplorationResult {
    std::vector<ExploredPoint> points;
    std::vector<CellsSoFar> growth;  ///< after each generation
    ExplorationAnswer answer;        ///< when there is a question
    bool cancelled = false;

    std::size_t cells() const { return growth.empty() ? 0 : growth.back().cells; }
};

class ExplorationStore : public PointsStore {
public:
    /// As PointsStore; its columns are explored_results(), in their order.
    ExplorationStore(const std::filesystem::path& file, const Exploration& exploration, bool other_program);
};

struct ExploreOptions {
    int threads = 0;  ///< of what is not a run
    RunsWatch watch;
};

/// Runs of the search, of the question, and of its confirmation, at most.
std::int64_t planned_runs(const Exploration& exploration);

/// Does what the store lacks and decides. Throws InputError when a run fails.
ExplorationResult explore(const Exploration& exploration, ExplorationStore& store, Workforce& workforce,
                          const ExploreOptions& options);

}  // namespace algemeente
