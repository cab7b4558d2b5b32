// What a liveness study reads from a run: one list of outcomes in one month, and how a change of each is told.
#pragma once

#include "observe/history.h"
#include "patterns/pattern.h"
#include "statistics/bootstrap.h"
#include "world/types.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace algemeente {

/// Relative to the base (counts, durations, money), or a difference in points (levels and shares from 0 to 1).
enum class ChangeUnit : std::uint8_t { relative, level };
std::string_view change_unit_word(ChangeUnit unit);

/// One number of a run: an outcome of one domain, or of the nation.
struct LivenessReading {
    std::string_view outcome;
    ChangeUnit unit = ChangeUnit::relative;
    std::optional<Domain> domain{};  ///< none: of the nation
};

/// All of them: each outcome of the domains once for both, then those of the nation.
std::span<const LivenessReading> liveness_readings();

/// The month they are read in, June 2027, or the last one of a shorter run.
int liveness_month(int months);

/// The readings of one run, in their order: counts and durations in `month`, levels and shares as their mean over all
/// months until then, so that a mechanism which acts for some years is seen too.
Numbers read_liveness(const History& history, int month);

/// "social", "physical", or "nation".
std::string_view word_of(const std::optional<Domain>& domain);

}  // namespace algemeente
