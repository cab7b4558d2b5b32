// What a step of a story asks of the window, as the commands that a hand would send.
#pragma once

#include "viewer/commands/command.h"
#include "viewer/state/session.h"

#include <vector>

namespace algemeente::viewer {

/// Brings the step onto the screen: its scenarios if `new_scenarios`, then where the room looks, then what is covered.
/// `view` is what is on the screen now.
std::vector<Command> commands_of(const Story& story, std::size_t step, const ViewState& view, bool new_scenarios);

}  // namespace algemeente::viewer
