// What kind a file is, and which command runs it: a story given to a run, or a scenario to a sweep, is told so.
#pragma once

#include <filesystem>

namespace algemeente::cli {

enum class FileKind { scenario, experiment, calibration, exploration, search, story };

/// By the keys that only files of that kind have; without any it is a scenario. Throws InputError where it is no TOML.
FileKind kind_of(const std::filesystem::path& file);

/// Throws InputError that names the command for the file where it is of another kind than `expected`.
void expect_kind(const std::filesystem::path& file, FileKind expected);

}  // namespace algemeente::cli
