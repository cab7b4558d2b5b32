// What the numbers say, in four sentences: the same in the window, the hand-out and the report.
#pragma once

#include "present/summary.h"
#include "present/words/language.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente::present {

/// With the claims of the thesis that it rests on: "E01, E09".
struct Sentence {
    std::string words;
    std::string evidence;
};

/// The effect of a scenario in one line: what it is about, and each domain on its own.
struct Headline {
    std::string about;   ///< "B against A, algorithms in use, at the end of 2029"
    std::string social;  ///< "Social -19 (-7%), lower in 196 of 200 runs"
    std::string physical;
};

/// One scenario of a comparison; the first is A, the baseline.
struct Told {
    Runs runs;
    std::string evidence;  ///< of the scenario
};

/// What `other`, called by its letter, changes against the baseline: the median of the paired differences, how large
/// that is against the baseline's median (where a percentage says something), and the count of runs. No word of
/// certainty.
Headline headline_of(const Runs& other, std::string_view letter, const Runs& baseline, int month, std::size_t outcome,
                     Language language);

/// About the scenario at `position`, in `month`: of A what both domains have in use, what holds projects back, how
/// many ideas reach use and how many municipalities use something; of another what differs from A, and through what.
/// With another outcome than algorithms in use, what differs is told of that one.
std::vector<Sentence> sentences_of(std::span<const Told> scenarios, std::size_t position, int month, Language language,
                                   std::optional<std::size_t> outcome = std::nullopt);

/// The mean effect in one municipality: how many more or fewer algorithms it uses in each domain than in A.
std::string effect_here(std::string_view municipality, std::string_view letter, const Difference& social,
                        const Difference& physical, int month, Language language);

}  // namespace algemeente::present
