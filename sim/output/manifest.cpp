#include "output/manifest.h"

#include "text/calendar.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace algemeente {

namespace {

using Json = nlohmann::ordered_json;

Json parameters_json(const Parameters& parameters) {
    Json json = Json::object();
    for (const ParameterInfo& row : parameter_table()) json[std::string(row.name)] = parameters.*row.value;
    return json;
}

Json use_cases_json(const UseCaseTable& table) {
    Json json = Json::object();
    for (std::size_t use_case = 0; use_case < use_case_count; ++use_case) {
        Json cells = Json::object();
        for (const UseCaseColumn& column : use_case_columns()) {
            cells[std::string(column.name)] = table[use_case].*column.value;
        }
        json[std::string(use_case_infos()[use_case].name)] = std::move(cells);
    }
    return json;
}

Json changes_json(const std::vector<DatedChange>& changes) {
    Json json = Json::array();
    for (const DatedChange& change : changes) {
        Json one = {{"lever", change.lever}, {"value", change.value}, {"from", date_of(change.from_month)}};
        if (change.until_month >= 0) one["until"] = date_of(change.until_month);
        one["rollout_months"] = change.rollout_months;
        one["municipality_share"] = change.municipality_share;
        one["initial_share"] = change.initial_share;
        json.push_back(std::move(one));
    }
    return json;
}

Json shocks_json(const std::vector<Shock>& shocks) {
    Json json = Json::array();
    for (const Shock& shock : shocks) {
        json.push_back({{"frame", frame_name(shock.frame)},
                        {"from", date_of(shock.from_month)},
                        {"months", shock.months},
                        {"stories_per_month", shock.stories_per_month}});
    }
    return json;
}

Json scenario_json(const Scenario& scenario) {
    Json files = Json::array();
    for (const std::filesystem::path& file : scenario.files) files.push_back(file.generic_string());
    return {{"name", scenario.name},
            {"title", scenario.title},
            {"files", std::move(files)},
            {"parameters", parameters_json(scenario.parameters)},
            {"use_cases", use_cases_json(scenario.use_cases)},
            {"changes", changes_json(scenario.changes)},
            {"shocks", shocks_json(scenario.shocks)}};
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

/// Every scenario of an ensemble has the same world, so the first one's stands for all.
void add_world(Json& json, const Scenario& scenario, const Country& country) {
    json["months"] = scenario.months();
    json["municipalities"] = municipalities_text(scenario.municipalities);
    json["municipality_count"] = country.size();
    json["people_per_agent"] = scenario.parameters.people_per_agent;
    json["population"] = scenario.population == Population::real ? "real" : "synthetic";
}

}  // namespace

std::string fingerprint_text(std::uint64_t fingerprint) {
    return fmt::format("{:016x}", fingerprint);
}

std::string manifest_text(const Ensemble& ensemble, const RunDescription& run) {
    Json json = {{"version", program_version()},
                 {"commit", program_commit()},
                 {"compiler", program_compiler()},
                 {"command", run.command},
                 {"command_line", run.command_line},
                 {"seed", ensemble.options.seed},
                 {"replicates", ensemble.finished_replicates}};
    if (!ensemble.scenarios.empty()) add_world(json, ensemble.scenarios.front().scenario, ensemble.country);
    json["scenarios"] = Json::array();
    for (const ScenarioResult& result : ensemble.scenarios) json["scenarios"].push_back(scenario_json(result.scenario));
    json["wall_seconds"] = ensemble.wall_seconds;
    json["fingerprint"] = fingerprint_text(ensemble.fingerprint);
    json["fingerprints"] = fingerprints_json(ensemble.scenarios);
    json["cancelled"] = ensemble.cancelled;
    // a title with broken UTF-8 must not lose the whole run
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace algemeente
