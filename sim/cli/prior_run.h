// run --priors: results over draws of all assumptions at once.
#pragma once

#include "cli/run_options.h"

#include <atomic>

namespace algemeente::cli {

/// Returns an exit code.
int run_and_write_priors(const Invocation& invocation, const RunOptions& options, const std::atomic<bool>& cancel);

}  // namespace algemeente::cli
