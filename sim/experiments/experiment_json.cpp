// An experiment as text in full, so that a store needs no other file to repeat its runs.

#include "experiments/experiment.h"

#include "experiments/design_options.h"
#include "scenario/condition.h"
#include "scenario/lever.h"
#include "scenario/scenario_json.h"
#include "scenario/scenario_keys.h"
#include "text/error.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace algemeente {

namespace {

using Json = nlohmann::ordered_json;

Json input_json(const Input& input) {
    Json json = {{"name", input.name},
                 {"is_lever", input.is_lever},
                 {"low", input.low},
                 {"high", input.high},
                 {"values", input.values},
                 {"group", input.group},
                 {"from_month", input.from_month}};
    if (!input.when.empty()) json[std::string(condition_key)] = input.when;
    if (input.shape.kind != ShapeKind::uniform)
        json["shape"] = {shape_table()[static_cast<std::size_t>(input.shape.kind)].word, input.shape.numbers[0],
                         input.shape.numbers[1]};
    return json;
}

Input input_from_json(const Json& json) {
    Input input{.name = json.at("name"),
                .is_lever = json.at("is_lever"),
                .low = json.at("low"),
                .high = json.at("high"),
                .values = json.at("values"),
                .group = json.at("group"),
                .from_month = json.at("from_month"),
                .when = json.value(std::string(condition_key), std::string())};
    if (!input.when.empty()) input.when = condition_text(condition_from(input.when));  // refuses what is not known here
    if (json.contains("shape")) {
        const auto word = json.at("shape").at(0).get<std::string>();
        const auto found = std::find_if(shape_table().begin(), shape_table().end(),
                                        [&word](const ShapeInfo& info) { return info.word == word; });
        if (found == shape_table().end()) throw InputError(fmt::format("'{}' is not known to this version", word));
        input.shape = {found->kind, {json.at("shape").at(1), json.at("shape").at(2)}};
    }
    if (!find_lever(input.name)) throw InputError(unknown_lever_problem(input.name));
    return input;
}

Json option_json(const Experiment& experiment, const DesignOption& option) {
    if (const auto* whole = std::get_if<int Experiment::*>(&option.value)) return experiment.*(*whole);
    if (const auto* on = std::get_if<bool Experiment::*>(&option.value)) return experiment.*(*on);
    return scramble_word(experiment.*std::get<Scramble Experiment::*>(option.value));
}

Json json_of(const Experiment& experiment) {
    Json scenarios = Json::array();
    for (const Scenario& scenario : experiment.scenarios) scenarios.push_back(json_in_full(scenario));
    Json inputs = Json::array();
    for (const Input& input : experiment.inputs) inputs.push_back(input_json(input));
    Json json = {{"name", experiment.name},
                 {"title", experiment.title},
                 {"question", experiment.question},
                 {"design", design_word(experiment.design)},
                 {"replicates", experiment.replicates},
                 {"seed", experiment.seed},
                 {"series", experiment.series},
                 {"outcomes", experiment.outcomes},
                 {"outcome_months", experiment.outcome_months},
                 {"inputs", std::move(inputs)},
                 {"listed_points", experiment.listed_points},
                 {"scenarios", std::move(scenarios)}};
    for (const DesignOption& option : design_options()) json[std::string(option.key)] = option_json(experiment, option);
    // said only where it is not as it always was: stores of before stay what they are
    if (experiment.luck != LuckOf::replicate)
        json[std::string(luck_key)] = luck_words()[static_cast<std::size_t>(experiment.luck)];
    for (const RankCorrelation& pair : experiment.correlations)
        json["correlations"].push_back({pair.one, pair.other, pair.rank});
    if (experiment.members.count() > 0)
        json[std::string(members_key)] = {{"file", experiment.members.file},
                                          {"names", experiment.members.names},
                                          {"values", experiment.members.values}};
    return json;
}

template <typename Kind>
Kind kind_of(const Json& word, std::span<const std::string_view> words) {
    const auto text = word.get<std::string>();
    const auto found = std::find(words.begin(), words.end(), text);
    if (found == words.end()) throw InputError(fmt::format("'{}' is not known to this version", text));
    return static_cast<Kind>(found - words.begin());
}

/// An option that came later than the store has its standard value.
void take_option(Experiment& experiment, const DesignOption& option, const Json& json) {
    const auto found = json.find(std::string(option.key));
    if (found == json.end()) return;
    if (const auto* whole = std::get_if<int Experiment::*>(&option.value))
        experiment.*(*whole) = *found;
    else if (const auto* on = std::get_if<bool Experiment::*>(&option.value))
        experiment.*(*on) = *found;
    else
        experiment.*std::get<Scramble Experiment::*>(option.value) = kind_of<Scramble>(*found, scramble_words());
}

Experiment experiment_from(const Json& json) {
    Experiment experiment;
    experiment.name = json.at("name");
    experiment.title = json.at("title");
    experiment.question = json.at("question");
    experiment.design = kind_of<DesignKind>(json.at("design"), design_words());
    experiment.replicates = json.at("replicates");
    experiment.seed = json.at("seed");
    for (const DesignOption& option : design_options()) take_option(experiment, option, json);
    if (json.contains(std::string(luck_key)))
        experiment.luck = kind_of<LuckOf>(json.at(std::string(luck_key)), luck_words());
    if (json.contains(std::string(members_key))) {
        const Json& members = json.at(std::string(members_key));
        experiment.members = {members.at("file"), members.at("names").get<std::vector<std::string>>(),
                              members.at("values").get<std::vector<std::vector<double>>>()};
    }
    experiment.series = json.at("series");
    experiment.outcomes = json.at("outcomes").get<std::vector<std::string>>();
    experiment.outcome_months = json.at("outcome_months").get<std::vector<int>>();
    for (const Json& input : json.at("inputs")) experiment.inputs.push_back(input_from_json(input));
    if (json.contains("correlations"))
        for (const Json& pair : json.at("correlations"))
            experiment.correlations.push_back({pair.at(0), pair.at(1), pair.at(2)});
    experiment.listed_points = json.at("listed_points").get<std::vector<std::vector<double>>>();
    for (const Json& scenario : json.at("scenarios")) experiment.scenarios.push_back(scenario_from_json(scenario));
    return experiment;
}

}  // namespace

std::string experiment_json(const Experiment& experiment) {
    return json_of(experiment).dump(-1, ' ', false, Json::error_handler_t::replace);
}

Experiment experiment_from_json(const std::string& text) {
    try {
        return experiment_from(Json::parse(text));
    } catch (const Json::exception& error) {
        throw InputError(
            fmt::format("the experiment in the store does not fit this version ({}); use the version that "
                        "the store names",
                        error.what()));
    }
}

std::string experiment_identity(const Experiment& experiment) {
    Json json = json_of(experiment);
    for (const char* words : {"name", "title", "question"}) json.erase(words);
    for (Json& scenario : json["scenarios"]) scenario.erase("title");
    if (json.contains(std::string(members_key))) json[std::string(members_key)].erase("file");
    for (Json& input : json["inputs"]) input.erase("is_lever");
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace algemeente
