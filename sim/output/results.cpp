#include "output/results.h"

#include "output/conditions.h"
#include "output/csv_tables.h"
#include "output/manifest.h"
#include "output/report.h"
#include "output/result_file.h"
#include "output/saved_worlds.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

namespace algemeente {

std::span<const std::string_view> result_file_names() {
    static constexpr std::string_view names[] = {
        "outcomes.csv",         "national.csv", "bands.csv",      "differences.csv",  "municipalities.csv",
        "use_cases.csv",        "events.csv",   "spread.csv",     "draws.csv",        "liveness.csv",
        "liveness_summary.csv", "products.csv", "register.csv",   "report.html",      "liveness.html",
        "targets.csv",          "numbers.csv",  "waves.csv",      "members.csv",      "twins.csv",
        "calibration.html",     "front.csv",    "objectives.csv", "packages.csv",     "rounds.csv",
        "search.html",          "explore.csv",  "axes.csv",       "cells.csv",        "pairs.csv",
        "growth.csv",           "answer.csv",   "telling.csv",    "exploration.html", "conditions.csv",
        "ensemble.nc",          "manifest.json"};
    return names;
}

bool is_result_file_name(std::string_view name) {
    const auto names = result_file_names();
    return std::find(names.begin(), names.end(), name) != names.end() || is_saved_worlds_name(name);
}

void write_results(const Ensemble& ensemble, const std::filesystem::path& folder, const RunDescription& run) {
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem) {
        throw InputError(
            fmt::format("{}: cannot be made ({}); choose another folder", folder.string(), problem.message()));
    }

    write_outcomes_csv(ensemble, folder / "outcomes.csv");
    write_national_csv(ensemble, folder / "national.csv");
    write_bands_csv(ensemble, folder / "bands.csv");
    if (ensemble.scenarios.size() > 1) write_differences_csv(ensemble, folder / "differences.csv");
    write_municipalities_csv(ensemble, folder / "municipalities.csv");
    write_use_cases_csv(ensemble, folder / "use_cases.csv");
    write_events_csv(ensemble, folder / "events.csv");
    const bool supplied = std::any_of(ensemble.scenarios.begin(), ensemble.scenarios.end(),
                                      [](const ScenarioResult& result) { return result.scenario.supply; });
    if (supplied) {
        write_products_csv(ensemble, folder / "products.csv");
        write_register_csv(ensemble, folder / "register.csv");
    }
    if (has_conditions(ensemble)) write_conditions_csv(ensemble, folder / "conditions.csv");
    write_file(folder / "report.html", report_page(ensemble, run));
    // last, so that a folder with a manifest is a complete one
    write_file(folder / "manifest.json", manifest_text(ensemble, run));
}

}  // namespace algemeente
