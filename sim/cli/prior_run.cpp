#include "cli/prior_run.h"

#include "cli/exit_code.h"
#include "cli/output_folder.h"
#include "cli/table.h"
#include "patterns/spread.h"

#include <fmt/format.h>

#include <cstdio>

namespace algemeente::cli {

namespace {

std::string number(double value) {
    return fmt::format("{:.3g}", value);
}

Table spread_table(const PriorRuns& runs) {
    Table table{{"outcome", "domain", "mean", "spread over replicates", "spread over assumptions", "90 % of draws"},
                {}};
    for (const char* outcome : {"in_use", "value", "reach_share", "adopters_share", "harm"})
        for (const Domain domain : {Domain::social, Domain::physical}) {
            const SpreadParts parts = runs.spread(runs.months.size() - 1, domain, find_domain_outcome(outcome));
            table.rows.push_back({std::string(outcome), std::string(domain_word(domain)), number(parts.mean),
                                  number(parts.luck), number(parts.assumptions),
                                  fmt::format("{} to {}", number(parts.p05), number(parts.p95))});
        }
    return table;
}

}  // namespace

int run_and_write_priors(const RunOptions& options, const std::atomic<bool>& cancel) {
    const Scenario scenario = read_scenarios(options).front();
    const OutputFolder folder(options.out);
    Progress progress(options.quiet ? ProgressMode::never : options.progress);
    ManyRunsOptions runs_options;
    runs_options.seed = options.ensemble.seed;
    runs_options.threads = options.ensemble.threads;
    runs_options.cancel = &cancel;
    runs_options.progress = [&progress](std::int64_t done, std::int64_t all) { progress.report(done, all); };
    const PriorRuns runs = run_priors(scenario, options.priors, options.ensemble.replicates, runs_options);
    progress.finish();
    if (runs.cancelled) {
        if (!options.quiet) fmt::print(stderr, "cancelled; nothing was written\n");
        return exit_cancelled;
    }
    write_prior_runs(runs, options.out);
    if (!options.quiet) {
        fmt::print("{}", render(spread_table(runs), TableFormat::table));
        fmt::print(
            "\nStandard deviations at the end, over {} draws of {} assumptions with {} replicates each; "
            "not a forecast.\n",
            options.priors, runs.dimensions.size(), options.ensemble.replicates);
        std::fflush(stdout);
        fmt::print(stderr, "results are in {}\n", options.out.string());
    }
    return exit_done;
}

}  // namespace algemeente::cli
