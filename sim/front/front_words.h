// Packages of levers, what they are judged by and what they do, in words: for pages, tables, the terminal and the
// window.
#pragma once

#include "front/measure.h"
#include "present/words/language.h"
#include "scenario/scenario.h"

#include <string>
#include <vector>

namespace algemeente {

/// "Public value of use, social domain": the outcome, whose it is, and the month where it is not the last.
std::string measure_words(const Measure& measure, int last_month, present::Language language);

/// "Standards programme: 1.5% /month from 2021 in 50% of municipalities".
std::string decision_words(const DatedChange& change, present::Language language);
/// All of them, one after the other; "nothing added" for none.
std::string decisions_words(const std::vector<DatedChange>& changes, present::Language language);

/// Whether what becomes of a number is told as a part of what it was: of totals, where there was something.
bool is_told_as_part(const Measure& measure, double before);
/// "+22%" or "-0.0059" or "+26 euros": what becomes of it.
std::string effect_words(const Measure& measure, double value, double before, present::Language language);

/// One after the other with commas, and "and" before the last.
std::string joined_words(const std::vector<std::string>& parts, present::Language language);

}  // namespace algemeente
