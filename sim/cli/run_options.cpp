#include "cli/run_options.h"

#include "cli/file_kind.h"
#include "cli/members_option.h"
#include "netherlands/country.h"
#include "netherlands/towns.h"
#include "output/result_file.h"
#include "scenario/titles.h"
#include "text/calendar.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace algemeente::cli {

namespace {

constexpr std::string_view event_words[] = {"first", "all", "none"};        // in the order of EventScope
constexpr std::string_view progress_words[] = {"auto", "always", "never"};  // in the order of ProgressMode

constexpr int most_replicates = 1'000'000;
constexpr int most_threads = 1024;

/// A whole number within the range that the parameter table allows.
int setting(std::string_view option, const std::string& text, std::string_view parameter) {
    const ParameterInfo& row = *find_parameter(parameter);
    return static_cast<int>(
        whole_number(option, text, static_cast<std::uint64_t>(row.low), static_cast<std::uint64_t>(row.high)));
}

void add_size_options(CLI::App& app, RunOptions& options) {
    add_option(app, "--replicates", "N",
               "number of replicates; replicate i uses the same random numbers in every scenario (default 64)",
               [&options](const std::string& text) {
                   options.ensemble.replicates =
                       static_cast<int>(whole_number("--replicates", text, 1, most_replicates));
                   options.replicates_given = true;
               });
    add_option(app, "--seed", "S", "seed of all random numbers (default 1)", [&options](const std::string& text) {
        options.ensemble.seed = whole_number("--seed", text, 0, std::numeric_limits<std::uint64_t>::max());
        options.seed_given = true;
    });
    add_option(app, "--months", "N", "length from January 2015 (default: the scenario's, else 180)",
               [&options](const std::string& text) { options.months = setting("--months", text, "months"); });
    add_option(
        app, "--municipalities", "X",
        "all, a number (a sample stratified by size), or a list of names or codes: Amsterdam,GM0599 (default: the "
        "scenario's, else all)",
        [&options](const std::string& text) {
            options.municipalities = parse_municipalities(text, "--municipalities");
        });
    add_option(app, "--people-per-agent", "K",
               "inhabitants per agent; 1 simulates every person (default: the scenario's)",
               [&options](const std::string& text) {
                   options.people_per_agent = setting("--people-per-agent", text, "people_per_agent");
               });
}

void add_members_option(CLI::App& app, RunOptions& options) {
    add_option(app, "--members", "WHICH",
               "sets of assumptions, another one in every replicate: standard, the standard values (default); history, "
               "those that come with the program and that history has not ruled out, or the first N of them; or a file",
               [&options](const std::string& text) {
                   options.members = text;
                   options.ensemble.members = members_called(text);
               });
}

void add_manner_options(CLI::App& app, RunOptions& options) {
    add_option(app, "--threads", "N", "worker threads; results do not depend on it (default 0: all cores)",
               [&options](const std::string& text) {
                   options.ensemble.threads = static_cast<int>(whole_number("--threads", text, 0, most_threads));
               });
    add_option(app, "--events", "WHOSE", "replicates whose events are written: first (default), all or none",
               [&options](const std::string& text) {
                   options.ensemble.events = static_cast<EventScope>(one_of("--events", text, event_words));
                   options.events_given = true;
               });
    add_option(app, "--progress", "WHEN", "progress on stderr: auto (default: on a terminal), always or never",
               [&options](const std::string& text) {
                   options.progress = static_cast<ProgressMode>(one_of("--progress", text, progress_words));
               });
    add_language_option(app, options.language);
    add_csv_option(app);
    app.add_flag("--quiet", options.quiet, "print errors only");
}

void apply_options(Scenario& scenario, const RunOptions& options) {
    for (const std::string& assignment : options.settings) apply_setting(scenario, assignment);
    if (options.months) scenario.parameters.months = *options.months;
    if (options.people_per_agent) scenario.parameters.people_per_agent = *options.people_per_agent;
    if (options.municipalities) scenario.municipalities = *options.municipalities;
}

/// The option that says which municipalities; empty where the scenario's file does.
std::string option_of_municipalities(const RunOptions& options) {
    if (options.municipalities) return "--municipalities";
    const auto names_them = [](const std::string& assignment) {
        return assignment.starts_with("world.municipalities=");
    };
    const auto last = std::find_if(options.settings.rbegin(), options.settings.rend(), names_them);
    return last == options.settings.rend() ? std::string() : "--set " + *last;
}

/// Results are told apart by name, and two folders may hold a file of the same name.
std::string distinct_name(const std::string& name, const std::vector<Scenario>& others) {
    const auto taken = [&others](const std::string& candidate) {
        return std::any_of(others.begin(), others.end(),
                           [&candidate](const Scenario& other) { return other.name == candidate; });
    };
    if (!taken(name)) return name;
    int number = 2;
    while (taken(fmt::format("{}-{}", name, number))) ++number;
    return fmt::format("{}-{}", name, number);
}

}  // namespace

void add_run_options(CLI::App& app, RunOptions& options) {
    add_option(app, "--out", "DIR", "folder for the results (required); created if it does not exist",
               [&options](const std::string& text) {
                   if (text.empty() || text.starts_with('-'))
                       throw InputError(fmt::format("--out: '{}' is not a folder; expected its name", text));
                   options.out = text;
               });
    add_force_option(app, options.earlier);
    add_size_options(app, options);
    app.add_option("--set", options.settings, "NAME=VALUE for any key of a scenario file, dotted; may be repeated")
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);  // one value per --set, or it would swallow the scenario behind it
    add_members_option(app, options);
    app.add_flag("--netcdf", options.netcdf,
                 "also writes ensemble.nc (NetCDF-4): outcomes with named dimensions and units, for xarray or R");
    add_manner_options(app, options);
}

void add_priors_option(CLI::App& app, RunOptions& options) {
    add_option(app, "--priors", "N",
               "draws of all assumptions at once, each with --replicates; writes spread.csv and draws.csv instead",
               [&options](const std::string& text) {
                   options.priors = static_cast<int>(whole_number("--priors", text, 1, 100'000));
               });
}

std::string event_scope_word(EventScope scope) {
    return std::string(event_words[static_cast<std::size_t>(scope)]);
}

void add_from_options(CLI::App& app, RunOptions& options) {
    add_option(app, "--from", "FILE",
               "goes on from worlds that 'run --save' has left; replicates, seed and municipalities are those of FILE",
               [&options](const std::string& text) { options.from = text; });
    app.add_flag("--allow-other-program", options.other_program_allowed,
                 "goes on from FILE although another build of the program saved it");
}

void add_save_option(CLI::App& app, RunOptions& options) {
    add_option(
        app, "--save", "YYYY-MM",
        "also leaves saved-YYYY-MM.worlds in --out: all replicates as they are when that month begins, for --from",
        [&options](const std::string& text) {
            options.save_month = parse_month(text);
            if (!options.save_month)
                throw InputError(fmt::format(
                    "--save: '{}' is not a month from 2015-01 on; expected YYYY-MM, for example 2021-01", text));
        });
}

std::vector<Scenario> read_scenarios(const RunOptions& options) {
    std::vector<Scenario> scenarios;
    for (const std::string& file : options.files) {
        expect_kind(file, FileKind::scenario);
        Scenario scenario = read_scenario(file);
        apply_options(scenario, options);
        name_by_codes(scenario, option_of_municipalities(options));
        scenario.name = distinct_name(scenario.name, scenarios);
        scenarios.push_back(std::move(scenario));
    }
    tell_titles_apart(scenarios);
    return scenarios;
}

std::string repeating_command(const Invocation& invocation, const RunOptions& options) {
    std::vector<std::string> words{invocation.program, invocation.command};
    words.insert(words.end(), options.files.begin(), options.files.end());
    const auto add_words = [&words](const char* name, const std::string& value) {
        words.insert(words.end(), {name, value});
    };
    add_words("--replicates", fmt::format("{}", options.ensemble.replicates));
    add_words("--seed", fmt::format("{}", options.ensemble.seed));
    if (options.months) add_words("--months", fmt::format("{}", *options.months));
    if (options.municipalities) add_words("--municipalities", municipalities_text(*options.municipalities));
    if (options.people_per_agent) add_words("--people-per-agent", fmt::format("{}", *options.people_per_agent));
    for (const std::string& assignment : options.settings) add_words("--set", assignment);
    if (options.ensemble.events != EventScope::first) add_words("--events", event_scope_word(options.ensemble.events));
    if (!options.from.empty()) add_words("--from", options.from);
    if (options.other_program_allowed) words.emplace_back("--allow-other-program");
    if (options.save_month) add_words("--save", date_of(*options.save_month));
    if (options.priors > 0) add_words("--priors", fmt::format("{}", options.priors));
    if (options.ensemble.members) add_words("--members", options.members);
    if (options.netcdf) words.emplace_back("--netcdf");
    if (chosen_csv_dialect() == CsvDialect::excel) add_words("--csv", "excel");
    if (data_folder_is_named()) add_words("--data", data_folder().string());
    add_words("--lang", std::string(present::code_of(options.language)));
    add_words("--out", options.out.string());

    std::string command;
    for (const std::string& word : words) command += (command.empty() ? "" : " ") + shell_quoted(word);
    return command;
}

}  // namespace algemeente::cli
