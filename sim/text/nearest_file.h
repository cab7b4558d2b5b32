// The file somebody probably meant.
#pragma once

#include <filesystem>
#include <string>

namespace algemeente {

/// "; did you mean 'baseline.toml'?" for the file with the same ending, in the folder of `file`, whose name is nearest;
/// says instead that the folder is not there; else nothing.
std::string did_you_mean_file(const std::filesystem::path& file);

}  // namespace algemeente
