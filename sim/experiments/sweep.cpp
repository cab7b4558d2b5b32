#include "experiments/sweep.h"

#include "netherlands/country.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds between_commits{200};
constexpr std::chrono::seconds between_folds{2};
constexpr std::size_t window = 1024;  // runs looked up in the store at once

/// The runs that are still to be done, a window at a time.
class ToDo {
public:
    explicit ToDo(Store& store) : store_(store) {}

    std::vector<RunTask> take(std::size_t most) {
        if (next_ == window_.tasks.size() && !window_.at_end) {
            window_ = store_.missing_runs(window_.next_step, window);
            next_ = 0;
        }
        std::vector<RunTask> taken;
        for (; next_ < window_.tasks.size() && taken.size() < most; ++next_)
            taken.push_back(std::move(window_.tasks[next_]));
        return taken;
    }

private:
    Store& store_;
    MissingRuns window_;
    std::size_t next_ = 0;
};

void count(RunCounts& counts, RunStatus status) {
    switch (status) {
        case RunStatus::done: ++counts.done; break;
        case RunStatus::failed: ++counts.failed; break;
        case RunStatus::timeout: ++counts.timeout; break;
        case RunStatus::cancelled: break;
    }
}

/// To be called before runs become durable: a run reads the data anew when a parameter asks for another country.
void require_unchanged_data(Store& store) {
    const std::string changes = store.changes_since().data;
    if (changes.empty()) return;
    throw InputError(
        fmt::format("{}: the data changed while the sweep was running: in {}, {}; runs that had not been saved by then "
                    "are left out; put the old data back, and repeat the command",
                    store.file().string(), data_folder().string(), changes));
}

}  // namespace

RunCounts run_sweep(Store& store, Workforce& workforce, const std::atomic<bool>& cancel,
                    const SweepProgress& progress) {
    RunCounts counts = store.own_counts();
    ToDo to_do(store);
    Clock::time_point committed = Clock::now();
    Clock::time_point folded = committed;
    bool all_given = false;
    while (true) {
        const bool cancelled = cancel.load(std::memory_order_relaxed);
        // one gulp between two collections, or quick workers would pile up what they hand in
        const std::size_t room = all_given || cancelled ? 0 : workforce.room();
        if (room > 0) {
            std::vector<RunTask> tasks = to_do.take(room);
            all_given = tasks.empty();
            if (!all_given) workforce.give(std::move(tasks));
        }
        const bool over = (all_given || cancelled) && workforce.in_flight() == 0;
        if (!over) {
            constexpr std::chrono::milliseconds patience{20};
            for (const RunRecord& record : workforce.collect(patience)) {
                if (record.status == RunStatus::cancelled) continue;
                store.keep(record);
                count(counts, record.status);
                if (record.status != RunStatus::done && progress.trouble) progress.trouble(record);
            }
        }
        if (over || Clock::now() - committed >= between_commits) {
            require_unchanged_data(store);
            store.commit();
            committed = Clock::now();
            if (committed - folded >= between_folds) {
                store.fold();
                folded = committed;
            }
            if (progress.report) progress.report(counts.ended(), counts.all);
        }
        if (over) return counts;
    }
}

namespace {

/// What SQLite kept beside a store that is gone would be played back into a new one of the same name.
void require_no_remains(const std::filesystem::path& file) {
    for (const char* ending : {"-wal", "-journal"}) {
        const std::filesystem::path remains = real_name(file).string() + ending;
        std::error_code ignored;
        if (std::filesystem::exists(remains, ignored))
            throw InputError(
                fmt::format("{}: there is no such store, but {} is left of one; put its store back beside it, or "
                            "remove it",
                            file.string(), remains.string()));
    }
}

void require_same_experiment(Store& store, const std::filesystem::path& file, const Experiment& experiment) {
    if (experiment_identity(store.experiment()) == experiment_identity(experiment)) return;
    throw InputError(
        fmt::format("{}: is the store of another experiment ('{}'), or this one has changed since; name another file "
                    "with --store, or go on with the old one: sweep --from {} --store {}",
                    file.string(), store.experiment().title, file.string(), file.string()));
}

void require_same_shard(const Store& store, const std::filesystem::path& file, const Shard& shard) {
    if (store.shard() == shard) return;
    const auto words = [](const Shard& one) {
        return one.is_whole() ? std::string("the whole sweep") : fmt::format("shard {}", shard_text(one));
    };
    throw InputError(
        fmt::format("{}: is the store of {}, not of {}; give every shard a store of its own, and put them "
                    "together with merge",
                    file.string(), words(store.shard()), words(shard)));
}

/// A store of before data were kept says nothing about them: there problem_with_program() repeats a run.
void require_same_data(Store& store, const std::filesystem::path& file) {
    const std::string changes = store.changes_since().data;
    if (changes.empty() || store.counts().ended() == 0) return;
    throw InputError(fmt::format(
        "{}: was begun with other data: in {}, {} since; put the old data back (ALGEMEENTE_DATA names their "
        "folder), or begin a new store with another --store",
        file.string(), data_folder().string(), changes));
}

/// Whether this program does the first run of the store again to the last bit; true when there is none yet.
bool repeats_a_run(Store& store, const RunModel& model, std::optional<std::int64_t>& run) {
    run = store.first_done();
    if (!run) return true;
    const std::atomic<bool> not_cancelled{false};
    const RunRecord again = model(store.task(*run), not_cancelled);
    return again.status == RunStatus::done && again.fingerprint == store.record(*run)->fingerprint;
}

}  // namespace

StoreLock prepare_store(const std::filesystem::path& file, const Experiment& experiment, const Shard& shard) {
    StoreLock lock(file);
    if (!std::filesystem::exists(file)) {
        require_no_remains(file);
        Store::create(file, experiment, lock, shard);
        return lock;
    }
    Store store(file, Store::Access::read);
    require_same_experiment(store, file, experiment);
    require_same_shard(store, file, shard);
    require_same_data(store, file);
    return lock;
}

std::string problem_with_program(Store& store, const RunModel& model, bool other_allowed) {
    const MadeWith now = made_with_now(store.experiment().scenarios);
    const std::optional<MadeWith> before = store.made_with();
    if (before && *before == now) return {};
    const std::string changes = store.changes_since().program;
    if (!changes.empty() && !other_allowed && store.counts().ended() > 0)
        return fmt::format(
            "was filled by another build of this program ({}); finish it with that build, begin a new store, or allow "
            "it with --allow-other-program, which repeats a run first and notes the build in the store",
            changes);
    std::optional<std::int64_t> run;
    if (!repeats_a_run(store, model, run))
        return fmt::format(
            "was filled by another build of this program, or with other data ({}), and run {} gives another result "
            "now; finish it with that build and those data, or begin a new store",
            changes.empty() ? "it does not say which" : changes, *run);
    store.add_made_with(now);
    return {};
}

}  // namespace algemeente
