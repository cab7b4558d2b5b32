// What one scenario has that another has not: so that an effect is never ascribed to one of several changes.
#pragma once

#include "present/words/language.h"
#include "scenario/scenario.h"

#include <string>
#include <vector>

namespace algemeente::present {

/// One thing in which a scenario differs from another.
struct OneDifference {
    std::string lever;  ///< whose value it is; empty for what is no lever (news, products, kinds of use)
    std::string words;  ///< "Ethics committee: on from January 2021", "wave of stories about risk from January 2024"
};

/// A decision for everybody at once, and for good.
bool is_plain(const DatedChange& change);

/// What `other` decides, assumes or meets otherwise than `base`; which municipalities are simulated is no difference,
/// because a comparison simulates those of the first for all, and neither is a decision for what holds anyway.
/// Suppliers first, then in the order of the table of parameters, use cases, news and products. Empty: the same
/// simulation.
std::vector<OneDifference> differences_between(const Scenario& base, const Scenario& other, Language language);

}  // namespace algemeente::present
