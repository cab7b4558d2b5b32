#include "cli/prior_run.h"

#include "cli/exit_code.h"
#include "cli/message.h"
#include "cli/result_folder.h"
#include "cli/study_options.h"
#include "cli/table.h"
#include "netherlands/country_of.h"
#include "patterns/spread.h"
#include "patterns/study_record.h"
#include "present/words/catalogue.h"
#include "present/words/certainty.h"
#include "present/words/names.h"
#include "present/words/numbers.h"

#include <fmt/format.h>

#include <cstdio>

namespace algemeente::cli {

namespace {

using present::Word;

Table spread_table(const PriorRuns& runs, present::Language language) {
    const auto head = [&](Word word) { return std::string(present::text(word, language)); };
    Table table{{head(Word::p_spread_outcome), head(Word::p_spread_domain), head(Word::p_spread_mean),
                 head(Word::p_spread_luck), head(Word::p_spread_assumptions), head(Word::p_spread_range)},
                {}};
    for (const char* outcome : {"in_use", "value", "reach_share", "adopters_share", "harm"})
        for (const Domain domain : {Domain::social, Domain::physical}) {
            const std::size_t position = find_domain_outcome(outcome);
            const SpreadParts parts = runs.spread(runs.months.size() - 1, domain, position);
            const auto number = [&](double value) {
                return present::number_words(value, language, present::form_of(domain_outcomes()[position]));
            };
            table.rows.push_back(
                {present::name_of(outcome, language), std::string(present::domain_short(domain, language)),
                 number(parts.mean), number(parts.luck), number(parts.assumptions),
                 present::filled(present::text(Word::from_to, language), number(parts.p05), number(parts.p95))});
        }
    return table;
}

/// In how many draws of the assumptions the physical domain has more in use at the end, by the means of the draws.
present::Direction gap_over_draws(const PriorRuns& runs) {
    present::Direction direction;
    const std::size_t in_use = find_domain_outcome("in_use");
    for (const std::vector<ObservedOutcomes>& draw : runs.values) {
        double gap = 0;
        for (const ObservedOutcomes& run : draw)
            gap += run.at(runs.months.size() - 1, Domain::physical, in_use) -
                   run.at(runs.months.size() - 1, Domain::social, in_use);
        direction.add(gap);
    }
    return direction;
}

StudyRecord record_of(const Invocation& invocation, const RunOptions& options, const Scenario& scenario,
                      double seconds) {
    StudyRecord record;
    record.command = repeating_command(invocation, options);
    record.scenario = scenario.name;
    record.municipalities = municipalities_text(scenario.municipalities);
    record.municipality_count = static_cast<int>(country_of(scenario, options.ensemble.seed).size());
    record.months = scenario.months();
    record.replicates = options.ensemble.replicates;
    record.priors = options.priors;
    record.seed = options.ensemble.seed;
    record.seconds = seconds;
    return record;
}

}  // namespace

int run_and_write_priors(const Invocation& invocation, const RunOptions& options, const std::atomic<bool>& cancel) {
    const Scenario scenario = read_scenarios(options).front();
    ResultFolder folder(options.out, options.earlier);
    const Stopwatch watch;
    Progress progress(options.quiet ? ProgressMode::never : options.progress, {.language = options.language});
    BatchOptions runs_options;
    runs_options.seed = options.ensemble.seed;
    runs_options.threads = options.ensemble.threads;
    runs_options.cancel = &cancel;
    runs_options.progress = [&progress](std::int64_t done, std::int64_t all) { progress.report(done, all); };
    const PriorRuns runs = run_priors(scenario, options.priors, options.ensemble.replicates, runs_options);
    progress.finish();
    if (runs.cancelled) {
        if (!options.quiet) tell("{}\n", present::text(present::Word::t_cancelled_nothing, options.language));
        return exit_cancelled;
    }
    write_prior_runs(runs, folder.aside());
    write_study_record(record_of(invocation, options, scenario, watch.seconds()), folder.aside() / "manifest.json");
    const std::string place = folder.finish().string();
    if (!options.quiet) {
        const auto count = [&](auto number) {
            return present::count_words(static_cast<std::size_t>(number), options.language);
        };
        fmt::print("{}\n{}\n{}\n", render(spread_table(runs, options.language), TableFormat::table),
                   present::filled(present::text(Word::p_spread_note, options.language), count(options.priors),
                                   count(runs.dimensions.size()), count(options.ensemble.replicates)),
                   present::filled(present::text(Word::p_spread_gap, options.language),
                                   present::direction_words(gap_over_draws(runs), present::Over::assumptions,
                                                            options.language, present::Between::things)));
        std::fflush(stdout);
        tell("{}\n", present::filled(present::text(present::Word::t_results_in, options.language), place));
    }
    return exit_done;
}

}  // namespace algemeente::cli
