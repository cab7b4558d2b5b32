// What the numbers say, in four sentences: the same in the window, the hand-out and the report.
#pragma once

#include "present/summary.h"
#include "present/words/language.h"

#include <span>
#include <string>
#include <vector>

namespace algemeente::present {

/// With the claims of the thesis that it rests on: "E01, E09".
struct Sentence {
    std::string words;
    std::string evidence;
};

/// One scenario of a comparison; the first is A, the baseline.
struct Told {
    Runs runs;
    std::string evidence;  ///< of the scenario
};

/// About the scenario at `position`, in `month`: of A what both domains have in use, what holds projects back, how
/// many ideas reach use and how many municipalities use something; of another what differs from A, and through what.
std::vector<Sentence> sentences_of(std::span<const Told> scenarios, std::size_t position, int month, Language language);

}  // namespace algemeente::present
