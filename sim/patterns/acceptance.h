// Pattern-oriented acceptance: which part of what is not known keeps the patterns, and what that tells (E1, E4).
#pragma once

#include "patterns/judge.h"
#include "patterns/priors.h"
#include "patterns/study_record.h"
#include "scenario/members.h"
#include "statistics/compare.h"

#include <filesystem>
#include <string>
#include <vector>

namespace algemeente {

struct AcceptanceDraw {
    std::vector<double> point;       ///< place of each number in its range, 0..1
    std::vector<double> values;      ///< of each number
    std::vector<bool> kept;          ///< by pattern: every estimate meets its criterion
    std::vector<bool> contradicted;  ///< by pattern: the whole interval of an estimate misses its criterion
    std::vector<std::vector<Estimate>> estimates;  ///< by pattern and check
};

/// How far the values of one assumption in some draws differ from those in the others.
struct Constraint {
    std::string name;
    double distance = 0;     ///< Kolmogorov-Smirnov, those draws against the others
    double chance = 1;       ///< of such a distance where the assumption does not matter
    double false_finds = 1;  ///< expected share of false finds among all with at most this chance
    double mean_place = 0;   ///< of those draws in the prior, 0..1; 0.5: the middle
};
/// Found if at most one in ten of those found is expected to be so by chance.
inline constexpr double found_rate = .1;

struct Acceptance {
    std::vector<Pattern> patterns;
    std::vector<PriorDimension> dimensions;
    std::vector<AcceptanceDraw> draws;
    int replicates = 0;
    bool cancelled = false;

    Estimate share_keeping(std::size_t pattern) const;
    Estimate share_contradicting(std::size_t pattern) const;
    Estimate share_keeping_all() const;
    /// Does a draw survive: all patterns that specification E4 calls a must, and four of five of the others?
    bool survives(const AcceptanceDraw& draw) const;
    std::size_t survivors() const;
    /// The same, where only what contradicts a pattern counts against a draw.
    std::size_t not_contradicted() const;
};

/// Is it one of the patterns without which a draw does not survive (E4)?
bool is_must(const Pattern& pattern);

/// Judges every draw by its estimates, and says which of them the replicates suffice to contradict.
Acceptance accept_draws(const std::vector<Pattern>& patterns, const Scenario& base, std::size_t draws,
                        const JudgeOptions& options);

/// The same of members: the base as each of them knows the world.
Acceptance accept_members(const std::vector<Pattern>& patterns, const Scenario& base, const Members& members,
                          const JudgeOptions& options);

/// Does no value of the interval meet the criterion?
bool contradicts(const Check& check, const Estimate& estimate);

/// The draws that are `chosen` against the others, the most constrained first. Nothing if either are fewer than five.
std::vector<Constraint> constraints_of(const Acceptance& acceptance, const std::vector<bool>& chosen);
std::vector<bool> surviving_draws(const Acceptance& acceptance);
std::vector<bool> draws_keeping(const Acceptance& acceptance, std::size_t pattern);

/// One row per draw: patterns kept, estimates, then values.
void write_acceptance_csv(const Acceptance& acceptance, const std::filesystem::path& file);
/// Beside `file`, by its stem: STEM-kept.csv (one row per pattern) and STEM-constraints.csv (what survivors, and those
/// that keep each pattern, constrain).
void write_acceptance_tables(const Acceptance& acceptance, const std::filesystem::path& file);
/// One self-contained page.
void write_acceptance_page(const Acceptance& acceptance, const StudyRecord& record, const std::filesystem::path& file,
                           present::Language language);

}  // namespace algemeente
