// What is kept between sessions, in a small file of "key = value" lines.
#pragma once

#include "viewer/present.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace algemeente::viewer {

/// Where the window was on the screen, in the screen's units.
struct WindowPlace {
    int x = 0, y = 0;
    int width = 1280, height = 720;
    bool maximised = false;

    bool operator==(const WindowPlace&) const = default;
};
/// A window smaller than this cannot be used.
inline constexpr int least_width = 720, least_height = 450;

struct Preferences {
    Language language = Language::nl;
    Theme theme = Theme::light;
    double scale = 1;
    bool projector = false;
    bool motion = true;  ///< what changes goes over into the new in a moment, and not at once
    bool tour_done = false;
    std::optional<WindowPlace> place{};

    bool operator==(const Preferences&) const = default;
};

/// How much larger letters may be than the screen asks for.
inline constexpr double lowest_scale = 0.5, highest_scale = 4;
/// Letters of the usual size, in pixels at scale 1; and how many of their heights a window must hold to be of use.
inline constexpr double letter_pixels = 17, least_ems_wide = 46, least_ems_high = 36;
/// Larger letters would make a window of that size useless.
double largest_scale(double width, double height);
/// A scale within these bounds, or nothing.
std::optional<double> scale_from(const std::string& text);

std::string preferences_text(const Preferences& preferences);

struct ReadPreferences {
    Preferences preferences;
    std::vector<std::string> ignored;  ///< lines with a value that is not possible: the standard value holds
};
ReadPreferences preferences_from(const std::string& text);

/// Of the file below; the standard ones if it cannot be read.
ReadPreferences stored_preferences();

/// $XDG_CONFIG_HOME/algemeente/viewer.conf or ~/.config/...
std::filesystem::path preferences_file();

}  // namespace algemeente::viewer
