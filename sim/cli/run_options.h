// The options that run and compare share.
#pragma once

#include "cli/arguments.h"
#include "cli/progress.h"
#include "cli/result_folder.h"
#include "ensemble/ensemble.h"
#include "present/words/language.h"
#include "scenario/scenario.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace algemeente::cli {

/// What was asked; what is empty was not asked, and the scenario decides.
struct RunOptions {
    std::vector<std::string> files;  ///< scenarios, the baseline first
    std::filesystem::path out;
    Earlier earlier = Earlier::refuse;  ///< result in `out`
    EnsembleOptions ensemble;
    std::optional<int> months;
    std::optional<MunicipalityChoice> municipalities;
    std::optional<int> people_per_agent;
    std::vector<std::string> settings;   ///< of --set, "name=value"
    std::string from;                    ///< file of saved worlds to go on from; empty: from January 2015
    std::optional<int> save_month;       ///< run only: worlds of this month are saved; as many months lie behind
    bool other_program_allowed = false;  ///< that saved them
    bool replicates_given = false, seed_given = false, events_given = false;
    int priors = 0;       ///< run only: draws of all assumptions; 0: standard values
    std::string members;  ///< as it was asked for: "history", how many of these, or a file
    ProgressMode progress = ProgressMode::automatic;
    present::Language language = present::language_of_locale();
    bool quiet = false;
    bool profile = false;  ///< of run only
    bool netcdf = false;   ///< also one file with dimensions and units
};

/// Adds all but the scenario files. Values are checked while parsing; `options` must outlive `app`.
void add_run_options(CLI::App& app, RunOptions& options);

/// Adds --priors, which only `run` has.
void add_priors_option(CLI::App& app, RunOptions& options);

/// "first": as --events calls it.
std::string event_scope_word(EventScope scope);

/// Adds --from and --allow-other-program, and --save, which only `run` has.
void add_from_options(CLI::App& app, RunOptions& options);
void add_save_option(CLI::App& app, RunOptions& options);

/// Reads the scenarios and lets the options override them: first --set, then the options with a name of their own.
/// Gives every scenario a name of its own: "strict", "strict-2". Throws InputError.
std::vector<Scenario> read_scenarios(const RunOptions& options);

/// The command that repeats these results, quoted for a shell. Leaves out what does not change them (threads,
/// progress) and names replicates and seed even at their defaults, which may change between versions.
std::string repeating_command(const Invocation& invocation, const RunOptions& options);

}  // namespace algemeente::cli
