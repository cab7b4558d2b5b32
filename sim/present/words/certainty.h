// How sure a direction is, in words. The only place that makes such words.
//
// Replicates of one scenario differ in their random draws only: the assumed numbers are at their standard values in
// all of them. So what holds in nearly all replicates is *consistent*, and no more. Robust and likely are words for
// what was counted over draws of the assumptions.
#pragma once

#include "present/summary.h"
#include "present/words/language.h"
#include "present/words/numbers.h"

#include <cstdint>
#include <string>

namespace algemeente::present {

/// What a direction was counted over.
enum class Over : std::uint8_t {
    random_draws,  ///< replicates: the same assumptions, other random draws
    assumptions,   ///< draws of the assumptions
};

/// What is told apart. Where most runs do not tell them apart, a change is "no change", and two things are "the same".
enum class Between : std::uint8_t {
    scenarios,  ///< one quantity in two scenarios
    things,     ///< two quantities: domains, a municipality and its peers
};

/// `few`: too few to say more than the count.
enum class Certainty : std::uint8_t { few, same, split, most, nearly_all };

/// Fewer than these bear a count, but no word of certainty: at 64, "nearly all" (61 or more) means a share between
/// 0.87 and 0.98 (Wilson, 95 %).
inline constexpr int least_for_certainty = 64;
inline constexpr double nearly_all_share = 0.95;
inline constexpr double most_share = 0.80;

Certainty certainty_of(const Direction& direction);

/// A word for a label: "consistently higher", "mostly lower", "not consistent", "no change" over random draws;
/// "robustly higher", "likely lower", "undecided", "no change" over assumptions. Empty for too few, and where most
/// stand still: the count says that, and "not consistent: no change in 59 of 64 runs" would say two things.
std::string certainty_words(const Direction& direction, Over over, Language language,
                            Between between = Between::scenarios);

/// The count: "lower in 61 of 64 runs", "no change in 59 of 64 runs"; over assumptions "... of 172 draws"; of one run
/// "lower in this one run".
/// Where no way has more than half of them, all that occur: "higher in 12, lower in 26, no change in 26 of 64 runs".
std::string count_words(const Direction& direction, Over over, Language language, Between between = Between::scenarios);

/// Word and count: "consistently lower, in 61 of 64 runs"; only the count where there is no word.
std::string direction_words(const Direction& direction, Over over, Language language,
                            Between between = Between::scenarios);

/// "in 61 of 64 runs", "in this one run", "in 61 of 64 draws of the assumptions": how many agree with what was said.
std::string agreeing_words(int runs, int of, Language language, Over over = Over::random_draws);

/// "the first 16 of 200 runs", or "all 200 runs": over which of them something was counted.
std::string counted_runs_words(std::size_t counted, std::size_t of, Language language);

/// What the words mean, where they are used: one sentence for all pages.
std::string certainty_legend(int replicates, Language language, Over over = Over::random_draws);

/// What line and bands of a chart over so many replicates mean: one sentence for all pages.
std::string band_legend(int replicates, Language language);

/// "380 to 420": what may be shown of a band; empty where nothing may.
std::string range_words(const Band& band, Language language, NumberForm form);
/// "middle half" or "9 of 10 runs", for the head of a column of such ranges; empty where nothing may be shown.
std::string range_name(int replicates, Language language);

}  // namespace algemeente::present
