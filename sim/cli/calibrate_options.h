// The calibrate command, whoever does the runs: shared by the program and its sister under mpirun.
#pragma once

#include "calibration/calibration.h"
#include "cli/commands.h"
#include "cli/store_study.h"
#include "experiments/workforce.h"

#include <atomic>
#include <functional>
#include <memory>

namespace algemeente::cli {

struct CalibrateCommand : StoreStudy {
    int twins = 0;
};

/// Reads the words behind `calibrate`. Returns false when they asked for help. Throws InputError.
bool parse_calibrate(const Invocation& invocation, CalibrateCommand& command);

/// Calibrates with those that `hire` brings, once the store is known to be good, and writes the results. Returns an
/// exit code. Throws InputError.
int calibrate_and_write(const Calibration& calibration, const CalibrateCommand& command, const Invocation& invocation,
                        const std::function<std::unique_ptr<Workforce>()>& hire, const std::atomic<bool>& cancel);

}  // namespace algemeente::cli
