// Parameters and outcomes in words: units, and how well they are known.
#pragma once

#include "present/page/columns.h"
#include "viewer/views/view.h"

namespace algemeente::viewer {

/// Unit of an outcome; "[unit]" for one without words: a test has them all.
using present::outcome_unit_words;

/// The unit of an outcome, and how it is taken over municipalities: "projects, total over the municipalities".
std::string unit_of(const OutcomeInfo& outcome, Language language);

/// What was typed as a value of this parameter: a number with point or comma, with or without its unit, brought within
/// the parameter's bounds.
std::optional<double> value_from(const ParameterInfo& row, const std::string& typed);

Ink provenance_ink(Provenance provenance);
Word provenance_text(Provenance provenance);

}  // namespace algemeente::viewer
