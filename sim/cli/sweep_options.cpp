#include "cli/sweep_options.h"

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/file_kind.h"
#include "cli/message.h"
#include "experiments/design.h"
#include "experiments/model_runner.h"
#include "present/words/catalogue.h"
#include "present/words/numbers.h"
#include "text/error.h"

#include <fmt/format.h>

#include <cstdint>
#include <cstdio>
#include <utility>

namespace algemeente::cli {

namespace {

constexpr std::string_view progress_words[] = {"auto", "always", "never"};  // in the order of ProgressMode
constexpr int most_threads = 1024;
constexpr int longest_timeout_seconds = 10'000'000;

using present::Word;

template <typename... Parts>
std::string words_of(const SweepOptions& options, Word words, const Parts&... parts) {
    return present::filled(present::text(words, options.language), parts...);
}

std::string count_of(const SweepOptions& options, std::int64_t count) {
    return present::count_words(static_cast<std::size_t>(count), options.language);
}

/// A message on stderr, for people; --quiet silences it.
template <typename... Parts>
void say(const SweepOptions& options, Word words, const Parts&... parts) {
    if (!options.quiet) tell("{}\n", words_of(options, words, parts...));
}

/// Reports the first few failures at once; the store has all of them.
class Troubles {
public:
    explicit Troubles(const SweepOptions& options) : options_(options) {}

    void tell(const RunRecord& record) {
        constexpr int most = 5;
        if (++count_ > most) return;
        say(options_, Word::w_trouble, fmt::format("{}", record.run),
            words_of(options_, record.status == RunStatus::timeout ? Word::w_timeout : Word::w_failed), record.error,
            count_ == most ? words_of(options_, Word::w_more_trouble) : std::string());
    }

private:
    const SweepOptions& options_;
    int count_ = 0;
};

int conclude(const RunCounts& counts, const SweepOptions& options, bool cancelled) {
    const std::int64_t trouble = counts.failed + counts.timeout;
    if (!options.quiet)
        fmt::print("{}\n", words_of(options, Word::w_counts, options.store.string(), count_of(options, counts.done),
                                    count_of(options, counts.all), count_of(options, counts.failed),
                                    count_of(options, counts.timeout)));
    if (cancelled && counts.ended() < counts.all) {
        say(options, Word::w_cancelled);
        return exit_cancelled;
    }
    if (trouble > 0)
        say(options, Word::w_retry, counts.timeout > 0 ? words_of(options, Word::w_longer) : std::string(),
            count_of(options, trouble));
    return trouble > 0 ? exit_run_failed : exit_done;
}

}  // namespace

bool parse_sweep(const Invocation& invocation, SweepOptions& options) {
    CLI::App app(
        "Runs an experiment and keeps every run in a store. After an interruption of any kind the same command "
        "resumes; a finished sweep does nothing.");
    app.add_option("EXPERIMENT", options.file, "experiment file (TOML)")->type_name("");
    add_option(app, "--store", "FILE", "the store, an SQLite file (required); created if it does not exist",
               [&options](const std::string& text) { options.store = text; });
    add_option(app, "--from", "FILE", "repeat the experiment of this store instead of an experiment file",
               [&options](const std::string& text) { options.from = text; });
    add_option(app, "--threads", "N", "worker threads; results do not depend on it (default 0: all cores)",
               [&options](const std::string& text) {
                   options.threads = static_cast<int>(whole_number("--threads", text, 0, most_threads));
               });
    add_option(
        app, "--run-timeout", "SECONDS", "a run that takes longer is recorded as timed out and skipped (default: none)",
        [&options](const std::string& text) {
            options.run_timeout = static_cast<double>(whole_number("--run-timeout", text, 1, longest_timeout_seconds));
        });
    add_option(app, "--shard", "K/N",
               "run only part K of N, into a store of its own; 'algemeente merge' puts the parts together",
               [&options](const std::string& text) { options.shard = read_shard(text); });
    app.add_flag("--retry-failed", options.retry_failed, "run failed and timed-out runs again");
    app.add_flag(
        "--allow-other-program", options.other_program,
        "go on with a store that another build of this program began; a run is repeated first, and the build is "
        "noted in the store");
    add_option(app, "--progress", "WHEN", "progress on stderr: auto (default), always or never",
               [&options](const std::string& text) {
                   options.progress = static_cast<ProgressMode>(one_of("--progress", text, progress_words));
               });
    add_language_option(app, options.language);
    app.add_flag("--quiet", options.quiet, "print errors only");
    if (!parse(app, invocation)) return false;
    if (options.store.empty()) throw InputError("sweep: --store is missing; name the file to keep the runs in");
    if (options.file.empty() && options.from.empty())
        throw InputError("sweep: EXPERIMENT is missing; name an experiment file, or a store with --from");
    if (!options.file.empty() && !options.from.empty())
        throw InputError("sweep: --from and an experiment file exclude each other; give one of the two");
    return true;
}

Experiment experiment_of(const SweepOptions& options) {
    if (options.from.empty()) {
        expect_kind(options.file, FileKind::experiment);
        return read_experiment(options.file);
    }
    return Store(options.from, Store::Access::read).experiment();
}

int fill_store(const Experiment& experiment, const SweepOptions& options,
               const std::function<std::unique_ptr<Workforce>()>& hire, const std::atomic<bool>& cancel) {
    Store store(options.store, prepare_store(options.store, experiment, options.shard));
    if (options.retry_failed) say(options, Word::w_again, count_of(options, store.forget_failed()));
    if (!options.shard.is_whole())
        say(options, Word::w_shard, fmt::format("{}", options.shard.part), fmt::format("{}", options.shard.parts),
            count_of(options, options.shard.steps_of(point_count(experiment))),
            count_of(options, point_count(experiment)));
    const RunCounts before = store.own_counts();
    if (before.ended() == before.all) {
        const std::string other_build = store.changes_since().program;
        say(options, Word::w_nothing,
            other_build.empty() ? std::string() : words_of(options, Word::w_other_build, other_build));
        return conclude(before, options, false);
    }
    const ModelRunner model(experiment, 0);
    const std::string problem = problem_with_program(
        store, [&model](const RunTask& task, const std::atomic<bool>& stop) { return model.run(task, stop); },
        options.other_program);
    if (!problem.empty()) throw InputError(fmt::format("{}: {}", options.store.string(), problem));
    say(options, Word::w_begin, experiment.title, count_of(options, before.all), count_of(options, before.ended()));

    Progress progress(options.quiet ? ProgressMode::never : options.progress, {.count = Word::g_runs,
                                                                               .language = options.language,
                                                                               .between_lines = std::chrono::minutes(1),
                                                                               .also_without_terminal = true,
                                                                               .resumes = true});
    progress.report(before.ended(), before.all);
    Troubles troubles(options);
    const std::unique_ptr<Workforce> workforce = hire();
    const RunCounts counts =
        run_sweep(store, *workforce, cancel,
                  {[&progress](std::int64_t ended, std::int64_t all) { progress.report(ended, all); },
                   [&troubles](const RunRecord& record) { troubles.tell(record); }});
    progress.finish();
    return conclude(counts, options, cancel.load());
}

}  // namespace algemeente::cli
