#include "viewer/ensemble/summary.h"

#include <utility>

namespace algemeente::viewer {

namespace {

/// In a run with suppliers there is more to count than what is chosen.
void keep_supplied(const History& history, RunData& data) {
    if (history.product_users.empty()) return;
    for (const MunicipalityYear& year : history.years) {
        data.in_use_all.push_back(year.in_use_all);
        data.registered.push_back(year.registered);
    }
    for (const std::int32_t users : history.product_users)
        data.product_users.push_back(static_cast<std::int16_t>(users));
}

}  // namespace

RunData run_data_of(const History& history, bool keep_municipal, std::vector<TownYear> towns,
                    std::vector<TownEnd> withdrawn) {
    RunData data;
    data.months = history.months;
    data.fingerprint = history.fingerprint;
    data.domain = history.domain_values;
    data.towns = std::move(towns);
    data.towns.resize(history.years.size());
    for (std::size_t i = 0; i < history.years.size(); ++i) {
        data.in_use.push_back(history.years[i].in_use);
        data.towns[i].binding = history.years[i].binding;
    }
    keep_supplied(history, data);
    if (!keep_municipal) return data;
    for (const MunicipalityYear& year : history.years)
        data.municipal.push_back(
            {year.in_use, year.pipeline, year.ever_in_use, year.abandoned, year.discontinued, year.value});
    if (history.events.empty()) return data;
    data.flows = flows_of(history.events, history.months);
    data.ends = ends_of(history.events, std::move(withdrawn));
    return data;
}

ScenarioRuns::operator Runs() const {
    Runs view;
    for (const auto& run : runs) view.add(run->domain, run->months);
    return view;
}

OutcomeFans fans_of(const EnsembleSummary& summary, std::size_t outcome) {
    OutcomeFans fans;
    fans.summary = summary.id;
    fans.outcome = outcome;
    if (summary.scenarios.empty()) return fans;
    const Runs base = summary.scenarios.front();
    for (const ScenarioRuns& scenario : summary.scenarios) {
        const Runs runs = scenario;
        fans.domains.push_back({fan_of(runs, Domain::social, outcome), fan_of(runs, Domain::physical, outcome)});
        fans.gaps.push_back(gap_fan_of(runs, outcome));
        if (&scenario == &summary.scenarios.front()) {
            fans.differences.push_back({});
        } else {
            fans.differences.push_back({difference_fan_of(runs, base, Domain::social, outcome),
                                        difference_fan_of(runs, base, Domain::physical, outcome)});
        }
    }
    return fans;
}

Begun begun_in(const ScenarioRuns& runs, std::size_t number) {
    std::vector<Spell> spells;
    for (const auto& run : runs.runs)
        if (number < run->spells.size()) spells.push_back(run->spells[number]);
    return begun_of(spells);
}

std::vector<Told> told_of(const EnsembleSummary& summary) {
    std::vector<Told> told;
    const std::size_t municipalities = summary.country ? summary.country->size() : 0;
    for (const ScenarioRuns& runs : summary.scenarios)
        told.push_back(present::told_of(runs, *runs.scenario, municipalities, summary.over));
    return told;
}

}  // namespace algemeente::viewer
