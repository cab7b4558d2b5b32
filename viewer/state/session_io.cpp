#include "viewer/state/session_io.h"

#include "scenario/write_scenario.h"
#include "text/error.h"
#include "viewer/state/timeline.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace algemeente::viewer {

namespace {

/// The shortest digits that read back as the same number.
std::string digits_of(double number) {
    std::array<char, 32> room{};
    const auto end = std::to_chars(room.data(), room.data() + room.size(), number).ptr;
    return {room.data(), end};
}

std::string file_name_of(std::size_t slot, const Scenario& scenario) {
    std::string name(1, static_cast<char>('A' + static_cast<int>(slot)));
    name += '_';
    for (const char letter : scenario.name)
        name += (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9')
                    ? letter
                    : '_';
    return name + ".toml";
}

}  // namespace

std::vector<std::filesystem::path> save_session(const Session& session, const std::filesystem::path& folder) {
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    std::vector<std::filesystem::path> files;
    for (std::size_t i = 0; i < session.slots.size(); ++i) {
        const Scenario& scenario = session.slots[i].scenario;
        files.push_back(folder / file_name_of(i, scenario));
        std::ofstream stream(files.back(), std::ios::binary);
        stream << scenario_toml(scenario) << notes_text(session.notes);
        if (!stream.flush()) throw InputError(files.back().string() + ": cannot be written");
    }
    return files;
}

std::vector<Scenario> read_presets(const std::filesystem::path& folder) {
    std::vector<Scenario> presets;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
        if (entry.path().extension() != ".toml") continue;
        try {
            presets.push_back(read_scenario(entry.path()));
        } catch (const InputError&) {
            continue;  // a preset under construction is none yet
        }
    }
    std::sort(presets.begin(), presets.end(), [](const Scenario& a, const Scenario& b) {
        const bool a_first = a.name == "baseline";
        const bool b_first = b.name == "baseline";
        return a_first != b_first ? a_first : a.name < b.name;
    });
    return presets;
}

std::string preferences_text(const Preferences& preferences) {
    std::ostringstream text;
    text << "language = " << (preferences.language == Language::nl ? "nl" : "en") << "\n"
         << "theme = " << (preferences.theme == Theme::light ? "light" : "dark") << "\n"
         << "scale = " << digits_of(preferences.scale) << "\n"
         << "projector = " << (preferences.projector ? 1 : 0) << "\n"
         << "tour_done = " << (preferences.tour_done ? 1 : 0) << "\n";
    return text.str();
}

Preferences preferences_from(const std::string& text) {
    Preferences preferences;
    std::istringstream lines(text);
    std::string key;
    std::string equals;
    std::string value;
    while (lines >> key >> equals >> value) {
        if (key == "language") preferences.language = value == "en" ? Language::en : Language::nl;
        if (key == "theme") preferences.theme = value == "dark" ? Theme::dark : Theme::light;
        if (key == "projector") preferences.projector = value == "1";
        if (key == "tour_done") preferences.tour_done = value == "1";
        if (key == "scale") {
            double scale = 1;
            std::from_chars(value.data(), value.data() + value.size(), scale);
            preferences.scale = std::clamp(scale, 0.5, 4.0);
        }
    }
    return preferences;
}

std::filesystem::path preferences_file() {
    if (const char* folder = std::getenv("XDG_CONFIG_HOME"); folder != nullptr && *folder != '\0')
        return std::filesystem::path(folder) / "algemeente" / "viewer.conf";
    if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0')
        return std::filesystem::path(home) / ".config" / "algemeente" / "viewer.conf";
    return {};
}

}  // namespace algemeente::viewer
