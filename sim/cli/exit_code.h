// What the program tells the shell.
#pragma once

namespace algemeente::cli {

inline constexpr int exit_done = 0;
inline constexpr int exit_run_failed = 1;
inline constexpr int exit_bad_input = 2;
inline constexpr int exit_pattern_broken = 3;  ///< or something moves nothing, and no reason is given
inline constexpr int exit_incomplete = 4;      ///< the store of a sweep lacks runs, and nothing was written
inline constexpr int exit_output_lost = 5;     ///< all is done, but stdout could not be written
inline constexpr int exit_cancelled = 130;     ///< 128 + SIGINT, as shells count
inline constexpr int exit_reader_gone = 141;   ///< 128 + SIGPIPE: what was printed is no longer read, as by `| head`

}  // namespace algemeente::cli
