// The calibrate command, whoever does the runs: shared by the program and its sister under mpirun.
#pragma once

#include "calibration/calibration.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/result_folder.h"
#include "experiments/workforce.h"
#include "present/words/language.h"

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace algemeente::cli {

struct CalibrateCommand {
    std::string file;
    std::filesystem::path store;
    std::filesystem::path out;
    Earlier earlier = Earlier::refuse;
    bool other_program = false;
    int twins = 0;
    int threads = 0;
    ProgressMode progress = ProgressMode::automatic;
    present::Language language = present::language_of_locale();
    bool quiet = false;
};

/// Reads the words behind `calibrate`. Returns false when they asked for help. Throws InputError.
bool parse_calibrate(const Invocation& invocation, CalibrateCommand& command);

/// Calibrates with those that `hire` brings, once the store is known to be good, and writes the results. Returns an
/// exit code. Throws InputError.
int calibrate_and_write(const Calibration& calibration, const CalibrateCommand& command, const Invocation& invocation,
                        const std::function<std::unique_ptr<Workforce>()>& hire, const std::atomic<bool>& cancel);

}  // namespace algemeente::cli
