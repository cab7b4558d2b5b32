// What the program tells the shell.
#pragma once

namespace algemeente::cli {

inline constexpr int exit_done = 0;
inline constexpr int exit_run_failed = 1;
inline constexpr int exit_bad_input = 2;
inline constexpr int exit_pattern_broken = 3;
inline constexpr int exit_cancelled = 130;  ///< 128 + SIGINT, as shells count

}  // namespace algemeente::cli
