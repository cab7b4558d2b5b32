// Scenarios as the files that every other program of this repository reads.
#pragma once

#include "viewer/present.h"
#include "viewer/state/session.h"

namespace algemeente::viewer {

/// Writes every slot to `folder`/A_name.toml and so on; returns the files. Throws InputError if that fails. Title,
/// question and story of a file are English, which is what a preset is told by; in Dutch they stand above it, too.
std::vector<std::filesystem::path> save_scenarios(const Session& session, const std::filesystem::path& folder,
                                                  Language language = Language::en);

/// The presets: all scenario files of a folder that can be read, the baseline first.
std::vector<Scenario> read_presets(const std::filesystem::path& folder);

}  // namespace algemeente::viewer
