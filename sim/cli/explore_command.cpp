// explore: which results the model can give within the ranges of its assumptions.
#include "cli/arguments.h"
#include "cli/cancellation.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/message.h"
#include "cli/progress.h"
#include "cli/result_folder.h"
#include "cli/store_study.h"
#include "cli/study_options.h"
#include "cli/table.h"
#include "experiments/workforce.h"
#include "exploration/exploration_page.h"
#include "exploration/exploration_runner.h"
#include "exploration/write_exploration.h"
#include "present/words/catalogue.h"
#include "present/words/names.h"
#include "present/words/numbers.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <optional>

namespace algemeente::cli {

namespace {

using present::Word;

struct ExploreCommand : StoreStudy {
    std::optional<int> evaluations;
    std::optional<std::uint64_t> seed;

    template <typename... Parts>
    std::string say(Word word, const Parts&... parts) const {
        return present::filled(present::text(word, language), parts...);
    }
    std::string count(std::size_t number) const { return present::count_words(number, language); }
};

bool parse_explore(const Invocation& invocation, ExploreCommand& command) {
    CLI::App app(
        "Finds out which results the model can give at all: plain draws of all assumptions, then draws that are bred\n"
        "where few results have been seen, over a grid of results (pattern space exploration). Every run is kept in\n"
        "the store; after an interruption of any kind the same command resumes, and with more --evaluations it\n"
        "continues. Writes explore.csv, axes.csv, cells.csv, pairs.csv, growth.csv, answer.csv, telling.csv and a "
        "page.");
    app.add_option("EXPLORATION", command.file, "exploration file (TOML)")->type_name("");
    add_place_options(app, command, "required");
    add_option(app, "--evaluations", "N", "runs of the search (default: as the file says)",
               [&command](const std::string& text) {
                   command.evaluations =
                       static_cast<int>(whole_number("--evaluations", text, fewest_evaluations, most_evaluations));
               });
    add_option(app, "--seed", "S", "seed of all draws (default: as the file says)",
               [&command](const std::string& text) { command.seed = whole_number("--seed", text, 0, 1'000'000'000); });
    add_work_options(app, command);
    if (!parse(app, invocation)) return false;
    if (command.file.empty())
        throw InputError(
            "explore: EXPLORATION is missing; name an exploration file, for example "
            "scenarios/exploration/domains.toml");
    if (command.store.empty()) throw InputError("explore: --store is missing; name the file to keep the runs in");
    if (command.out.empty()) throw InputError("explore: --out is missing; name the folder for the results: --out DIR");
    return true;
}

StudyRecord record_of(const Exploration& exploration, const Invocation& invocation, double seconds) {
    StudyRecord record;
    record.command = repeating(invocation.program, invocation);
    record.scenario = exploration.base.name;
    record.municipalities = municipalities_text(exploration.base.municipalities);
    record.municipality_count = static_cast<int>(country_of(exploration.base, exploration.seed).size());
    record.months = exploration.base.months();
    record.replicates = 1;
    record.priors = exploration.evaluations;
    record.seed = exploration.seed;
    record.seconds = seconds;
    record.made_with = made_with_now({exploration.base});
    return record;
}

/// The axes, with what plain draws and all runs reach.
Table short_table(const ExploreCommand& command, const Exploration& exploration, const ExplorationResult& result) {
    const Table all = axes_table(exploration, result);
    const auto range = [&](const std::vector<Cell>& row, std::string_view low, std::string_view high) {
        const auto number = [&](std::string_view name) {
            const auto column = std::find(all.columns.begin(), all.columns.end(), name) - all.columns.begin();
            return present::number_words(std::get<double>(row[static_cast<std::size_t>(column)]), command.language,
                                         {.digits = 3});
        };
        return command.say(Word::from_to, number(low), number(high));
    };
    Table table{
        {command.say(Word::exp_head_result), command.say(Word::exp_head_plain), command.say(Word::exp_head_reached)},
        {}};
    for (const std::vector<Cell>& row : all.rows)
        table.rows.push_back({present::name_of("statistic." + std::get<std::string>(row.front()), command.language),
                              range(row, "plain_p05", "plain_p95"), range(row, "lowest", "highest")});
    return table;
}

ExplorationResult run_search(const Exploration& exploration, const ExploreCommand& command,
                             const std::atomic<bool>& cancel) {
    ExplorationStore store(command.store, exploration, command.other_program);
    if (!command.quiet)
        tell("{}\n", command.say(Word::exp_begin, exploration.title, command.count(exploration.dimensions().size()),
                                 command.count(exploration.axes.size()), command.count(exploration.cell_count()),
                                 command.count(store.runs().size())));
    const ExplorationRunner runner(exploration);
    ThreadWorkforce workforce(
        [&runner](const RunTask& task, const std::atomic<bool>& stop) { return runner.run(task, stop); },
        command.threads, cancel);
    Progress progress = progress_of(command);
    ExploreOptions options;
    options.threads = command.threads;
    options.watch.cancel = &cancel;
    options.watch.progress = [&progress](std::int64_t done, std::int64_t all) { progress.report(done, all); };
    ExplorationResult result = explore(exploration, store, workforce, options);
    progress.finish();
    return result;
}

}  // namespace

int perform_explore(const Invocation& invocation) {
    ExploreCommand command;
    if (!parse_explore(invocation, command)) return exit_done;
    Exploration exploration = read_exploration(command.file);
    if (command.evaluations) exploration.evaluations = *command.evaluations;
    if (command.seed) exploration.seed = *command.seed;
    ResultFolder folder(command.out, command.earlier);
    const Stopwatch watch;
    const ExplorationResult result = run_search(exploration, command, cancel_on_signals());
    if (result.cancelled) {
        if (!command.quiet) tell("{}\n", command.say(Word::w_cancelled));
        return exit_cancelled;
    }
    write_exploration(exploration, result, folder.aside());
    const StudyRecord record = record_of(exploration, invocation, watch.seconds());
    write_exploration_page(exploration, result, record, folder.aside() / "exploration.html", command.language);
    write_study_record(record, folder.aside() / "manifest.json");
    const std::string place = folder.finish().string();
    if (command.quiet) return exit_done;
    fmt::print("{}\n{}\n", render(short_table(command, exploration, result), TableFormat::table),
               reached_sentence(exploration, result, command.language));
    for (const std::string& sentence : answer_sentences(exploration, result, command.language))
        fmt::print("{}\n", sentence);
    std::fflush(stdout);
    tell("{}\n", command.say(Word::t_results_in, place));
    return exit_done;
}

}  // namespace algemeente::cli
