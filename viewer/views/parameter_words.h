// Parameters and outcomes in words: units, and how well they are known.
#pragma once

#include "present/page/columns.h"
#include "viewer/views/view.h"

namespace algemeente::viewer {

/// Unit of an outcome; "[unit]" for one without words: a test has them all.
using present::outcome_unit_words;

Ink provenance_ink(Provenance provenance);
Word provenance_text(Provenance provenance);

}  // namespace algemeente::viewer
