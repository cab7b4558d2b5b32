// Decisions and news that a scenario names and a run never reaches.
#pragma once

#include "present/words/language.h"
#include "scenario/scenario.h"

#include <string>
#include <vector>

namespace algemeente::present {

/// A sentence for every change and shock that begins after the last month, or one for all of many: they do nothing,
/// which a result that says "unchanged" would hide.
std::vector<std::string> late_sentences(const Scenario& scenario, Language language);

}  // namespace algemeente::present
