// Titles by which people tell scenarios apart.
#pragma once

#include "scenario/scenario.h"

#include <vector>

namespace algemeente {

/// Puts its name behind a title that an earlier scenario has too: "Baseline: what happened (my_copy)". Names differ.
void tell_titles_apart(std::vector<Scenario>& scenarios);

}  // namespace algemeente
