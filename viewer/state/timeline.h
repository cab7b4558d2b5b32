// Decisions and notes with a date: adding, moving and taking away what stands on the timeline.
#pragma once

#include "viewer/state/session.h"

#include <span>

namespace algemeente::viewer {

/// From `month` on the lever has another value, for everybody. False if it is no lever or the model holds no more.
bool add_change(Slot& slot, std::string_view lever, double value, int month);
/// Everything that was decided for month `from` is decided for month `to` instead; an end moves along.
void move_changes(Slot& slot, int from, int to);
/// Takes back what was decided for that month; only of one lever if one is named.
void remove_changes(Slot& slot, int month, std::string_view lever = {});

/// What `slot` decides in that month, in the order of the scenario.
std::vector<DatedChange> changes_at(const Scenario& scenario, int month);

/// Notes as comments of a scenario file: other programs read over them.
std::string notes_text(std::span<const Note> notes);
std::vector<Note> notes_from(std::string_view text);
/// Of a file; none if it cannot be read.
std::vector<Note> read_notes(const std::filesystem::path& file);

}  // namespace algemeente::viewer
