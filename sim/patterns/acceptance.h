// Pattern-oriented acceptance: which part of what is not known keeps the patterns, and what that tells (E1, E4).
#pragma once

#include "patterns/judge.h"
#include "patterns/priors.h"

#include <filesystem>
#include <string>
#include <vector>

namespace algemeente {

struct AcceptanceDraw {
    std::vector<double> point;                   ///< in the unit cube
    std::vector<bool> kept;                      ///< by pattern
    std::vector<std::vector<double>> estimates;  ///< by pattern and check
};

/// How far survivors' values of one assumption differ from all draws'.
struct Constraint {
    std::string name;
    double distance = 0;        ///< Kolmogorov-Smirnov, survivors against all
    double survivors_mean = 0;  ///< of the place in the prior, 0..1; 0.5: not constrained
};

struct Acceptance {
    std::vector<Pattern> patterns;
    std::vector<PriorDimension> dimensions;
    std::vector<AcceptanceDraw> draws;
    int replicates = 0;
    bool cancelled = false;

    double share_keeping(std::size_t pattern) const;
    double share_keeping_all() const;
    /// Does a draw survive: all patterns that specification E4 calls a must, and four of five of the others?
    bool survives(const AcceptanceDraw& draw) const;
    std::size_t survivors() const;
};

/// Judges every draw by its estimates: too few replicates for intervals.
Acceptance accept_draws(const std::vector<Pattern>& patterns, const Scenario& base, std::size_t draws,
                        const JudgeOptions& options);

/// Largest distance between the distribution of `sample` and the uniform one on 0..1.
double distance_to_uniform(std::vector<double> sample);
/// Distance from which chance alone is unlikely (5 %) at one parameter.
double critical_distance(std::size_t sample);

/// The most constrained first.
std::vector<Constraint> constraints_of(const Acceptance& acceptance);

/// One row per draw (patterns kept, then values), and one self-contained page.
void write_acceptance_csv(const Acceptance& acceptance, const Scenario& base, const std::filesystem::path& file);
void write_acceptance_page(const Acceptance& acceptance, const std::filesystem::path& file);

}  // namespace algemeente
