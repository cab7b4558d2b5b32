// Parameters and outcomes in words: units, and how well they are known.
#pragma once

#include "viewer/views/view.h"

namespace algemeente::viewer {

/// Unit of an outcome; "[unit]" for one without words: a test has them all.
std::string outcome_unit_words(std::string_view unit, Language language);
Ink provenance_ink(Provenance provenance);
Word provenance_text(Provenance provenance);

}  // namespace algemeente::viewer
