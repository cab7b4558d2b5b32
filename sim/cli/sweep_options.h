// The sweep command, whoever does the runs: shared by the program and its sister under mpirun.
#pragma once

#include "cli/commands.h"
#include "cli/progress.h"
#include "experiments/experiment.h"
#include "experiments/sweep.h"
#include "present/words/language.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace algemeente::cli {

struct SweepOptions {
    std::string file;             ///< experiment; empty with --from
    std::filesystem::path from;   ///< a store whose experiment is repeated
    std::filesystem::path store;  ///< the store that is filled
    Shard shard;                  ///< the part of the sweep that is run
    int threads = 0;
    double run_timeout = 0;  ///< seconds; 0: none
    bool retry_failed = false;
    bool other_program = false;  ///< another build may go on with the store
    ProgressMode progress = ProgressMode::automatic;
    present::Language language = present::language_of_locale();
    bool quiet = false;
};

/// Reads the words behind `sweep`. Returns false when they asked for help. Throws InputError.
bool parse_sweep(const Invocation& invocation, SweepOptions& options);

/// The experiment of the file, or of the store of --from.
Experiment experiment_of(const SweepOptions& options);

/// Makes or resumes the store, runs what it lacks with the workforce that `hire` gives, and says how it went.
/// `hire` is not called when there is nothing to do. Returns an exit code.
int fill_store(const Experiment& experiment, const SweepOptions& options,
               const std::function<std::unique_ptr<Workforce>()>& hire, const std::atomic<bool>& cancel);

}  // namespace algemeente::cli
