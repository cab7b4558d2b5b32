// From the store's table to the numbers that analyses read.
#pragma once

#include "analysis/sweep.h"
#include "experiments/sweep_table.h"

namespace algemeente::cli {

/// Throws InputError if the table holds no points or no outcomes.
analysis::Sweep sweep_numbers(const SweepTable& table);

}  // namespace algemeente::cli
