#include "cli/cancellation.h"

#include "cli/exit_code.h"

#include <unistd.h>
#include <csignal>

namespace algemeente::cli {

namespace {

// The one mutable global: a signal handler can reach nothing else.
std::atomic<bool> cancelled{false};
static_assert(std::atomic<bool>::is_always_lock_free, "only lock-free atomics are allowed in a signal handler");

void on_signal(int /*signal*/) {
    if (cancelled.exchange(true)) _exit(exit_cancelled);
}

}  // namespace

const std::atomic<bool>& cancel_on_signals() {
    struct sigaction action {};
    action.sa_handler = on_signal;
    action.sa_flags = SA_RESTART;  // writing results must not fail because somebody pressed Ctrl-C
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    return cancelled;
}

}  // namespace algemeente::cli
