// What findings of all kinds say alike: numbers and names in words, runs without a result, the unit of an outcome.
#pragma once

#include "analysis/findings.h"

#include <string>
#include <vector>

namespace algemeente::analysis {

/// Inputs that share one coefficient: one alone, or those of a group that move in step in this design.
struct Term {
    std::string name;          ///< of the input or the group, as files have it
    std::vector<int> members;  ///< inputs
};
/// Every input is in exactly one. Members of a group that do not move in step have a term each.
std::vector<Term> terms_of(const Sweep& sweep);
/// Points by term: the input itself; of several the mean of their positions within their ranges, each in the direction
/// of the first.
Eigen::MatrixXd term_points(const Sweep& sweep, const std::vector<Term>& terms);

/// The title of a scenario; of one that comes with the program in the language of the sweep.
std::string scenario_words(const Sweep& sweep, std::size_t scenario);

/// An input in words, a group of several with its members.
std::string words_of(const Sweep& sweep, const std::string& name, const std::vector<int>& members);
std::string words_of_group(const Sweep& sweep, std::size_t group);
/// A table in which groups of several inputs have their words; inputs have theirs where they are shown.
Table with_group_words(const Sweep& sweep, Table table);
/// Words of every input, in order.
std::vector<std::string> input_words_of(const Sweep& sweep);

/// "projects", or the outcome's name where it has no unit.
std::string unit_of(const Sweep& sweep, std::size_t outcome);
/// "Algorithms in use, social domain, December 2029 < 400".
std::string words_of(const Sweep& sweep, const Condition& condition);

/// Runs without a result, runs without this outcome, and the spread between replicates.
std::vector<std::string> sentences_about_runs(const Sweep& sweep, std::size_t outcome);

/// Adds all of `more`.
void append(std::vector<std::string>& sentences, std::vector<std::string> more);

/// A finding about an outcome that exists in too few runs for the design: `left_out` of its parts are incomplete.
Finding incomplete_finding(const Sweep& sweep, std::size_t outcome, present::Word parts_left_out, std::size_t left_out,
                           Table table);

/// Says that a constant is one, with its value.
std::string sentence_about_constant(const Sweep& sweep, std::size_t outcome);

/// A finding about an outcome of which nothing can be said: it exists in no run, or is the same in all. `table` has the
/// rows for the file.
Finding empty_finding(const Sweep& sweep, std::size_t outcome, Table table);

}  // namespace algemeente::analysis
