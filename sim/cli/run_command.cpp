// run and compare: many replicates of one or more scenarios, and their files.
#include "cli/cancellation.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/message.h"
#include "cli/prior_run.h"
#include "cli/progress.h"
#include "cli/result_folder.h"
#include "cli/run_options.h"
#include "cli/run_profile.h"
#include "cli/saved_runs.h"
#include "netcdf/ensemble_netcdf.h"
#include "output/results.h"
#include "present/words/catalogue.h"
#include "present/words/late.h"
#include "present/words/numbers.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

namespace algemeente::cli {

namespace {

using present::Word;

/// A message on stderr, for people; --quiet silences it.
template <typename... Parts>
void say(const RunOptions& options, Word words, const Parts&... parts) {
    if (!options.quiet) tell("{}\n", present::filled(present::text(words, options.language), parts...));
}

/// What begins too late, once for all scenarios that it is true of.
void warn_of_late(const std::vector<Scenario>& scenarios, const RunOptions& options) {
    std::vector<std::pair<std::string, std::string>> warnings;  // sentence, names of scenarios
    for (const Scenario& scenario : scenarios)
        for (const std::string& sentence : present::late_sentences(scenario, options.language)) {
            const auto same = std::find_if(warnings.begin(), warnings.end(),
                                           [&](const auto& warning) { return warning.first == sentence; });
            if (same == warnings.end())
                warnings.emplace_back(sentence, scenario.name);
            else
                same->second += ", " + scenario.name;
        }
    for (const auto& [sentence, names] : warnings) say(options, Word::s_warning, names, sentence);
}

void announce(const std::vector<Scenario>& scenarios, const RunOptions& options) {
    std::string names;
    for (const Scenario& scenario : scenarios) names += (names.empty() ? "" : ", ") + scenario.name;
    const auto count = [&](int number) {
        return present::count_words(static_cast<std::size_t>(number), options.language);
    };
    const int replicates = options.ensemble.replicates;
    const std::string runs = replicates == 1
                                 ? std::string(present::text(Word::t_one_run, options.language))
                                 : present::filled(present::text(Word::t_runs, options.language), count(replicates));
    say(options, Word::t_announce, names, runs, count(scenarios.front().months()),
        municipalities_text(scenarios.front().municipalities), fmt::format("{}", options.ensemble.seed));
    if (options.ensemble.members)
        say(options, Word::cal_runs_with_members,
            present::count_words(options.ensemble.members->count(), options.language));
    warn_of_late(scenarios, options);
}

Ensemble run_with_progress(const std::vector<Scenario>& scenarios, const RunOptions& options, const RunStops& stops,
                           const std::atomic<bool>& cancel) {
    Progress progress(options.quiet ? ProgressMode::never : options.progress, {.language = options.language});
    EnsembleOptions ensemble_options = options.ensemble;
    ensemble_options.cancel = &cancel;
    ensemble_options.progress = [&progress](std::int64_t done, std::int64_t all) { progress.report(done, all); };
    Ensemble ensemble = run_ensemble(scenarios, ensemble_options, stops);
    ensemble.options.progress = nullptr;  // it refers to this call's progress
    return ensemble;
}

int run_and_write(const Invocation& invocation, RunOptions& options) {
    std::vector<Scenario> scenarios = read_scenarios(options);
    SavedRuns saved(options, scenarios);
    const std::atomic<bool>& cancel = cancel_on_signals();
    ResultFolder folder(options.out, options.earlier);
    announce(scenarios, options);

    const Ensemble ensemble = run_with_progress(scenarios, options, saved.begin(folder.aside()), cancel);
    if (ensemble.cancelled && ensemble.finished_replicates == 0) {
        say(options, Word::t_cancelled_at_once);
        return exit_cancelled;
    }
    saved.end(!ensemble.cancelled);
    const RunDescription description{invocation.command, repeating_command(invocation, options), options.language,
                                     saved.origin()};
    // before the results, whose manifest says that the folder is complete
    if (options.netcdf) write_ensemble_netcdf(ensemble, folder.aside() / ensemble_netcdf_name, description);
    write_results(ensemble, folder.aside(), description);
    const std::string place = folder.finish().string();
    if (!options.quiet) {
        fmt::print("{}", results_table(ensemble, options.language));
        std::fflush(stdout);  // the table stands above the messages where both streams end in one place
    }
    if (options.profile && !ensemble.cancelled) {
        fmt::print("{}", profile_of_run(scenarios.front(), ensemble.country, options.ensemble.seed, options.language));
        std::fflush(stdout);
    }
    if (ensemble.cancelled) {
        const auto count = [&](int number) {
            return present::count_words(static_cast<std::size_t>(number), options.language);
        };
        say(options, Word::t_cancelled, count(ensemble.finished_replicates), count(options.ensemble.replicates), place);
        return exit_cancelled;
    }
    say(options, Word::t_done, present::number_words(ensemble.wall_seconds, options.language, {.decimals = 1}), place);
    return exit_done;
}

/// Members have pasts of their own, and every one of them should be met.
void take_members(RunOptions& options) {
    if (!options.ensemble.members) return;
    if (options.priors > 0 || !options.from.empty() || options.save_month)
        throw InputError("--members: they have other pasts; leave out --priors, --from and --save");
    if (!options.replicates_given) options.ensemble.replicates = static_cast<int>(options.ensemble.members->count());
}

void require_runs_for_netcdf(const RunOptions& options) {
    if (options.netcdf && options.priors > 0)
        throw InputError("--netcdf: --priors writes a table of draws and no runs; leave out one of them");
}

void require_out(const Invocation& invocation, const RunOptions& options) {
    if (options.out.empty())
        throw InputError(
            fmt::format("{}: --out is missing; name the folder for the results: --out DIR", invocation.command));
}

}  // namespace

int perform_run(const Invocation& invocation) {
    RunOptions options;
    std::string file;
    CLI::App app("Runs one scenario many times and writes its results.");
    app.add_option("SCENARIO", file, "scenario file (TOML)")->type_name("");
    add_run_options(app, options);
    app.add_flag("--profile", options.profile, "then time the first replicate alone, by mechanism");
    add_priors_option(app, options);
    add_from_options(app, options);
    add_save_option(app, options);
    if (!parse(app, invocation)) return exit_done;
    if (file.empty()) throw InputError("run: SCENARIO is missing; name a scenario file, for example baseline.toml");
    require_out(invocation, options);
    take_members(options);
    options.files = {file};
    require_runs_for_netcdf(options);
    if (options.priors > 0 && (!options.from.empty() || options.save_month))
        throw InputError("--priors: draws of the assumptions have other pasts; leave out --from and --save");
    if (options.priors > 0) return run_and_write_priors(invocation, options, cancel_on_signals());
    return run_and_write(invocation, options);
}

int perform_compare(const Invocation& invocation) {
    RunOptions options;
    CLI::App app(
        "Runs several scenarios with the same random numbers and writes their differences from the first, the "
        "baseline.\n"
        "Each scenario is named after its file; a repeated name gets a number: strict, strict-2.");
    app.add_option("SCENARIOS", options.files, "scenario files (TOML), the baseline first")->type_name("");
    add_run_options(app, options);
    add_from_options(app, options);
    if (!parse(app, invocation)) return exit_done;
    if (options.files.size() < 2)
        throw InputError("compare: needs at least two scenario files, the baseline first; 'run' takes one");
    require_out(invocation, options);
    take_members(options);
    return run_and_write(invocation, options);
}

}  // namespace algemeente::cli
