// The runs of packages: what the store lacks is done by the one batch engine and kept. All packages of a search share
// their past with the scenario until the first of them can begin, so that past is run once for each of the random
// numbers.
#pragma once

#include "ensemble/replicate_run.h"
#include "search/search_file.h"
#include "search/search_store.h"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace algemeente {

struct SearchOptions {
    int threads = 0;                                                    ///< 0: all cores. Results do not depend on it.
    const std::atomic<bool>* cancel = nullptr;                          ///< set it to stop; what has ended is kept
    std::function<void(std::int64_t done, std::int64_t all)> progress;  ///< runs in the store, one call at a time
};

/// What is run: a package of the search, or one of its other scenarios.
struct Candidate {
    std::int64_t number = 0;  ///< in the store
    Package package;          ///< of those from 0 on
};

class PackageRuns {
public:
    PackageRuns(const Search& search, SearchStore& store, const SearchOptions& options)
        : search_(search), store_(store), options_(options) {}

    /// Sees to it that each of `candidates` has the runs `first_luck` to `first_luck + count - 1`. `all` runs are
    /// expected in the store at the end, for progress. False when it was cancelled. Throws what a run throws.
    bool complete(const std::vector<Candidate>& candidates, int first_luck, int count, std::int64_t all);
    /// Forgets pasts, which take memory.
    void forget_pasts() { pasts_.clear(); }

    /// Of a run that is complete, in the order of Search::measures().
    const std::vector<double>& values(std::int64_t number, int luck) const { return *store_.run(number, luck); }

    std::int64_t runs_done() const { return runs_done_; }
    double seconds() const { return seconds_; }

private:
    /// The scenario as the member of that number knows the world.
    const Scenario& base(int luck);
    std::shared_ptr<const Scenario> scenario(const Candidate& candidate, int luck);
    bool make_pasts(const std::vector<int>& lucks);

    const Search& search_;
    SearchStore& store_;
    const SearchOptions& options_;
    std::map<int, Scenario> bases_;                       ///< by luck
    std::map<int, std::unique_ptr<ReplicateRun>> pasts_;  ///< by luck
    std::int64_t runs_done_ = 0;                          ///< by this process
    double seconds_ = 0;
};

/// The number that a measure reads from a run; NaN where there is nothing to measure.
double read_measure(const Measure& measure, const History& history);

}  // namespace algemeente
