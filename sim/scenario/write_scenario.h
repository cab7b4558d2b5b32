// A scenario as a scenario file that stands alone.
#pragma once

#include "scenario/scenario.h"

#include <filesystem>
#include <string>

namespace algemeente {

/// Reading this text gives an equal scenario. Only what differs from the standard values is written, besides [world].
/// A scenario without a title gets its name as title, because a file must have one. Bytes that are no UTF-8 become
/// other letters: TOML has no way to write them.
std::string scenario_toml(const Scenario& scenario);

/// Writes it to `file`. Throws InputError if that fails.
void write_scenario(const Scenario& scenario, const std::filesystem::path& file);

}  // namespace algemeente
