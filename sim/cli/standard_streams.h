// stdout and stderr that are closed, full, or no longer read.
#pragma once

#include <exception>

namespace algemeente::cli {

/// To be called first. Streams that were closed stay unusable but keep their numbers: otherwise the first file that is
/// opened would receive what is printed. A reader that has gone (`| head`) is an error of that stream, not the end of
/// the program.
void secure_standard_streams();

/// The exit code at the end: `code`, unless something that was printed on stdout did not get there; then that is said.
int code_after_printing(int code);

/// The same where printing threw `problem`.
int code_of_lost_output(const std::exception& problem);

}  // namespace algemeente::cli
