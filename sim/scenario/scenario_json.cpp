#include "scenario/scenario_json.h"

#include "scenario/scenario_keys.h"
#include "text/error.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <type_traits>

namespace algemeente {

namespace {

using Json = nlohmann::ordered_json;

template <typename Record>
Json record_json(const Record& record, JsonDates dates) {
    Json json = Json::object();
    for_each_key(record, [&](const ScenarioKey& key, const auto& value) {
        if (key.is_date && dates == JsonDates::month_numbers) {
            if constexpr (std::is_same_v<std::decay_t<decltype(value)>, int>)
                json[fmt::format("{}_month", key.name)] = value;
            return;
        }
        std::visit(
            [&](const auto& written) {
                if constexpr (!std::is_same_v<std::decay_t<decltype(written)>, std::monostate>)
                    json[std::string(key.name)] = written;
            },
            file_value(key, value));
    });
    return json;
}

template <typename Word>
requires std::is_enum_v<Word>
void take(Word& member, const Json& json) {
    const auto text = json.get<std::string>();
    const auto words = words_of<Word>();
    const auto found = std::find(words.begin(), words.end(), text);
    if (found == words.end()) throw InputError(fmt::format("'{}' is not known to this version", text));
    member = static_cast<Word>(found - words.begin());
}

template <typename Number>
requires(!std::is_enum_v<Number>) void take(Number& member, const Json& json) {
    member = json.get<Number>();
}

void take(MunicipalityChoice& member, const Json& json) {
    member = parse_municipalities(json.get<std::string>(), "store");
}

template <typename Record>
Record record_from(const Json& json) {
    Record record;
    for_each_key(record, [&](const ScenarioKey& key, auto& member) {
        take(member, json.at(key.is_date ? fmt::format("{}_month", key.name) : std::string(key.name)));
    });
    return record;
}

/// Settings are among the parameters, and the start is always the same.
template <typename Value>
constexpr bool is_own_key_of_world =
    !std::is_same_v<std::decay_t<Value>, double> && !std::is_same_v<std::decay_t<Value>, StandardStart>;

}  // namespace

void add_world(Json& json, const SimulatedScenario& scenario) {
    for_each_world_key(scenario, [&](const ScenarioKey& key, const auto& value) {
        // what is off is not written: the text of a store is its identity, and earlier ones must stay known
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, bool>)
            if (!value) return;
        if constexpr (is_own_key_of_world<decltype(value)>)
            std::visit(
                [&](const auto& written) {
                    if constexpr (!std::is_same_v<std::decay_t<decltype(written)>, std::monostate>)
                        json[std::string(key.name)] = written;
                },
                file_value(key, value));
    });
}

void add_tables(Json& json, const SimulatedScenario& scenario, JsonDates dates) {
    Json& parameters = json["parameters"] = Json::object();
    for (const ParameterInfo& row : parameter_table())
        parameters[std::string(row.name)] = scenario.parameters.*row.value;
    Json& use_cases = json["use_cases"] = Json::object();
    for_each_cell(scenario, [&](std::size_t use_case, const UseCaseColumn& column, double value) {
        use_cases[use_case_name(use_case)][std::string(column.name)] = value;
    });
    for_each_list(scenario, [&](const ScenarioList& list, const auto& records) {
        if (list.only_if_any && records.empty()) return;  // as above
        Json all = Json::array();
        for (const auto& record : records) all.push_back(record_json(record, dates));
        json[std::string(list.plural)] = std::move(all);
    });
}

void take_json(SimulatedScenario& scenario, const Json& json) {
    for_each_world_key(scenario, [&](const ScenarioKey& key, auto& member) {
        // older stores know neither suppliers nor their products nor conditions
        if constexpr (std::is_same_v<std::decay_t<decltype(member)>, bool>)
            member = json.value(std::string(key.name), false);
        else if constexpr (is_own_key_of_world<decltype(member)>)
            take(member, json.at(std::string(key.name)));
    });
    for (const ParameterInfo& row : parameter_table())
        scenario.parameters.*row.value = json.at("parameters").at(std::string(row.name));
    for_each_cell(scenario, [&](std::size_t use_case, const UseCaseColumn& column, double& value) {
        value = json.at("use_cases").at(use_case_name(use_case)).at(std::string(column.name));
    });
    for_each_list(scenario, [&](const ScenarioList& list, auto& records) {
        using Record = typename std::remove_reference_t<decltype(records)>::value_type;
        records.clear();
        if (list.only_if_any && !json.contains(std::string(list.plural))) return;
        for (const Json& record : json.at(std::string(list.plural))) records.push_back(record_from<Record>(record));
    });
}

Json json_in_full(const Scenario& scenario) {
    Json json = {{"name", scenario.name}, {"title", scenario.title}};
    add_world(json, scenario);
    add_tables(json, scenario, JsonDates::month_numbers);
    return json;
}

Scenario scenario_from_json(const Json& json) {
    Scenario scenario;
    scenario.name = json.at("name");
    scenario.title = json.at("title");
    take_json(scenario, json);
    return scenario;
}

}  // namespace algemeente
