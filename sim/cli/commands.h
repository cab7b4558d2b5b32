// The commands of the program: one row each, one file (or group of files) behind it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente::cli {

/// One call of the program, split.
struct Invocation {
    std::string program;                 ///< as it was typed, for "how to repeat this"
    std::string command;                 ///< "run"
    std::vector<std::string> arguments;  ///< what follows the command
};

struct Command {
    std::string_view name;
    std::string_view meaning;
    int (*perform)(const Invocation&);  ///< returns an exit code; throws InputError for bad input
};

std::span<const Command> commands();

/// Does what the command line asks. Returns an exit code; throws InputError for bad input, and whatever a run throws.
int perform(const std::vector<std::string>& command_line);

int perform_run(const Invocation& invocation);
int perform_compare(const Invocation& invocation);
int perform_patterns(const Invocation& invocation);
int perform_explain_gap(const Invocation& invocation);
int perform_liveness(const Invocation& invocation);
int perform_calibrate(const Invocation& invocation);
int perform_explore(const Invocation& invocation);
int perform_search(const Invocation& invocation);
int perform_sweep(const Invocation& invocation);
int perform_merge(const Invocation& invocation);
int perform_status(const Invocation& invocation);
int perform_rerun(const Invocation& invocation);
int perform_export(const Invocation& invocation);
int perform_analyse(const Invocation& invocation);
int perform_sheet(const Invocation& invocation);
int perform_roles(const Invocation& invocation);
int perform_check(const Invocation& invocation);
int perform_parameters(const Invocation& invocation);
int perform_outcomes(const Invocation& invocation);
int perform_schedule(const Invocation& invocation);
int perform_use_cases(const Invocation& invocation);
int perform_names(const Invocation& invocation);

}  // namespace algemeente::cli
