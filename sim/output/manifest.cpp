#include "output/manifest.h"

#include "output/conditions.h"
#include "output/made_with.h"
#include "scenario/scenario_json.h"
#include "text/calendar.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace algemeente {

namespace {

using Json = nlohmann::ordered_json;

Json scenario_json(const Scenario& scenario) {
    Json files = Json::array();
    for (const std::filesystem::path& file : scenario.files) files.push_back(file.generic_string());
    Json json = {{"name", scenario.name}, {"title", scenario.title}, {"files", std::move(files)}};
    add_tables(json, scenario, JsonDates::dates);
    return json;
}

Json fingerprints_json(const std::vector<ScenarioResult>& scenarios) {
    Json json = Json::object();
    for (const ScenarioResult& result : scenarios) {
        Json fingerprints = Json::array();
        for (const History& history : result.replicates) fingerprints.push_back(fingerprint_text(history.fingerprint));
        json[result.scenario.name] = std::move(fingerprints);
    }
    return json;
}

/// A month of each replicate as a date; null where there is none.
Json months_json(const std::vector<Spell>& spells, int Spell::*month) {
    Json json = Json::array();
    for (const Spell& spell : spells) json.push_back(spell.*month < 0 ? Json() : Json(date_of(spell.*month)));
    return json;
}

/// When conditional changes began and ended, by scenario, in replicate order.
Json conditions_json(const std::vector<ScenarioResult>& scenarios) {
    Json json = Json::object();
    for (const ScenarioResult& result : scenarios) {
        const std::vector<std::vector<Spell>> spells = spells_by_change(result);
        for (std::size_t i = 0; i < spells.size(); ++i) {
            const ConditionalChange& change = result.scenario.conditional_changes[i];
            json[result.scenario.name].push_back({{"lever", change.lever},
                                                  {"when", change.when},
                                                  {"begins", months_json(spells[i], &Spell::begun)},
                                                  {"ends", months_json(spells[i], &Spell::ended)}});
        }
    }
    return json;
}

/// Hashes of the files that the country was read from, by name; none when every municipality is drawn.
Json data_json(const Ensemble& ensemble) {
    Json json = Json::object();
    for (const DataFile& file : ensemble.data) json[file.name] = fingerprint_text(file.hash);
    return json;
}

/// Every scenario of an ensemble has the same world, so the first one's stands for all.
void add_common_world(Json& json, const Scenario& scenario, const Country& country) {
    json["months"] = scenario.months();
    json["people_per_agent"] = scenario.parameters.people_per_agent;
    add_world(json, scenario);
    json["municipality_count"] = country.size();
}

}  // namespace

std::string fingerprint_text(std::uint64_t fingerprint) {
    return fmt::format("{:016x}", fingerprint);
}

std::string manifest_text(const Ensemble& ensemble, const RunDescription& run) {
    Json json = {{"version", program_version()},   {"commit", program_commit()},
                 {"compiler", program_compiler()}, {"flags", program_flags()},
                 {"command", run.command},         {"command_line", run.command_line},
                 {"seed", ensemble.options.seed},  {"replicates", ensemble.finished_replicates}};
    if (ensemble.options.members)
        json["members"] = {{"file", ensemble.options.members->file},
                           {"count", ensemble.options.members->count()},
                           {"numbers_set", ensemble.options.members->names.size()}};
    if (run.from)
        json["from"] = {{"file", run.from->file},
                        {"month", date_of(run.from->month)},
                        {"checksum", fingerprint_text(run.from->checksum)},
                        {"commit", run.from->commit}};
    if (!ensemble.scenarios.empty()) add_common_world(json, ensemble.scenarios.front().scenario, ensemble.country);
    json["data"] = data_json(ensemble);
    json["scenarios"] = Json::array();
    for (const ScenarioResult& result : ensemble.scenarios) json["scenarios"].push_back(scenario_json(result.scenario));
    if (has_conditions(ensemble)) json["conditions"] = conditions_json(ensemble.scenarios);
    json["wall_seconds"] = ensemble.wall_seconds;
    json["fingerprint"] = fingerprint_text(ensemble.fingerprint);
    json["fingerprints"] = fingerprints_json(ensemble.scenarios);
    json["cancelled"] = ensemble.cancelled;
    // a title with broken UTF-8 must not lose the whole run
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace algemeente
