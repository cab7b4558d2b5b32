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
    std::vector<std::string> settings;  ///< of --set, "name=value"
    int priors = 0;                     ///< run only: draws of all assumptions; 0: standard values
    ProgressMode progress = ProgressMode::automatic;
    present::Language language = present::language_of_locale();
    bool quiet = false;
    bool profile = false;  ///< of run only
};

/// Adds all but the scenario files. Values are checked while parsing; `options` must outlive `app`.
void add_run_options(CLI::App& app, RunOptions& options);

/// Adds --priors, which only `run` has.
void add_priors_option(CLI::App& app, RunOptions& options);

/// Reads the scenarios and lets the options override them: first --set, then the options with a name of their own.
/// Gives every scenario a name of its own: "strict", "strict-2". Throws InputError.
std::vector<Scenario> read_scenarios(const RunOptions& options);

/// The command that repeats these results, quoted for a shell. Leaves out what does not change them (threads,
/// progress) and names replicates and seed even at their defaults, which may change between versions.
std::string repeating_command(const Invocation& invocation, const RunOptions& options);

}  // namespace algemeente::cli
