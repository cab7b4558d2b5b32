#include "experiments/export.h"

#include "experiments/archive_file.h"
#include "experiments/missing_runs.h"
#include "experiments/store.h"
#include "text/csv.h"
#include "text/error.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace algemeente {

namespace {

using Json = nlohmann::ordered_json;

/// A name that Python takes as an identifier.
std::string identifier(std::string name) {
    std::replace_if(
        name.begin(), name.end(), [](char letter) { return letter == '.' || letter == '-'; }, '_');
    return name;
}

/// A blank line would be skipped by the reader, so that missing numbers have a word.
std::string exact(double number) {
    return std::isnan(number) ? "nan" : fmt::format("{}", number);
}

/// Levers make a policy, as text without commas.
std::string policy_of(const Experiment& experiment, const SqliteStatement& row) {
    std::string policy;
    for (std::size_t i = 0; i < experiment.inputs.size(); ++i)
        if (experiment.inputs[i].is_lever)
            policy += fmt::format("{}{}={}", policy.empty() ? "" : " ", experiment.inputs[i].name,
                                  row.number(static_cast<int>(i) + 2));
    return policy.empty() ? "none" : policy;
}

std::string experiments_csv(Store& store) {
    const Experiment& experiment = store.experiment();
    fmt::memory_buffer csv;
    const auto cell = [&csv](std::string_view words, char end) {
        append_csv_text(words, csv);
        csv.push_back(end);
    };
    for (const Input& input : experiment.inputs) cell(identifier(input.name), ',');
    for (const auto& [column, end] : {std::pair("scenario", ','), std::pair("policy", ','), std::pair("model", '\n')})
        cell(column, end);
    SqliteStatement row(store.connection(), "SELECT * FROM points ORDER BY point");
    while (row.step()) {
        for (std::size_t i = 0; i < experiment.inputs.size(); ++i)
            cell(exact(row.number(static_cast<int>(i) + 2)), ',');
        cell(fmt::format("{}", row.whole(0)), ',');
        cell(policy_of(experiment, row), ',');
        cell(experiment.scenarios.at(static_cast<std::size_t>(row.whole(1))).name, '\n');
    }
    return fmt::to_string(csv);
}

/// An archive without a result is of no use, and the workbench could not read it.
void require_results(Store& store) {
    SqliteStatement count(store.connection(),
                          "SELECT count(*) FROM outcomes JOIN runs USING (run) WHERE status = 'done'");
    if (count.step() && count.whole(0) > 0) return;
    SqliteStatement timeouts(store.connection(), "SELECT count(*) FROM runs WHERE status = 'timeout'");
    const bool stopped = timeouts.step() && timeouts.whole(0) > 0;
    throw InputError(fmt::format(
        "{}: no run has results, so there is nothing to export; {}", store.file().string(),
        stopped ? "runs took longer than --run-timeout: repeat the sweep with --retry-failed and more seconds"
                : "go on with 'algemeente sweep', with --retry-failed if runs have failed"));
}

/// A row per point, a column per replicate; nan where a run is missing.
std::string outcome_csv(Store& store, const std::string& name) {
    const int replicates = store.experiment().replicates;
    SqliteStatement row(store.connection(),
                        "WITH RECURSIVE replicates(replicate) AS"
                        " (SELECT 0 UNION ALL SELECT replicate + 1 FROM replicates WHERE replicate + 1 < ?1)"
                        " SELECT " +
                            sql_name(name) +
                            " FROM points CROSS JOIN replicates LEFT JOIN outcomes ON run = point * ?1 + replicate"
                            " ORDER BY point, replicate");
    row.bind(std::int64_t{replicates});
    std::string csv;
    for (int i = 1; row.step(); ++i) csv += exact(row.number(0)) + (i % replicates == 0 ? '\n' : ',');
    return csv;
}

Json metadata(const Experiment& experiment) {
    Json outcomes = Json::array();
    const char* kind = experiment.replicates == 1 ? "ScalarOutcome" : "ArrayOutcome";
    for (const std::string& name : kept_outcomes(experiment))
        outcomes.push_back({kind, identifier(name), identifier(name) + ".csv"});
    Json columns = Json::object();
    for (const Input& input : experiment.inputs) columns[identifier(input.name)] = "float64";
    columns["scenario"] = "int64";
    columns["policy"] = "object";
    columns["model"] = "object";
    return {{"version", 0.1}, {"outcomes", std::move(outcomes)}, {"experiments", std::move(columns)}};
}

}  // namespace

std::filesystem::path export_ema(Store& store, const std::filesystem::path& folder) {
    const Experiment& experiment = store.experiment();
    require_results(store);
    const std::filesystem::path result = folder / (store.file().stem().string() + ".tar.gz");
    ArchiveFile archive(result);
    archive.add("experiments.csv", experiments_csv(store));
    for (const std::string& name : kept_outcomes(experiment))
        archive.add(identifier(name) + ".csv", outcome_csv(store, name));
    archive.add("metadata.json", metadata(experiment).dump());
    archive.finish();
    write_missing(store, folder / "missing.csv");
    return result;
}

}  // namespace algemeente
