// Decisions, news and products that a scenario names and that do nothing in its run.
#pragma once

#include "present/words/language.h"
#include "scenario/scenario.h"

#include <string>
#include <vector>

namespace algemeente::present {

/// A sentence for every change and shock that begins after the last month, or one for all of many, and one for products
/// in a world without suppliers: they do nothing, which a result that says "unchanged" would hide.
std::vector<std::string> late_sentences(const Scenario& scenario, Language language);

}  // namespace algemeente::present
