// Months in words. The only list of their names.
#pragma once

#include "present/words/language.h"

#include <string>
#include <string_view>

namespace algemeente::present {

/// "juni 2031", "June 2031".
std::string month_words(int month, Language language);

/// When something is: "in juni 2026", "eind 2029" for December; "in June 2026", "at the end of 2029".
std::string when_words(int month, Language language);
/// The same at the start of a sentence.
std::string when_words_first(int month, Language language);

/// "mrt", "Mar"; `in_year` from 0 for January.
std::string_view short_month(int in_year, Language language);

/// First letter as a capital, and not.
std::string upper_first(std::string words);
/// Abbreviations (ICT) and names of their own (Common Ground, SyRI) keep their capitals.
std::string lower_first(std::string words);

}  // namespace algemeente::present
