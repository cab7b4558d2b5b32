// What is kept between sessions, in a small file of "key = value" lines.
#pragma once

#include "viewer/present.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace algemeente::viewer {

struct Preferences {
    Language language = Language::nl;
    Theme theme = Theme::light;
    double scale = 1;
    bool projector = false;
    bool tour_done = false;

    bool operator==(const Preferences&) const = default;
};

/// How much larger letters may be than the screen asks for.
inline constexpr double lowest_scale = 0.5, highest_scale = 4;
/// A scale within these bounds, or nothing.
std::optional<double> scale_from(const std::string& text);

std::string preferences_text(const Preferences& preferences);

struct ReadPreferences {
    Preferences preferences;
    std::vector<std::string> ignored;  ///< lines with a value that is not possible: the standard value holds
};
ReadPreferences preferences_from(const std::string& text);

/// $XDG_CONFIG_HOME/algemeente/viewer.conf or ~/.config/...
std::filesystem::path preferences_file();

}  // namespace algemeente::viewer
