// Headings of result tables in words: pages are read by people, files by programs.
#pragma once

#include "present/words/language.h"

#include <string>
#include <string_view>

namespace algemeente::present {

/// "Mean size of the effect (μ*)" for mu_star; of a parameter or an outcome its name, with its unit.
std::string column_words(std::string_view id, Language language);

}  // namespace algemeente::present
