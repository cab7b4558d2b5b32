#include "scenario/write_scenario.h"

#include "scenario/scenario_keys.h"
#include "text/error.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <cmath>
#include <fstream>
#include <sstream>

namespace algemeente {

namespace {

/// A value as toml++ writes it, strings in double quotes on one line.
template <typename Value>
std::string toml_text(Value value) {
    const toml::value<Value> node(std::move(value));
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text << toml::toml_formatter(node, toml::format_flags::allow_unicode_strings);
    return text.str();
}

std::string number_text(double number) {
    constexpr double exact = 1e15;  // whole numbers below this are the same as integers
    const bool whole = number == std::floor(number) && std::abs(number) < exact && !std::signbit(number);
    return whole ? toml_text(static_cast<std::int64_t>(number)) : toml_text(number);
}

struct ToText {
    std::string operator()(std::monostate /*nothing*/) const { return {}; }
    std::string operator()(const std::string& text) const { return toml_text(text); }
    std::string operator()(double number) const { return number_text(number); }
    std::string operator()(bool yes) const { return toml_text(yes); }
    std::string operator()(int number) const { return toml_text(static_cast<std::int64_t>(number)); }
};

std::string line_of(std::string_view name, const FileValue& value) {
    return fmt::format("{} = {}\n", name, std::visit(ToText{}, value));
}

std::string texts_of(const Scenario& scenario) {
    std::string toml;
    for_each_text(static_cast<const ScenarioTexts&>(scenario), [&](const ScenarioKey& key, const std::string& words) {
        if (key.required())
            toml += line_of(key.name, words.empty() ? scenario.name : words);
        else if (!words.empty())
            toml += line_of(key.name, words);
    });
    return toml;
}

std::string world_of(const SimulatedScenario& scenario) {
    std::string toml = "\n[world]\n";
    for_each_world_key(scenario, [&](const ScenarioKey& key, const auto& value) {
        toml += line_of(key.name, file_value(key, value));
    });
    return toml;
}

std::string parameters_of(const SimulatedScenario& scenario) {
    std::string toml;
    for (const ChangedParameter& changed : changed_parameters(scenario))
        if (changed.row->role != Role::setting) toml += line_of(changed.row->name, changed.value);
    return toml.empty() ? toml : "\n[parameters]\n" + toml;
}

std::string use_cases_of(const SimulatedScenario& scenario) {
    std::string toml;
    std::size_t open = use_case_names().size();  // the use case whose table is being written
    for (const ChangedCell& cell : changed_cells(scenario)) {
        if (cell.use_case != open) toml += fmt::format("\n[use_cases.{}]\n", use_case_name(cell.use_case));
        open = cell.use_case;
        toml += line_of(cell.column->name, cell.value);
    }
    return toml;
}

std::string lists_of(const SimulatedScenario& scenario) {
    std::string toml;
    for_each_list(scenario, [&](const ScenarioList& list, const auto& records) {
        for (const auto& record : records) {
            toml += fmt::format("\n[[{}]]\n", list.name);
            for (const FileEntry& entry : entries_of(record))
                if (!entry.is_standard) toml += line_of(entry.key.name, entry.value);
        }
    });
    return toml;
}

}  // namespace

std::string scenario_toml(const Scenario& scenario) {
    return texts_of(scenario) + world_of(scenario) + parameters_of(scenario) + use_cases_of(scenario) +
           lists_of(scenario);
}

void write_scenario(const Scenario& scenario, const std::filesystem::path& file) {
    std::ofstream stream(file, std::ios::binary);
    stream << scenario_toml(scenario);
    if (!stream.flush()) throw InputError(file.string() + ": cannot be written");
}

}  // namespace algemeente
