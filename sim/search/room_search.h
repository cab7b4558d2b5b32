// A search as a room asks for it: for the scenario on its screen, within its own limits, small enough to wait for.
#pragma once

#include "front/room_limit.h"
#include "search/search_file.h"

#include <span>

namespace algemeente {

/// `search` with the levers and objectives that it has, for `scenario` (in the municipalities of `search`, unless the
/// scenario has made-up ones). A limit of the room takes the place of those of `search` on the same outcome. Scenarios
/// beside the front stay only if the packages are still found for the one that they were laid beside.
/// Throws InputError if no lever of `search` is left to decide on, or the scenario has too many decisions already.
Search room_search(Search search, const Scenario& scenario, std::span<const RoomLimit> limits);

}  // namespace algemeente
