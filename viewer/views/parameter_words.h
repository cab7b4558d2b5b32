// Parameters and outcomes in words: units, and how well they are known.
#pragma once

#include "viewer/views/view.h"

namespace algemeente::viewer {

/// Of an outcome, as its table names it; none if it has no words yet.
std::optional<Word> outcome_unit_text(std::string_view outcome_unit);
Ink provenance_ink(Provenance provenance);
Word provenance_text(Provenance provenance);

}  // namespace algemeente::viewer
