#include "output/conditions.h"

#include "scenario/scenario_past.h"

#include <algorithm>

namespace algemeente {

namespace {

SimulatedScenario without_conditions(SimulatedScenario scenario) {
    scenario.conditional_changes.clear();
    return scenario;
}

/// Adds the first month in which a change of `some` that `others` do not have begins in any run.
void add_first(Parting& parting, const ScenarioResult& some, const ScenarioResult& others) {
    const auto& changes = some.scenario.conditional_changes;
    const auto& known = others.scenario.conditional_changes;
    const std::vector<std::vector<Spell>> spells = spells_by_change(some);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (std::find(known.begin(), known.end(), changes[i]) != known.end()) continue;
        if (parting.month < 0) parting.by_condition = true;
        for (const Spell& spell : spells[i])
            if (spell.begun >= 0 && (parting.month < 0 || spell.begun < parting.month)) parting = {spell.begun, true};
    }
}

}  // namespace

std::vector<std::vector<Spell>> spells_by_change(const ScenarioResult& result) {
    std::vector<std::vector<Spell>> spells(result.scenario.conditional_changes.size());
    if (spells.empty()) return spells;
    for (const History& history : result.replicates) {
        const std::vector<Spell> of_run = spells_of(result.scenario, history);
        for (std::size_t i = 0; i < spells.size(); ++i) spells[i].push_back(of_run[i]);
    }
    return spells;
}

bool has_conditions(const Ensemble& ensemble) {
    return std::any_of(ensemble.scenarios.begin(), ensemble.scenarios.end(),
                       [](const ScenarioResult& result) { return !result.scenario.conditional_changes.empty(); });
}

Parting parting_of(const Ensemble& ensemble, std::size_t position) {
    const ScenarioResult& baseline = ensemble.scenarios.front();
    const ScenarioResult& other = ensemble.scenarios[position];
    Parting parting{first_difference_month(without_conditions(baseline.scenario), without_conditions(other.scenario)),
                    false};
    add_first(parting, other, baseline);
    add_first(parting, baseline, other);
    return parting;
}

}  // namespace algemeente
