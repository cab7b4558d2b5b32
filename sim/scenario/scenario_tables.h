// The tables of a scenario file, value by value: each function takes one into the scenario or refuses it.
#pragma once

#include "scenario/scenario.h"
#include "scenario/toml_value.h"

namespace algemeente {

/// One key of [world].
void take_world_value(Scenario& scenario, const TomlValue& value);

/// One key of [parameters].
void take_parameter(Scenario& scenario, const TomlValue& value);

/// One key of [use_cases.NAME].
void take_use_case_cell(Scenario& scenario, std::size_t use_case, const TomlValue& value);

/// A list of tables, all [[change]] or all [[shock]]; appended, so that of two changes of one lever the later one wins.
/// Changes with a condition have a list of their own, and win over those with a date.
void take_list(Scenario& scenario, const TomlValue& list);

/// Problems between values, at the start and in every month in which a change begins or ends (with all municipalities
/// taking part), whatever conditions are met: "trust_gain (0.03) must not be above trust_loss (0.02)". And conditions
/// on what is never seen. Empty when there are none.
std::string problem_between(const Scenario& scenario);

}  // namespace algemeente
