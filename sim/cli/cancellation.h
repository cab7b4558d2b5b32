// Ctrl-C: the first asks to stop and keeps what was finished, the second stops at once.
#pragma once

#include <atomic>

namespace algemeente::cli {

/// From now on SIGINT and SIGTERM set the flag that is returned; a second signal ends the program with 130.
const std::atomic<bool>& cancel_on_signals();

}  // namespace algemeente::cli
