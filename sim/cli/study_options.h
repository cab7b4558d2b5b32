// The options that patterns, explain-gap and liveness share: they run many variants of one scenario.
#pragma once

#include "cli/arguments.h"
#include "cli/progress.h"
#include "cli/result_folder.h"
#include "ensemble/run_batch.h"
#include "patterns/study_record.h"
#include "present/words/language.h"
#include "scenario/members.h"
#include "scenario/scenario.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace algemeente::cli {

struct StudyOptions {
    std::string scenario_file;  ///< empty: scenarios/baseline.toml
    int replicates = 64;
    int priors = 0;                          ///< draws of the assumptions; 0: the standard values only
    std::shared_ptr<const Members> members;  ///< nothing: the standard values only
    std::uint64_t seed = 1;
    int threads = 0;
    MunicipalityChoice municipalities;
    std::vector<std::string> settings;  ///< of --set
    std::filesystem::path out;
    Earlier earlier = Earlier::refuse;  ///< result in `out`
    ProgressMode progress = ProgressMode::automatic;
    present::Language language = present::language_of_locale();
    bool quiet = false;
};

/// Adds all of them but --priors; `out_is` says what --out names. `options` must outlive `app`.
void add_study_options(CLI::App& app, StudyOptions& options, const char* out_is);

/// Adds --priors, for studies that also draw the assumptions.
void add_priors_option(CLI::App& app, StudyOptions& options);

/// Adds --members, for the same.
void add_members_option(CLI::App& app, StudyOptions& options);

/// The base scenario at the protocol's length, with what the options set.
Scenario base_scenario(const StudyOptions& options);

/// Options of the runs; `progress` must outlive them.
BatchOptions runs_of(const StudyOptions& options, Progress& progress, const std::atomic<bool>& cancel);

/// What the study was, for the file beside its results.
StudyRecord record_of(const StudyOptions& options, const Scenario& base, const Invocation& invocation, double seconds);

/// Seconds since it was made.
class Stopwatch {
public:
    double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace algemeente::cli
