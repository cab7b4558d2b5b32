// Scenarios as the files that every other program of this repository reads.
#pragma once

#include "viewer/state/session.h"

namespace algemeente::viewer {

/// Writes every slot to `folder`/A_name.toml and so on; returns the files. Throws InputError if that fails.
std::vector<std::filesystem::path> save_scenarios(const Session& session, const std::filesystem::path& folder);

/// The presets: all scenario files of a folder that can be read, the baseline first.
std::vector<Scenario> read_presets(const std::filesystem::path& folder);

}  // namespace algemeente::viewer
