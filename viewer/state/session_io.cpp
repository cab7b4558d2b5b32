#include "viewer/state/session_io.h"

#include "text/calendar.h"
#include "text/error.h"
#include "viewer/state/timeline.h"

#include <algorithm>
#include <charconv>
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

std::string quoted(const std::string& words) {
    std::string text = "\"";
    for (const char letter : words) {
        if (letter == '"' || letter == '\\') text += '\\';
        if (letter == '\n') {
            text += "\\n";
        } else if (letter == '\t') {
            text += "\\t";
        } else {
            text += letter;
        }
    }
    return text + '"';
}

void add_world(const Scenario& scenario, std::string& toml) {
    toml += "\n[world]\n";
    toml += "municipalities = " + quoted(municipalities_text(scenario.municipalities)) + "\n";
    if (scenario.population == Population::synthetic) toml += "population = \"synthetic\"\n";
    for (const ParameterInfo& row : parameter_table())
        if (row.role == Role::setting)
            toml += std::string(row.name) + " = " + digits_of(scenario.parameters.*row.value) + "\n";
}

void add_parameters(const Scenario& scenario, std::string& toml) {
    std::string rows;
    for (const ParameterInfo& row : parameter_table())
        if (row.role != Role::setting && scenario.parameters.*row.value != row.standard)
            rows += std::string(row.name) + " = " + digits_of(scenario.parameters.*row.value) + "\n";
    if (!rows.empty()) toml += "\n[parameters]\n" + rows;
}

void add_use_cases(const Scenario& scenario, std::string& toml) {
    for (std::size_t i = 0; i < use_case_count; ++i) {
        std::string rows;
        for (const UseCaseColumn& column : use_case_columns())
            if (scenario.use_cases[i].*column.value != standard_use_cases()[i].*column.value)
                rows += std::string(column.name) + " = " + digits_of(scenario.use_cases[i].*column.value) + "\n";
        if (!rows.empty()) toml += "\n[use_cases." + std::string(use_case_infos()[i].name) + "]\n" + rows;
    }
}

void add_change(const DatedChange& change, std::string& toml) {
    toml += "\n[[change]]\nlever = " + quoted(change.lever) + "\nvalue = " + digits_of(change.value) +
            "\nfrom = " + quoted(date_of(change.from_month)) + "\n";
    if (change.until_month >= 0) toml += "until = " + quoted(date_of(change.until_month)) + "\n";
    if (change.rollout_months > 0) toml += "rollout_months = " + std::to_string(change.rollout_months) + "\n";
    if (change.municipality_share < 1) toml += "municipality_share = " + digits_of(change.municipality_share) + "\n";
    if (change.initial_share > 0) toml += "initial_share = " + digits_of(change.initial_share) + "\n";
}

void add_shock(const Shock& shock, std::string& toml) {
    toml += "\n[[shock]]\nframe = " + quoted(std::string(frame_name(shock.frame))) +
            "\nfrom = " + quoted(date_of(shock.from_month)) + "\nmonths = " + std::to_string(shock.months) +
            "\nstories_per_month = " + digits_of(shock.stories_per_month) + "\n";
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

std::string scenario_toml(const Scenario& scenario) {
    std::string toml = "title    = " + quoted(scenario.title.empty() ? scenario.name : scenario.title) + "\n";
    if (!scenario.question.empty()) toml += "question = " + quoted(scenario.question) + "\n";
    if (!scenario.story.empty()) toml += "story    = " + quoted(scenario.story) + "\n";
    if (!scenario.evidence.empty()) toml += "evidence = " + quoted(scenario.evidence) + "\n";
    add_world(scenario, toml);
    add_parameters(scenario, toml);
    add_use_cases(scenario, toml);
    for (const DatedChange& change : scenario.changes) add_change(change, toml);
    for (const Shock& shock : scenario.shocks) add_shock(shock, toml);
    return toml;
}

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

}  // namespace algemeente::viewer
