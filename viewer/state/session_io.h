// Scenarios as the files that every other program of this repository reads, and preferences as a small file.
#pragma once

#include "viewer/state/session.h"
#include "viewer/state/view_state.h"

namespace algemeente::viewer {

/// Writes every slot to `folder`/A_name.toml and so on; returns the files. Throws InputError if that fails.
std::vector<std::filesystem::path> save_session(const Session& session, const std::filesystem::path& folder);

/// The presets: all scenario files of a folder that can be read, the baseline first.
std::vector<Scenario> read_presets(const std::filesystem::path& folder);

/// "key = value" lines; what cannot be read is left as it is.
std::string preferences_text(const Preferences& preferences);
Preferences preferences_from(const std::string& text);
/// $XDG_CONFIG_HOME/algemeente/viewer.conf or ~/.config/...
std::filesystem::path preferences_file();

}  // namespace algemeente::viewer
