// Design points from a CSV file.
#pragma once

#include "experiments/experiment.h"
#include "scenario/toml_value.h"

#include <filesystem>
#include <vector>

namespace algemeente {

/// Reads the file that `value` (points) names, relative to `folder`: a header with the name of every input, then a
/// row per point. An export (experiments.csv) may be such a file: its column `point` is passed over, and of its column
/// `scenario` the rows of the first scenario in it are taken, because every scenario has the same points. Throws
/// InputError, also for any other column.
std::vector<std::vector<double>> read_points_file(const Experiment& experiment, const TomlValue& value,
                                                  const std::filesystem::path& folder);

}  // namespace algemeente
