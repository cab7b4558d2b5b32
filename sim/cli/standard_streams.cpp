#include "cli/standard_streams.h"

#include "cli/exit_code.h"
#include "cli/message.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <system_error>
#include <utility>

namespace algemeente::cli {

void secure_standard_streams() {
    // opened for the wrong direction: reading gives nothing and writing fails, as it would have
    for (const auto& [descriptor, direction] :
         {std::pair{STDIN_FILENO, O_WRONLY}, std::pair{STDOUT_FILENO, O_RDONLY}, std::pair{STDERR_FILENO, O_RDONLY}})
        if (fcntl(descriptor, F_GETFD) < 0) (void)open("/dev/null", direction);  // takes the lowest free number
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;  // NOLINT: a macro of the system
    sigaction(SIGPIPE, &ignore, nullptr);
}

namespace {

int tell_of_lost_output(int reason) {
    if (reason == EPIPE) return exit_reader_gone;  // whoever stopped reading knows
    tell("stdout cannot be written{}{}; what was asked is done, but its words are lost\n", reason == 0 ? "" : ": ",
         reason == 0 ? "" : std::strerror(reason));  // NOLINT(concurrency-mt-unsafe): all threads have ended
    return exit_output_lost;
}

}  // namespace

int code_after_printing(int code) {
    errno = 0;
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return code;
    return code == exit_done ? tell_of_lost_output(errno) : code;
}

int code_of_lost_output(const std::exception& problem) {
    const auto* reason = dynamic_cast<const std::system_error*>(&problem);
    return tell_of_lost_output(reason == nullptr ? 0 : reason->code().value());
}

}  // namespace algemeente::cli
