// The inputs of an experiment file: [[lever]] and [[uncertainty]], their ranges, and what these allow together.
#pragma once

#include "experiments/experiment.h"
#include "scenario/toml_value.h"

namespace algemeente {

/// One [[lever]] or [[uncertainty]]. low and high default to the parameter table's range and lie inside it.
/// Refuses what it cannot be.
Input input_from(const TomlValue& table, bool is_lever, const Experiment& experiment);

/// Refuses ranges that allow an impossible pair, such as trust_gain above trust_loss; `root` gives the place.
void check_ranges_together(const Experiment& experiment, const TomlValue& root);

/// Reads [[correlation]] tables: which inputs go together. Refuses what cannot be.
void take_correlations(Experiment& experiment, const TomlValue& root);

/// Refuses groups that cannot move together: factorial levers of one group need equally many values.
void check_groups(const Experiment& experiment, const TomlValue& root);

}  // namespace algemeente
