// Numbers and differences in the words of the report and of the terminal.
#pragma once

#include "ensemble/ensemble.h"

#include <string>
#include <string_view>

namespace algemeente {

enum class NumberStyle : std::uint8_t { plain, percent };

/// Shares and levels of adoption read best as percentages, everything else as it is.
NumberStyle style_of(const OutcomeInfo& outcome);

/// "412", "12,345", "8.4", "0.37", "61 %"; "none" for a number that does not exist.
std::string reading_number(double number, NumberStyle style = NumberStyle::plain);
/// The same with its sign, also "+".
std::string signed_number(double number, NumberStyle style = NumberStyle::plain);

/// How much a paired difference says about its direction.
enum class Certainty : std::uint8_t { unchanged, undetermined, likely, robust };

/// Robust: at least 95 % of the replicates differ in the same direction; likely: at least 80 %.
/// Unchanged: at least 95 % do not differ at all.
Certainty certainty_of(const Difference& difference);
std::string_view certainty_word(Certainty certainty);

/// "lower in 61 of 64" (replicates): the direction that most of them took.
std::string direction_words(const Difference& difference);
/// "median -12 (-3.1 %), 90 % between -20 and -4"; `baseline` is the baseline's median.
std::string size_words(const Difference& difference, double baseline, NumberStyle style);

/// "the end of 2029" for December, else "June 2029".
std::string moment_words(int month);
/// "June 2029".
std::string month_words(int month);

/// "Algorithms in use" for in_use: headings for people. Falls back on the name with spaces.
std::string outcome_title(std::string_view name);
/// "Data availability": headings for people, short enough for charts.
std::string_view factor_title(Factor factor);
/// "ethics committee" for ethics_committee.
std::string spaced(std::string_view name);

/// "A", "B", ... in the order of the ensemble.
std::string scenario_letter(std::size_t position);
/// The title, or the file's name if it has none.
const std::string& scenario_title(const Scenario& scenario);

}  // namespace algemeente
