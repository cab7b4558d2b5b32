// What the simulation must reproduce, as data: a sentence, the numbers it is read from, and what must hold of them.
#pragma once

#include "ensemble/run_batch.h"
#include "statistics/bootstrap.h"

#include <functional>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace algemeente {

/// Must emerge, checks a coded mechanism, or is held against outside figures.
enum class PatternClass : std::uint8_t { emergent, mechanism, validation, emergent_mechanism, emergent_validation };
std::string_view class_word(PatternClass pattern_class);  ///< "E", "M", "V", "E, M", "E, V"

inline constexpr double unbounded = std::numeric_limits<double>::infinity();

/// One condition: a statistic must lie between two bounds.
struct Check {
    std::string statistic;  ///< in words
    std::string criterion;  ///< in words
    double low = -unbounded;
    double high = unbounded;
    std::function<double(const Means&)> value;  ///< of the means in each scenario, in the pattern's order
    /// The statistic is the share of replicates in which something is so: judged by itself, not by its interval.
    bool share_of_replicates = false;
};

struct Pattern {
    std::string id;
    std::string sentence;
    std::string evidence;
    PatternClass pattern_class = PatternClass::emergent;
    std::vector<std::string> scenarios;  ///< names of contrasts
    /// Reads a run; every run of the pattern leaves the same numbers (patterns/named_measures.h gives them names).
    std::function<Numbers(const FinishedRun&)> measure;
    std::vector<Check> checks;
    int replicates_factor = 1;  ///< rare events need more replicates than the protocol's
    std::string note = {};      ///< a criterion that was corrected, with the reason; how a word was read
};

std::string criterion_above(double bound);               ///< "> 0.5"
std::string criterion_below(double bound);               ///< "< 0.5"
std::string criterion_between(double low, double high);  ///< "0.5 to 2"
std::string criterion_of_share(double bound);            ///< ">= 0.5 of replicates"

/// Months at which the thesis's claims are read: April 2021, December 2024, April 2025, June 2027, December 2029.
inline constexpr int month_of_thesis = 75;
inline constexpr int month_2024_end = 119;
inline constexpr int month_2025_april = 123;
inline constexpr int month_2027_june = 149;
inline constexpr int month_2029_end = 179;
/// The protocol's length of a run.
inline constexpr int protocol_months = 180;
inline constexpr int protocol_municipalities = 100;

/// All patterns, in the order of their ids.
std::vector<Pattern> all_patterns();

// parts of all_patterns()
std::vector<Pattern> patterns_of_domains();         ///< P01-P04, P07
std::vector<Pattern> patterns_of_factors();         ///< P05, P06
std::vector<Pattern> patterns_of_scandals();        ///< P08-P10
std::vector<Pattern> patterns_of_projects();        ///< P12, P13, P17, P18
std::vector<Pattern> patterns_of_policy();          ///< P14, P19-P22
std::vector<Pattern> patterns_of_municipalities();  ///< P16, P24
std::vector<Pattern> patterns_of_supply();          ///< P26-P32, P38, P39
std::vector<Pattern> patterns_of_agents();          ///< P34-P37

}  // namespace algemeente
