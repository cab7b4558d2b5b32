// How much of the spread of an outcome is luck, and how much is what we do not know.
#pragma once

#include "ensemble/run_batch.h"
#include "patterns/priors.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <vector>

namespace algemeente {

/// Two sources of spread of one number, from draws with equally many replicates each (one-way analysis of variance).
struct SpreadParts {
    double mean = 0;
    double luck = 0;                   ///< standard deviation between replicates of one draw
    double assumptions = 0;            ///< standard deviation between draws, luck taken out; not below 0
    double p05 = 0, p50 = 0, p95 = 0;  ///< of the means of draws
};

/// `values`: [draw][replicate]. A value that does not exist (NaN) is left out.
SpreadParts spread_parts(const std::vector<std::vector<double>>& values);

/// All outcomes of one run by domain, in a few months.
class ObservedOutcomes {
public:
    ObservedOutcomes() = default;
    ObservedOutcomes(const History& history, std::span<const int> months);

    /// `month`: its place among the months observed.
    double at(std::size_t month, Domain domain, std::size_t outcome) const;

private:
    std::vector<double> values_;  ///< [month][domain][outcome]
};

/// Outcomes of every draw and replicate, in December of every year.
struct PriorRuns {
    std::vector<PriorDimension> dimensions;
    std::vector<Scenario> draws;
    int replicates = 0;
    std::vector<int> months;                            ///< observed
    std::vector<std::vector<ObservedOutcomes>> values;  ///< [draw][replicate]
    bool cancelled = false;

    SpreadParts spread(std::size_t month, Domain domain, std::size_t outcome) const;
};

PriorRuns run_priors(const Scenario& base, int draws, int replicates, const BatchOptions& options);

/// spread.csv: outcomes with both spreads; draws.csv: what was drawn, and the means at the end.
void write_prior_runs(const PriorRuns& runs, const std::filesystem::path& folder);

}  // namespace algemeente
