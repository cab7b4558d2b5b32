// The claims of the thesis that the model rests on: their words, the mechanisms and parameters that carry them, the
// tests that hold them, and what was left out. From sim/evidence, schedule.def, parameters.def and EVIDENCE.md.
#pragma once

#include "mechanisms/schedule.h"
#include "viewer/present.h"
#include "world/types.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente::viewer {

struct Claim {
    std::string id;  ///< "E01"
    std::string theme, words, concerns, about, basis;
    std::string remark_kind, remark;  ///< empty if there is nothing to remark
    std::vector<std::string> tests;
    std::vector<const MechanismInfo*> mechanisms;
    std::vector<const ParameterInfo*> parameters;
};

/// All claims, by number; read once.
std::span<const Claim> claims();
const Claim* find_claim(std::string_view id);

/// "E01", "E09" of a text such as "E01, E09; recommendation 1".
std::vector<std::string> claim_ids(std::string_view text);
/// The claims that are about a factor, such as "E01, E02".
std::string claims_of(Factor factor);
/// The claims behind an outcome or a parameter; empty if no claim names it.
std::string claims_of_variable(std::string_view name);

std::string claim_words(const Claim& claim, Language language);
std::string remark_words(const Claim& claim, Language language);
std::string mechanism_words(const MechanismInfo& mechanism, Language language);
/// "similarity" and "interviews, author" in the language.
std::string about_words(std::string_view about, Language language);

}  // namespace algemeente::viewer
