// liveness: does anything move when a factor, a class of agents or a parameter moves?
#include "cli/cancellation.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/message.h"
#include "cli/result_folder.h"
#include "cli/study_options.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "patterns/liveness_tables.h"
#include "present/words/catalogue.h"

#include <fmt/format.h>

#include <cstdio>
#include <optional>

namespace algemeente::cli {

namespace {

struct LivenessOptions : StudyOptions {
    std::string only;
    int months = 0;  ///< 0: the protocol's length
};

void add_options(CLI::App& app, LivenessOptions& options) {
    app.add_option("scenario_file", options.scenario_file, "base scenario (default: the baseline)")
        ->type_name("SCENARIO");
    app.add_option("--only", options.only,
                   "what to move: names as in ict,citizens,support_base, or the groups factors, agents and parameters "
                   "(default: everything)")
        ->type_name("NAMES");
    add_option(app, "--months", "N",
               "length from January 2015 (default 180); outcomes are read in June 2027, or at the end of a shorter run",
               [&options](const std::string& text) {
                   options.months = static_cast<int>(whole_number("--months", text, 1, 600));
               });
    add_study_options(app, options, "folder for liveness.csv, liveness_summary.csv, liveness.html and manifest.json");
}

Scenario base_of(const LivenessOptions& options) {
    Scenario base = base_scenario(options);
    if (options.months > 0) base.parameters.months = options.months;
    return base;
}

void write(const Liveness& liveness, const StudyRecord& record, ResultFolder& folder, const LivenessOptions& options) {
    write_liveness_tables(liveness, folder.aside());
    write_liveness_page(liveness, record, folder.aside() / "liveness.html", options.language);
    write_study_record(record, folder.aside() / "manifest.json");
    const std::string place = folder.finish().string();
    if (!options.quiet)
        tell("{}\n", present::filled(present::text(present::Word::t_results_in, options.language), place));
}

void print(const Liveness& liveness, present::Language language) {
    const std::size_t width = is_terminal(stdout) ? terminal_width(stdout, 0) : 0;
    fmt::print("{}\n", render(liveness_table_for_people(liveness, language), TableFormat::table, width));
    for (const std::string& sentence : liveness_sentences(liveness, language)) fmt::print("{}\n", sentence);
    std::fflush(stdout);
}

}  // namespace

int perform_liveness(const Invocation& invocation) {
    LivenessOptions options;
    options.replicates = 24;
    CLI::App app(
        "Does anything move when a factor, a class of agents or a parameter moves? Each factor is held at its ceiling\n"
        "and shifted by one standard deviation either way, each class of agents decides nothing, each assumption and\n"
        "lever is at either end of its range: one at a time, against the same random numbers. What changes no outcome\n"
        "by 1 % (a level by 0.005) and by three standard errors is inert. Exit code 3: something is inert, and no\n"
        "reason is given for it.");
    add_options(app, options);
    if (!parse(app, invocation)) return exit_done;
    const std::vector<LivenessThing> things = chosen_things(options.only);
    const Scenario base = base_of(options);
    std::optional<ResultFolder> folder;
    if (!options.out.empty()) folder.emplace(options.out, options.earlier);

    Progress progress(options.quiet ? ProgressMode::never : options.progress);
    const Stopwatch watch;
    const Liveness liveness =
        study_liveness(base, things, options.replicates, runs_of(options, progress, cancel_on_signals()));
    progress.finish();
    if (liveness.cancelled) {
        if (!options.quiet) tell("{}\n", present::text(present::Word::t_cancelled_nothing, options.language));
        return exit_cancelled;
    }
    if (!options.quiet) print(liveness, options.language);
    if (folder) write(liveness, record_of(options, base, invocation, watch.seconds()), *folder, options);
    return unexplained(liveness).empty() ? exit_done : exit_pattern_broken;
}

}  // namespace algemeente::cli
