#include "observe/conditions.h"

#include <algorithm>

namespace algemeente {

namespace {

bool is_met(const Condition& condition, const History& history, int month) {
    return std::all_of(condition.begin(), condition.end(), [&](const Clause& clause) {
        return clause.holds(clause.domain ? history.domain_value(month, *clause.domain, clause.outcome)
                                          : history.national_value(month, clause.outcome));
    });
}

}  // namespace

Conditions::Conditions(const SimulatedScenario& scenario) : spells_(scenario.conditional_changes.size()) {
    for (const ConditionalChange& change : scenario.conditional_changes)
        watched_.push_back({condition_from(change.when),
                            change.until_when.empty() ? Condition{} : condition_from(change.until_when),
                            change.from_month, change.until_month});
}

void Conditions::decide(int month, const History& history, Policy* policy) {
    if (month < 1) return;  // nothing has been seen yet
    const int seen = month - 1;
    for (std::size_t i = 0; i < watched_.size(); ++i) {
        const Watched& change = watched_[i];
        Spell& spell = spells_[i];
        if (spell.ended >= 0) continue;
        const bool is_over = change.until_month >= 0 && month >= change.until_month;
        if (spell.begun < 0) {
            if (is_over || month < change.from_month || !is_met(change.when, history, seen)) continue;
            spell.begun = month;
            if (policy != nullptr) policy->begin(i, month);
        } else if (is_over || (!change.until_when.empty() && is_met(change.until_when, history, seen))) {
            spell.ended = month;
            if (policy != nullptr) policy->end(i, month);
        }
    }
}

std::vector<Spell> spells_of(const SimulatedScenario& scenario, const History& history) {
    Conditions conditions(scenario);
    for (int month = 1; month < history.months; ++month) conditions.decide(month, history, nullptr);
    return conditions.spells();
}

}  // namespace algemeente
