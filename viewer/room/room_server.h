// A room of phones that is served on the network: its page, its address, and the threads behind them.
#pragma once

#include "viewer/room/phone_room.h"

namespace algemeente::viewer {

/// The OpenRoom of a machine with a network. It answers until it is destroyed.
std::unique_ptr<PhoneRoom> open_served_room(int port, Language language, std::function<void()> news);

}  // namespace algemeente::viewer
