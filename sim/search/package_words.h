// Packages and what they do in words, for pages, tables and the terminal.
#pragma once

#include "present/words/catalogue.h"
#include "present/words/language.h"
#include "search/search.h"

#include <string>

namespace algemeente {

/// "Value, social domain": the outcome, whose it is, and the month where it is not the last.
std::string measure_words(const Search& search, const Measure& measure, present::Language language);

/// "Standards programme: 0.02 from 2021 and Data-science pool from 2024".
std::string package_words(const Search& search, const Package& package, present::Language language);
/// The same of any result: another scenario has its title.
std::string result_words(const Search& search, const Result& result, present::Language language);

/// "+22%" or "+3.1 percentage points": how an objective differs from the scenario itself.
std::string change_words(const Search& search, std::size_t objective, const Result& result, const Result& base,
                         present::Language language);

/// What it does on every objective, and how often it is good enough.
std::string effects_words(const Search& search, const Result& result, const Result& base, present::Language language);

/// "good enough in 93 of 100 members".
std::string good_words(const Search& search, const Result& result, present::Language language);

/// What a run must do to be good enough.
std::string good_enough_words(const Search& search, present::Language language);

}  // namespace algemeente
