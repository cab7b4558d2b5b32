#include "cli/commands.h"

#include "cli/exit_code.h"
#include "cli/message.h"
#include "output/results.h"
#include "text/error.h"
#include "text/nearest_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

namespace algemeente::cli {

namespace {

constexpr Command rows[] = {
    {"run", "run one scenario many times and write its results", perform_run},
    {"compare", "run several scenarios with the same random numbers and write their differences", perform_compare},
    {"patterns", "test whether the model shows what the thesis reports", perform_patterns},
    {"explain-gap", "which characteristics of use cases explain the gap between the domains", perform_explain_gap},
    {"liveness", "whether anything moves when a factor, a class of agents or a parameter moves", perform_liveness},
    {"calibrate", "find sets of assumptions that history has not ruled out", perform_calibrate},
    {"explore", "find out which results the model can give at all", perform_explore},
    {"search", "find packages of levers that no other beats, under limits", perform_search},
    {"sweep", "run an experiment, or resume it, and keep every run in a store", perform_sweep},
    {"merge", "put stores of shards of one sweep together", perform_merge},
    {"status", "how far a store is, who is writing it, and how long it will take", perform_status},
    {"rerun", "repeat one run of a store to the last bit", perform_rerun},
    {"export", "write a store as CSV, or for the EMA workbench", perform_export},
    {"analyse", "analyse a finished sweep: inputs, policies and failures", perform_analyse},
    {"sheet", "one page to print about a municipality like yours", perform_sheet},
    {"roles", "the role kit as one page to print", perform_roles},
    {"check", "check scenario, story and experiment files and report mistakes", perform_check},
    {"parameters", "list the parameters: range, standard value, meaning, source", perform_parameters},
    {"outcomes", "list what is measured", perform_outcomes},
    {"schedule", "list what happens in a month, in order", perform_schedule},
    {"use-cases", "list the kinds of use of algorithms", perform_use_cases},
    {"names", "list what ids are called in Dutch and English", perform_names},
};

std::string help() {
    std::string text =
        "algemeente: how Dutch municipalities take up algorithms, month by month from January 2015\n\n"
        "usage: algemeente COMMAND ...\n\ncommands:\n";
    for (const Command& command : rows) text += fmt::format("  {:<12}{}\n", command.name, command.meaning);
    text +=
        "\n'algemeente COMMAND --help' explains a command; 'algemeente --version' names this build.\n\n"
        "exit codes: 0 done, 1 a run failed, 2 bad input or usage, 3 a pattern does not hold\n"
        "or something moves nothing without a reason, 4 a sweep is incomplete, 5 stdout cannot be written,\n"
        "130 cancelled\n";
    return text;
}

std::string unknown(const std::string& word) {
    std::vector<std::string_view> names{"--help", "--version"};
    for (const Command& command : rows) names.push_back(command.name);
    const std::string_view kind = word.starts_with('-') ? "option" : "command";
    const std::string suggestion = did_you_mean(word, names);
    return fmt::format("{}: unknown {}{}", word, kind,
                       suggestion.empty() ? "; 'algemeente --help' lists the commands" : suggestion);
}

}  // namespace

std::span<const Command> commands() {
    return rows;
}

int perform(const std::vector<std::string>& command_line) {
    if (command_line.size() < 2) {
        tell("{}", help());
        return exit_bad_input;
    }
    const std::string& word = command_line[1];
    if (word == "--help" || word == "-h" || word == "help") {
        fmt::print("{}", help());
        return exit_done;
    }
    if (word == "--version") {
        fmt::print("algemeente {} ({}, {})\n", program_version(), program_commit(), program_compiler());
        return exit_done;
    }
    const auto* const found = std::find_if(std::begin(rows), std::end(rows),
                                           [&word](const Command& command) { return command.name == word; });
    if (found == std::end(rows)) throw InputError(unknown(word));
    return found->perform({command_line[0], word, {command_line.begin() + 2, command_line.end()}});
}

}  // namespace algemeente::cli
