// Which conditional changes have begun: read month by month from what was seen.
//
// A condition is about outcomes of the nation or of a domain over all municipalities simulated, as they stood at the
// end of last month. So no municipality needs to pass before another, and when a change began follows from the history
// alone: a run that goes on from a copy or from saved worlds finds it again there, and nothing else has to be kept.
#pragma once

#include "observe/history.h"
#include "scenario/condition.h"
#include "scenario/policy.h"
#include "scenario/scenario.h"

#include <vector>

namespace algemeente {

/// Months in which a conditional change began and ended; below 0: not until now.
struct Spell {
    int begun = -1;
    int ended = -1;

    bool operator==(const Spell&) const = default;
};

class Conditions {
public:
    explicit Conditions(const SimulatedScenario& scenario);

    /// Decides about `month`, the next one to pass, by what `history` says of the month before. Months must be decided
    /// in order. What begins or ends is told to `policy`, if there is one.
    void decide(int month, const History& history, Policy* policy);

    /// In the order of scenario.conditional_changes.
    const std::vector<Spell>& spells() const { return spells_; }

private:
    struct Watched {
        Condition when;
        Condition until_when;  ///< none: it stays
        int from_month = 0;
        int until_month = -1;
    };

    std::vector<Watched> watched_;
    std::vector<Spell> spells_;
};

/// When the conditional changes of a run began and ended.
std::vector<Spell> spells_of(const SimulatedScenario& scenario, const History& history);

}  // namespace algemeente
