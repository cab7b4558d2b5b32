// Why something that can be set moves nothing: one table (liveness_reasons.def), read by `algemeente liveness`.
#pragma once

#include "present/words/language.h"

#include <string_view>
#include <vector>

namespace algemeente::present {

/// The reason given for a factor, a class of agents or a parameter; empty if there is none.
std::string_view reason_of_inert(std::string_view name, Language language);

/// Everything that has a reason, in the order of the table.
std::vector<std::string_view> names_with_reason();

}  // namespace algemeente::present
