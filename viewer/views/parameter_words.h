// Parameters and outcomes in words: their values, units, and how well they are known.
#pragma once

#include "viewer/views/view.h"

namespace algemeente::viewer {

/// A value with its unit.
std::string value_words(const ParameterInfo& row, double value, Language language);
/// The unit as a word of its own: "per month", "share (0 to 1)".
std::string parameter_unit_words(Unit unit, Language language);
std::string outcome_unit_words(std::string_view unit, Language language);
Ink provenance_ink(Provenance provenance);
Word provenance_text(Provenance provenance);

}  // namespace algemeente::viewer
