#include "cli/cancellation.h"

#include "cli/exit_code.h"

#include <unistd.h>
#include <csignal>

namespace algemeente::cli {

namespace {

// The only mutable globals: a signal handler can reach nothing else.
std::atomic<bool> cancelled{false};
static_assert(std::atomic<bool>::is_always_lock_free, "only lock-free atomics are allowed in a signal handler");

std::atomic<bool> asked{false};

/// A terminal that closes sends SIGHUP more than once, and perhaps SIGTERM, too: only who asks twice is in a hurry.
void on_signal(int signal) {
    cancelled = true;
    if (signal != SIGHUP && asked.exchange(true)) _exit(exit_cancelled);
}

void watch(int signal) {
    struct sigaction action {};
    sigaction(signal, nullptr, &action);
    if (signal == SIGHUP && action.sa_handler == SIG_IGN) return;  // NOLINT: nohup, which must go on
    action = {};
    action.sa_handler = on_signal;
    action.sa_flags = SA_RESTART;  // writing results must not fail because somebody pressed Ctrl-C
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, nullptr);
}

}  // namespace

const std::atomic<bool>& cancel_on_signals() {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) watch(signal);
    return cancelled;
}

}  // namespace algemeente::cli
