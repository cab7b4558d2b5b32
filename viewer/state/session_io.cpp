#include "viewer/state/session_io.h"

#include "scenario/write_scenario.h"
#include "text/error.h"
#include "text/one_line.h"
#include "viewer/state/timeline.h"

#include <algorithm>
#include <fstream>

namespace algemeente::viewer {

namespace {

std::string file_name_of(std::size_t slot, const Scenario& scenario) {
    std::string name(1, static_cast<char>('A' + static_cast<int>(slot)));
    name += '_';
    for (const char letter : scenario.name)
        name += (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9')
                    ? letter
                    : '_';
    return name + ".toml";
}

/// What the room has read about the scenario, as comments: of a preset in another language than the file's own.
std::string told_above(const Scenario& scenario, Language language) {
    if (title_of(scenario, language) == title_of(scenario, Language::en)) return {};
    std::string text;
    for (const std::string& words :
         {title_of(scenario, language), question_of(scenario, language), story_of(scenario, language)})
        if (!words.empty()) text += "# " + one_line(words) + "\n";
    return text + "\n";
}

}  // namespace

std::vector<std::filesystem::path> save_scenarios(const Session& session, const std::filesystem::path& folder,
                                                  Language language) {
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    std::vector<std::filesystem::path> files;
    for (std::size_t i = 0; i < session.slots.size(); ++i) {
        const Scenario& scenario = session.slots[i].scenario;
        files.push_back(folder / file_name_of(i, scenario));
        std::ofstream stream(files.back(), std::ios::binary);
        stream << told_above(scenario, language) << scenario_toml(scenario) << notes_text(session.notes);
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

}  // namespace algemeente::viewer
