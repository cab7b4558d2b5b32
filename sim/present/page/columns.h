// Headings of result tables in words: pages are read by people, files by programs.
#pragma once

#include "present/words/language.h"

#include <string>
#include <string_view>

namespace algemeente::present {

/// "Mean size of the effect (μ*)" for mu_star; of a parameter or an outcome its name, with its unit.
std::string column_words(std::string_view id, Language language);

/// An input of an experiment by its name: "Ethics committee" for ethics_committee; what is not one stays as it is.
std::string input_words(std::string_view id, Language language);

/// The unit of an outcome in words: "projects", "share (0 to 1)".
std::string outcome_unit_words(std::string_view unit, Language language);

/// The same of a number that an experiment keeps ("in_use.social.2029-12"); empty for what is not one.
std::string kept_unit(std::string_view id, Language language);

/// "Algorithms in use, social domain, December 2029" for in_use.social.2029-12, a number that an experiment keeps.
std::string kept_words(std::string_view id, Language language);

}  // namespace algemeente::present
