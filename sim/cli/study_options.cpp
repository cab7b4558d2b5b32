#include "cli/study_options.h"

#include "cli/members_option.h"
#include "netherlands/country_of.h"
#include "netherlands/towns.h"
#include "patterns/contrasts.h"
#include "patterns/pattern.h"

#include <fmt/format.h>

#include <limits>

namespace algemeente::cli {

namespace {

constexpr std::string_view progress_words[] = {"auto", "always", "never"};  // in the order of ProgressMode

}  // namespace

void add_study_options(CLI::App& app, StudyOptions& options, const char* out_is) {
    options.municipalities = {MunicipalityChoice::Kind::sample, protocol_municipalities, {}};
    add_option(app, "--scenario", "FILE", "base scenario (default: the baseline that comes with the program)",
               [&options](const std::string& text) { options.scenario_file = text; });
    add_option(app, "--replicates", "N", fmt::format("number of replicates (default {})", options.replicates),
               [&options](const std::string& text) {
                   options.replicates = static_cast<int>(whole_number("--replicates", text, 2, 100'000));
               });
    add_option(
        app, "--municipalities", "X",
        "all, a number (a sample stratified by size), or a list of names or codes: Amsterdam,GM0599 (default 100)",
        [&options](const std::string& text) {
            options.municipalities = parse_municipalities(text, "--municipalities");
        });
    add_option(app, "--seed", "S", "seed of all random numbers (default 1)", [&options](const std::string& text) {
        options.seed = whole_number("--seed", text, 0, std::numeric_limits<std::uint64_t>::max());
    });
    add_option(app, "--threads", "N", "worker threads; results do not depend on it (default 0: all cores)",
               [&options](const std::string& text) {
                   options.threads = static_cast<int>(whole_number("--threads", text, 0, 1024));
               });
    app.add_option("--set", options.settings, "NAME=VALUE for any key of a scenario file, dotted; may be repeated")
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
    add_option(app, "--out", "PATH", out_is, [&options](const std::string& text) { options.out = text; });
    add_force_option(app, options.earlier);
    add_option(app, "--progress", "WHEN", "progress on stderr: auto (default: on a terminal), always or never",
               [&options](const std::string& text) {
                   options.progress = static_cast<ProgressMode>(one_of("--progress", text, progress_words));
               });
    add_language_option(app, options.language);
    add_csv_option(app);
    app.add_flag("--quiet", options.quiet, "print errors only");
}

void add_priors_option(CLI::App& app, StudyOptions& options) {
    add_option(app, "--priors", "N", "draws of all assumptions at once (default 0: standard values)",
               [&options](const std::string& text) {
                   options.priors = static_cast<int>(whole_number("--priors", text, 0, 100'000));
               });
}

void add_members_option(CLI::App& app, StudyOptions& options) {
    add_option(app, "--members", "WHICH",
               "each of these sets of assumptions: standard, the standard values (default); history, those that come "
               "with the program and that history has not ruled out, or the first N of them; or a file",
               [&options](const std::string& text) { options.members = members_called(text); });
}

Scenario base_scenario(const StudyOptions& options) {
    Scenario scenario = read_scenario(options.scenario_file.empty() ? scenarios_folder() / "baseline.toml"
                                                                    : std::filesystem::path(options.scenario_file));
    for (const std::string& assignment : options.settings) apply_setting(scenario, assignment);
    scenario.municipalities = options.municipalities;
    name_by_codes(scenario, "--municipalities");
    scenario.parameters.months = protocol_months;
    return scenario;
}

BatchOptions runs_of(const StudyOptions& options, Progress& progress, const std::atomic<bool>& cancel) {
    BatchOptions runs;
    runs.seed = options.seed;
    runs.threads = options.threads;
    runs.cancel = &cancel;
    runs.progress = [&progress](std::int64_t done, std::int64_t all) { progress.report(done, all); };
    return runs;
}

StudyRecord record_of(const StudyOptions& options, const Scenario& base, const Invocation& invocation, double seconds) {
    StudyRecord record;
    record.command = repeating("algemeente", invocation);
    record.scenario = base.name;
    record.municipalities = municipalities_text(base.municipalities);
    record.municipality_count = static_cast<int>(country_of(base, options.seed).size());
    record.months = base.months();
    record.replicates = options.replicates;
    record.priors = options.members ? static_cast<int>(options.members->count()) : options.priors;
    record.seed = options.seed;
    record.seconds = seconds;
    record.made_with = made_with_now({base});
    return record;
}

}  // namespace algemeente::cli
