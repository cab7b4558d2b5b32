// The steps of the guided tour: what each says, what it points at, and when it is done.
#pragma once

#include "viewer/commands/command.h"
#include "viewer/state/session.h"

#include <span>

namespace algemeente::viewer {

struct TourStep {
    Word words;
    std::string (*target)(const Session& session, const ViewState& view);  ///< key of the widget that is framed
    bool (*done)(const Command& last_command, const ViewState& view);      ///< whichever way it was done
};

/// In their order; ViewState::tour_step counts from 1.
std::span<const TourStep> tour_steps();

/// Key of the button of a page at the top of the window.
std::string page_button(Page page);

}  // namespace algemeente::viewer
