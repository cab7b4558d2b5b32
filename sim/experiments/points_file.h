// Design points from a CSV file.
#pragma once

#include "experiments/experiment.h"
#include "scenario/toml_value.h"

#include <filesystem>
#include <vector>

namespace algemeente {

/// Reads the file that `value` (points) names, relative to `folder`: a header with the name of every input, then a
/// row per point. Throws InputError.
std::vector<std::vector<double>> read_points_file(const Experiment& experiment, const TomlValue& value,
                                                  const std::filesystem::path& folder);

}  // namespace algemeente
