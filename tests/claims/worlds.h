// Small whole-model runs for claims.
#pragma once

#include "ensemble/ensemble.h"
#include "places.h"
#include "present/summary.h"
#include "text/calendar.h"

#include <filesystem>
#include <string>
#include <vector>

namespace algemeente::claims {

/// A file of scenarios/, by its name without ending ("baseline", "diagnostics/equal_mix").
inline Scenario scenario_called(const std::string& name) {
    return read_scenario(places::checkout() / "scenarios" / (name + ".toml"));
}

/// The same with a stratified sample of `municipalities` and a length in months.
inline Scenario small_scenario(const std::string& name, int municipalities, int months) {
    Scenario scenario = scenario_called(name);
    scenario.municipalities = {MunicipalityChoice::Kind::sample, municipalities, {}};
    scenario.parameters.months = months;
    return scenario;
}

inline Ensemble run(const std::vector<Scenario>& scenarios, int replicates, int threads = 0) {
    EnsembleOptions options;
    options.replicates = replicates;
    options.threads = threads;
    options.events = EventScope::none;
    return run_ensemble(scenarios, options);
}

/// Mean over replicates of a domain outcome in one month.
inline double mean_outcome(const ScenarioResult& result, int month, Domain domain, const char* outcome) {
    return present::band_of(result, month, domain, find_domain_outcome(outcome)).mean;
}

/// Mean over replicates of a national outcome in one month.
inline double mean_national(const ScenarioResult& result, int month, const char* outcome) {
    double sum = 0;
    for (const History& history : result.replicates)
        sum += history.national_value(month, find_national_outcome(outcome));
    return sum / static_cast<double>(result.replicates.size());
}

/// The country of a scenario, for claims that step a world by hand.
inline Country country_of(const Scenario& scenario) {
    return choose_municipalities(read_netherlands(data_folder(), scenario.parameters), scenario.municipalities);
}

}  // namespace algemeente::claims
