// Parameters and outcomes in words: their values, units, and how well they are known.
#pragma once

#include "viewer/views/view.h"

namespace algemeente::viewer {

/// A value with its unit.
std::string value_words(const ParameterInfo& row, double value, Language language);
/// The unit as a word of its own: "per month", "share (0 to 1)".
Word unit_text(Unit unit);
/// Of an outcome, as its table names it; none if it has no words yet.
std::optional<Word> outcome_unit_text(std::string_view outcome_unit);
Ink provenance_ink(Provenance provenance);
Word provenance_text(Provenance provenance);

}  // namespace algemeente::viewer
