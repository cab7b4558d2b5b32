// Scenarios as JSON: in manifests, for people and scripts, and in the stores of sweeps.
#pragma once

#include "scenario/scenario.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>

namespace algemeente {

/// How months are written. A store's text is part of its identity: its form must not change.
enum class JsonDates : std::uint8_t {
    dates,         ///< "from": "2021-01"; no "until" where there is none (manifests)
    month_numbers  ///< "from_month": 72, "until_month": -1 (stores)
};

/// Adds the keys of [world] but its settings, which are among the parameters.
void add_world(nlohmann::ordered_json& json, const SimulatedScenario& scenario);

/// Adds "parameters" (all of them, settings too), "use_cases" (all cells), and the lists, "changes" and "shocks".
void add_tables(nlohmann::ordered_json& json, const SimulatedScenario& scenario, JsonDates dates);

/// Reads what add_world and add_tables (month_numbers) have written. Every number of this program must be there: a new
/// one would get a value that the runs of the store did not have. Throws InputError or a JSON exception.
void take_json(SimulatedScenario& scenario, const nlohmann::ordered_json& json);

/// A scenario in full, for files that must do without any other: its name and title, and what the two above write
/// (month_numbers).
nlohmann::ordered_json json_in_full(const Scenario& scenario);

/// Reads it. Throws as take_json does.
Scenario scenario_from_json(const nlohmann::ordered_json& json);

}  // namespace algemeente
