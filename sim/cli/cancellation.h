// Ctrl-C, or a terminal that closes: the first asks to stop and keeps what was finished, the second stops at once.
#pragma once

#include <atomic>

namespace algemeente::cli {

/// From now on SIGINT, SIGTERM and SIGHUP (unless nohup has it ignored) set the flag that is returned; a second SIGINT
/// or SIGTERM ends the program with 130.
const std::atomic<bool>& cancel_on_signals();

}  // namespace algemeente::cli
