// A number that is read from a run, and by which packages of levers are judged.
#pragma once

#include "observe/history.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace algemeente {

struct Measure {
    enum class Of : std::uint8_t { social, physical, both, nation };
    std::string outcome;
    Of of = Of::both;
    int month = 0;
    bool operator==(const Measure&) const = default;
};

/// In the order of Measure::Of, as files have them.
inline constexpr std::string_view measure_of_words[] = {"social", "physical", "both", "nation"};

/// "value.social.2029-12", "policy_eur_per_inhabitant.nation.2029-12".
std::string measure_name(const Measure& measure);

/// The row of its outcome.
const OutcomeInfo& outcome_of(const Measure& measure);

}  // namespace algemeente
