#include "viewer/state/preferences.h"

#include "text/number.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace algemeente::viewer {

namespace {

/// The shortest digits that read back as the same number.
std::string digits_of(double number) {
    return fmt::format("{}", number);
}

/// Sets `value` to whatever `words` names; false if they name nothing.
template <typename Value>
bool take(Value& value, const std::string& words, std::string_view first, Value of_first, std::string_view second,
          Value of_second) {
    if (words != first && words != second) return false;
    value = words == first ? of_first : of_second;
    return true;
}

/// "1280x720+10+20" as X11 writes it, with a ! behind it for a maximised window.
std::string place_text(const WindowPlace& place) {
    const auto offset = [](int pixels) { return (pixels < 0 ? "" : "+") + std::to_string(pixels); };
    return std::to_string(place.width) + "x" + std::to_string(place.height) + offset(place.x) + offset(place.y) +
           (place.maximised ? "!" : "");
}

bool take_place(std::optional<WindowPlace>& place, const std::string& value) {
    constexpr int farthest = 100000;
    WindowPlace read;
    int used = 0;
    if (std::sscanf(value.c_str(), "%6dx%6d%7d%7d%n", &read.width, &read.height, &read.x, &read.y, &used) != 4)
        return false;
    const std::string rest = value.substr(static_cast<std::size_t>(used));
    const auto possible = [](int pixels, int lowest) { return pixels >= lowest && pixels <= farthest; };
    if ((!rest.empty() && rest != "!") || !possible(read.width, least_width) || !possible(read.height, least_height) ||
        !possible(read.x, -farthest) || !possible(read.y, -farthest))
        return false;
    read.maximised = rest == "!";
    place = read;
    return true;
}

/// False if the value is not possible. A key that is not known is one of another version.
bool take_line(Preferences& preferences, const std::string& key, const std::string& value) {
    if (key == "language") return take(preferences.language, value, "nl", Language::nl, "en", Language::en);
    if (key == "theme") return take(preferences.theme, value, "light", Theme::light, "dark", Theme::dark);
    if (key == "projector") return take(preferences.projector, value, "0", false, "1", true);
    if (key == "motion") return take(preferences.motion, value, "0", false, "1", true);
    if (key == "tour_done") return take(preferences.tour_done, value, "0", false, "1", true);
    if (key == "window") return take_place(preferences.place, value);
    if (key != "scale") return true;
    const std::optional<double> scale = scale_from(value);
    preferences.scale = scale.value_or(preferences.scale);
    return scale.has_value();
}

}  // namespace

double largest_scale(double width, double height) {
    constexpr double steps =
        20;  // of a whole: while a window is drawn larger, letters need not be baked for each pixel
    const double most = std::min(width / least_ems_wide, height / least_ems_high) / letter_pixels;
    return std::max(lowest_scale, std::floor(most * steps) / steps);
}

std::optional<double> scale_from(const std::string& text) {
    const std::optional<double> scale = parse_number(text);
    const bool possible = scale && *scale >= lowest_scale && *scale <= highest_scale;
    return possible ? scale : std::nullopt;
}

std::string preferences_text(const Preferences& preferences) {
    std::ostringstream text;
    text << "language = " << code_of(preferences.language) << "\n"
         << "theme = " << (preferences.theme == Theme::light ? "light" : "dark") << "\n"
         << "scale = " << digits_of(preferences.scale) << "\n"
         << "projector = " << (preferences.projector ? 1 : 0) << "\n"
         << "motion = " << (preferences.motion ? 1 : 0) << "\n"
         << "tour_done = " << (preferences.tour_done ? 1 : 0) << "\n";
    if (preferences.place) text << "window = " << place_text(*preferences.place) << "\n";
    return text.str();
}

ReadPreferences preferences_from(const std::string& text) {
    ReadPreferences read;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string key;
        std::string equals;
        std::string value;
        words >> key >> equals >> value;
        if (!key.empty() && !take_line(read.preferences, key, value)) read.ignored.push_back(line);
    }
    return read;
}

ReadPreferences stored_preferences() {
    std::ifstream stream(preferences_file());
    std::ostringstream text;
    text << stream.rdbuf();
    return preferences_from(text.str());
}

std::filesystem::path preferences_file() {
    if (const char* folder = std::getenv("XDG_CONFIG_HOME"); folder != nullptr && *folder != '\0')
        return std::filesystem::path(folder) / "algemeente" / "viewer.conf";
    if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0')
        return std::filesystem::path(home) / ".config" / "algemeente" / "viewer.conf";
    return {};
}

}  // namespace algemeente::viewer
