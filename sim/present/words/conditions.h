// Changes with a condition in words, and when they begin.
#pragma once

#include "observe/conditions.h"
#include "present/words/language.h"
#include "scenario/scenario.h"

#include <span>
#include <string>
#include <string_view>

namespace algemeente::present {

/// "incidents so far (social) above 12 and trust below 0.4" of the condition in a scenario.
std::string condition_words(std::string_view condition, Language language);

/// "Ethics committee: on once this is seen: incidents so far (social) above 12; not before January 2020".
std::string conditional_words(const ConditionalChange& change, Language language);

/// In how many runs a change began, and in which months.
struct Begun {
    int runs = 0;  ///< all of them
    int in = 0;    ///< those in which it began
    int ended = 0;
    int first = -1, middle = -1, last = -1;  ///< months; the middle one of those in which it began
};

/// `spells`: of one change, run by run.
Begun begun_of(std::span<const Spell> spells);

/// "This happens in 41 of 64 runs, in the middle one of these in March 2024 (the first in ..., the last in ...)."
std::string begun_words(const Begun& begun, Language language);

/// Both: the change, and when it begins.
std::string conditional_sentence(const ConditionalChange& change, const Begun& begun, Language language);

}  // namespace algemeente::present
