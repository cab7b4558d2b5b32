// Which rules hold where and when: the scenario's changes, resolved per municipality and month.
#pragma once

#include "random/luck.h"
#include "scenario/scenario.h"

#include <cstdint>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

namespace algemeente {

/// The numbers that one municipality lives by in one month.
struct Rules {
    Parameters parameters;
    UseCaseTable use_cases;
    UseCaseMixes mixes;  ///< follows from use_cases
};

/// Resolves changes: dated ones from their month on, conditional ones from the month on that it is told. Every
/// municipality holds a set of adopted changes; equal sets share one Rules object,
/// so mechanisms read plain numbers and need not know that levers have dates.
class Policy {
public:
    /// `municipality_keys` in the order of the world. The order of adoption in a roll-out is luck of the replicate,
    /// the same for every change of one lever, so that early adopters stay early.
    Policy(const Scenario& scenario, std::span<const std::uint32_t> municipality_keys, const Luck& luck);

    /// The condition of scenario.conditional_changes[number] is met: it begins in `month`, to which the policy has not
    /// moved yet. Where a date says something else about its lever, it wins.
    void begin(std::size_t number, int month);
    /// It has begun, and ends in `month`.
    void end(std::size_t number, int month);

    /// Moves to `month` (months must not go back).
    void advance_to(int month);

    const Rules& rules_for(std::size_t municipality) const { return *rules_of_[municipality]; }
    /// Rules of the nation (media): a change counts there from its first month on.
    const Rules& national_rules() const { return *national_rules_; }

private:
    using ChangeSet = std::uint64_t;  ///< bit i: change i is in force

    const Rules* rules_with(ChangeSet changes);
    ChangeSet changes_in_force(std::size_t municipality, int month) const;
    void note_months(std::size_t change);
    void sort_months();

    const Scenario* scenario_;
    std::vector<DatedChange> changes_;              ///< dated ones, then conditional ones; from `never` if not begun
    std::vector<std::vector<int>> adoption_month_;  ///< [change][municipality]; never_ if it does not adopt
    std::vector<int> event_months_;                 ///< sorted months in which anything changes
    std::vector<std::uint32_t> keys_;               ///< where conditional changes may begin; empty without them
    Luck luck_;
    std::unordered_map<ChangeSet, std::unique_ptr<Rules>> known_rules_;
    std::vector<const Rules*> rules_of_;
    const Rules* national_rules_ = nullptr;
    int month_ = -1;
};

/// Sets the parameter or use-case cell called `lever` in `rules`. The name must exist (read_scenario has checked it).
void set_lever(Rules& rules, const std::string& lever, double value);

}  // namespace algemeente
