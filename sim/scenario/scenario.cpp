#include "scenario/scenario.h"

#include "scenario/condition.h"
#include "scenario/keys.h"
#include "scenario/scenario_keys.h"
#include "scenario/scenario_tables.h"
#include "scenario/scenario_text.h"
#include "scenario/toml_value.h"
#include "text/nearest_file.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente {

namespace {

using Path = std::filesystem::path;

void take_file(Scenario& scenario, const Path& file, std::vector<Path>& open_files);

/// Two names of one file, "a/../b.toml" and "b.toml", are one step of a circle.
Path one_name_of(const Path& file) {
    std::error_code failed;
    const Path canonical = std::filesystem::weakly_canonical(file, failed);
    return failed ? file.lexically_normal() : canonical;
}

/// Takes the file that `value` (based_on) names, relative to the folder of the file it stands in.
void take_base(Scenario& scenario, const TomlValue& value, const Path& file, std::vector<Path>& open_files) {
    const Path base = (file.parent_path() / text_of(value)).lexically_normal();
    if (!std::filesystem::is_regular_file(base))
        refuse(value, fmt::format("there is no file '{}'; the path starts at the folder of this file{}", base.string(),
                                  did_you_mean_file(base)));
    if (std::find(open_files.begin(), open_files.end(), one_name_of(base)) != open_files.end())
        refuse(value, fmt::format("'{}' is itself based on this file; a circle has no beginning", value.text));
    take_file(scenario, base, open_files);
}

/// Checks the words of a file before anything is read from the files it is based on.
void check_top(const TomlValue& root) {
    for (const TomlValue& member : root.items)
        if (!is_among(keys_at_top(), member.name))
            refuse(member, unknown_key_problem(member.name, "key", keys_at_top()));
    text_of(required_member(root, "title", "\"A name for people\""));
}

void take_words(Scenario& scenario, const TomlValue& root) {
    for_each_text(static_cast<ScenarioTexts&>(scenario), [&](const ScenarioKey& key, std::string& words) {
        if (const TomlValue* value = find_member(root, key.name)) words = text_of(*value);
    });
}

void take_use_cases(Scenario& scenario, const TomlValue& table) {
    for (const TomlValue& use_case : members_of(table)) {
        const std::size_t position = find_use_case(use_case.name);
        if (position == use_case_count)
            refuse(use_case, unknown_key_problem(use_case.name, "use case", use_case_names()));
        for (const TomlValue& cell : members_of(use_case)) take_use_case_cell(scenario, position, cell);
    }
}

void take_table(Scenario& scenario, const TomlValue& value) {
    if (value.name == "world")
        for (const TomlValue& member : members_of(value)) take_world_value(scenario, member);
    if (value.name == "parameters")
        for (const TomlValue& member : members_of(value)) take_parameter(scenario, member);
    if (is_list(value.name)) take_list(scenario, value);
    if (value.name == "use_cases") take_use_cases(scenario, value);
}

/// Whether `problem` quotes something that the condition looks at.
bool is_about_condition(const std::string& problem, const std::string& condition) {
    const Condition clauses = condition_from(condition);
    return std::any_of(clauses.begin(), clauses.end(), [&](const Clause& clause) {
        return problem.find(fmt::format("'{}'", seen_text(clause))) != std::string::npos;
    });
}

/// The last value of the file that `problem` speaks of (a parameter, a cell, a change of one, or a condition), or
/// nullptr.
const TomlValue* cause_of(const std::string& problem, const TomlValue& table) {
    const TomlValue* cause = nullptr;
    for (const TomlValue& value : table.items) {
        if (const TomlValue* inside = cause_of(problem, value)) cause = inside;
        const bool is_number = value.kind == TomlValue::Kind::number;
        const bool is_cell = value.key.starts_with("parameters.") || value.key.starts_with("use_cases.");
        std::string name;
        if (is_number && is_cell) name = value.name;
        if (value.key == "change.lever") name = value.text.substr(value.text.rfind('.') + 1);
        const bool is_condition = value.name == condition_key || value.name == end_condition_key;
        if (is_condition && is_about_condition(problem, value.text)) cause = &value;
        if (!name.empty() && problem.find(name) != std::string::npos) cause = &value;
    }
    return cause;
}

/// Everything but `based_on`.
void take_content(Scenario& scenario, const TomlValue& root) {
    take_words(scenario, root);
    for (const TomlValue& value : root.items) take_table(scenario, value);
    const std::string problem = problem_between(scenario);
    if (problem.empty()) return;
    const TomlValue* cause = cause_of(problem, root);
    refuse(cause != nullptr ? *cause : root, problem);
}

void take_file(Scenario& scenario, const Path& file, std::vector<Path>& open_files) {
    const TomlValue root = read_toml(file);
    check_top(root);
    scenario.files.push_back(file);
    open_files.push_back(one_name_of(file));
    if (const TomlValue* base = find_member(root, "based_on")) take_base(scenario, *base, file, open_files);
    static_cast<ScenarioTexts&>(scenario) = {};  // question, story and evidence of another scenario are about that one
    open_files.pop_back();
    take_content(scenario, root);
}

}  // namespace

Scenario read_scenario(const Path& file) {
    Scenario scenario;
    scenario.name = file.stem().string();
    std::vector<Path> open_files;
    take_file(scenario, file, open_files);
    return scenario;
}

Scenario scenario_from(std::string_view toml, const std::string& place) {
    const TomlValue root = toml_from(toml, place);
    check_top(root);
    if (const TomlValue* base = find_member(root, "based_on"))
        refuse(*base, "a scenario that is no file of its own cannot be based on another one");
    Scenario scenario;
    take_content(scenario, root);
    return scenario;
}

std::string place_of_municipalities(const Scenario& scenario) {
    // the file itself comes after those that it is based on, and has the last word
    for (auto file = scenario.files.rbegin(); file != scenario.files.rend(); ++file) {
        const TomlValue root = read_toml(*file);
        const TomlValue* world = find_member(root, "world");
        const TomlValue* member = world != nullptr ? find_member(*world, "municipalities") : nullptr;
        if (member != nullptr) return member->place + ": " + member->key;
    }
    return "municipalities";
}

std::string place_of_product(const Scenario& scenario, std::string_view name) {
    for (auto file = scenario.files.rbegin(); file != scenario.files.rend(); ++file) {
        const TomlValue root = read_toml(*file);
        const TomlValue* list = find_member(root, "product");
        if (list == nullptr) continue;
        for (auto table = list->items.rbegin(); table != list->items.rend(); ++table) {
            const TomlValue* member = find_member(*table, "name");
            if (member != nullptr && member->text == name) return member->place + ": " + member->key;
        }
    }
    return "product.name";
}

bool same_texts(const Scenario& one, const Scenario& other) {
    return static_cast<const ScenarioTexts&>(one) == static_cast<const ScenarioTexts&>(other);
}

bool same_simulation(const Scenario& one, const Scenario& other) {
    return static_cast<const SimulatedScenario&>(one) == static_cast<const SimulatedScenario&>(other);
}

bool Scenario::operator==(const Scenario& other) const {
    return same_texts(*this, other) && same_simulation(*this, other);
}

}  // namespace algemeente
