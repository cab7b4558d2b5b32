// A scenario that is part of another text, as a session of the window keeps it.
#pragma once

#include "scenario/scenario.h"

#include <string>
#include <string_view>

namespace algemeente {

/// The scenario that scenario_toml() wrote, without a name. Throws InputError as read_scenario does; `place` stands for
/// the name of a file.
Scenario scenario_from(std::string_view toml, const std::string& place);

}  // namespace algemeente
