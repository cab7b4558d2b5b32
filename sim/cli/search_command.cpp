// search: which packages of levers no other beats.
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
#include "present/words/catalogue.h"
#include "present/words/numbers.h"
#include "search/package_words.h"
#include "search/write_search.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

namespace algemeente::cli {

namespace {

using present::Word;

using SearchCommand = StoreStudy;

template <typename... Parts>
std::string say(const SearchCommand& command, Word word, const Parts&... parts) {
    return present::filled(present::text(word, command.language), parts...);
}

std::string count(const SearchCommand& command, std::size_t number) {
    return present::count_words(number, command.language);
}

std::string round_words(const SearchCommand& command, const SearchResult& so_far) {
    const SearchRound& round = so_far.rounds.back();
    return say(command, Word::se_round, count(command, so_far.rounds.size() - 1), count(command, round.looked_at),
               count(command, round.front), present::number_words(round.volume, command.language, {.decimals = 4}));
}

std::string stop_words(const SearchCommand& command, const Search& search, const SearchResult& result) {
    const auto percent = [&](double share) {
        return present::number_words(share, command.language, {.percent = true, .decimals = 1});
    };
    const std::string rounds = count(command, result.rounds.size() - 1);
    const std::string span = count(command, result.last_rounds);
    return result.still ? say(command, Word::se_still, rounds, span, percent(search.still_growth))
                        : say(command, Word::se_most, rounds, span, percent(result.last_growth));
}

/// The most robust packages in words.
Table short_table(const SearchCommand& command, const Search& search, const SearchResult& result) {
    constexpr std::size_t most = 10;
    Table table{{say(command, Word::se_head_package), say(command, Word::se_head_words)}, {}};
    for (const Result& one : result.front) {
        if (table.rows.size() == most) break;
        table.rows.push_back({fmt::format("{}", one.number),
                              say(command, Word::se_effects, package_words(search, one.package, command.language),
                                  effects_words(search, one, *result.base, command.language))});
    }
    return table;
}

StudyRecord record_of(const Search& search, const Invocation& invocation, double seconds) {
    StudyRecord record = search_record(search);
    record.command = repeating(invocation.program, invocation);
    record.seconds = seconds;
    return record;
}

bool parse_search(const Invocation& invocation, SearchCommand& command) {
    CLI::App app(
        "Searches for packages of levers that no other beats: values, dates and reach, weighed by several objectives\n"
        "under limits (NSGA-II with an epsilon archive), on the same random numbers and members for every package.\n"
        "Every run is kept in the store; after an interruption of any kind the same command goes on. Writes "
        "front.csv,\n"
        "packages.csv, rounds.csv and a page, after all of the front was run again with fresh random numbers.");
    app.add_option("SEARCH", command.file, "search file (TOML), with [[lever]], [[objective]] and [[limit]]")
        ->type_name("");
    add_place_options(app, command, "default: the name of the store without its ending");
    add_work_options(app, command);
    if (!parse(app, invocation)) return false;
    if (command.file.empty())
        throw InputError("search: SEARCH is missing; name a search file, for example scenarios/search/packages.toml");
    if (command.store.empty()) throw InputError("search: --store is missing; name the file to keep the runs in");
    if (command.out.empty()) {
        command.out = command.store;
        command.out.replace_extension();
        if (command.out == command.store) command.out += "-results";
    }
    return true;
}

int search_and_write(const Search& search, const SearchCommand& command, const Invocation& invocation,
                     const std::atomic<bool>& cancel) {
    ResultFolder folder(command.out, command.earlier);
    SearchStore store(command.store, search, command.other_program);
    const auto tell_person = [&](const std::string& words) {
        if (!command.quiet) tell("{}\n", words);
    };
    tell_person(say(command, Word::se_begin, search.title, count(command, search.levers.size()),
                    count(command, search.objectives.size()), count(command, static_cast<std::size_t>(search.runs)),
                    count(command, store.run_count())));
    const Stopwatch watch;
    Progress progress = progress_of(command);
    SearchOptions options;
    options.threads = command.threads;
    options.cancel = &cancel;
    options.progress = [&progress](std::int64_t done, std::int64_t all) { progress.report(done, all); };
    const SearchResult result = search_packages(
        search, store, options, [&](const SearchResult& so_far) { tell_person(round_words(command, so_far)); });
    progress.finish();
    if (result.cancelled) {
        tell_person(say(command, Word::w_cancelled));
        return exit_cancelled;
    }
    write_search(search, result, folder.aside());
    const StudyRecord record = record_of(search, invocation, watch.seconds());
    write_search_page(search, result, record, folder.aside() / "search.html", command.language);
    write_study_record(record, folder.aside() / "manifest.json");
    const std::string place = folder.finish().string();
    if (command.quiet) return exit_done;
    const auto unbeaten =
        std::count_if(result.front.begin(), result.front.end(), [](const Result& one) { return one.unbeaten; });
    if (!result.front.empty())
        fmt::print("{}\n", render(short_table(command, search, result), TableFormat::table, 120));
    fmt::print(
        "{}\n{}\n", stop_words(command, search, result),
        result.front.empty()
            ? say(command, Word::se_none)
            : say(command, Word::se_front, count(command, result.front.size()), count(command, result.looked_at)) +
                  ". " + say(command, Word::se_again, count(command, static_cast<std::size_t>(unbeaten))));
    std::fflush(stdout);
    if (result.runs_done > 0)
        tell("{}\n", say(command, Word::se_rate, count(command, static_cast<std::size_t>(result.runs_done)),
                         present::duration_words(result.seconds_of_runs, command.language),
                         present::number_words(static_cast<double>(result.runs_done) / result.seconds_of_runs,
                                               command.language)));
    tell("{}\n", say(command, Word::t_results_in, place));
    return exit_done;
}

}  // namespace

int perform_search(const Invocation& invocation) {
    SearchCommand command;
    if (!parse_search(invocation, command)) return exit_done;
    return search_and_write(read_search(command.file), command, invocation, cancel_on_signals());
}

}  // namespace algemeente::cli
