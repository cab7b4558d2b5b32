#include "experiments/sweep.h"

#include "experiments/store_layout.h"
#include "output/manifest.h"
#include "output/results.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds between_commits{200};
constexpr std::size_t window = 1024;  // runs looked up in the store at once

/// The runs that are still to be done, a window at a time.
class ToDo {
public:
    explicit ToDo(Store& store) : store_(store) {}

    std::vector<RunTask> take(std::size_t most) {
        if (next_ == tasks_.size() && !at_end_) {
            tasks_ = store_.missing_runs(first_, window);
            next_ = 0;
            at_end_ = tasks_.size() < window;
            if (!tasks_.empty()) first_ = tasks_.back().run + 1;
        }
        std::vector<RunTask> taken;
        for (; next_ < tasks_.size() && taken.size() < most; ++next_) taken.push_back(std::move(tasks_[next_]));
        return taken;
    }

private:
    Store& store_;
    std::vector<RunTask> tasks_;
    std::size_t next_ = 0;
    std::int64_t first_ = 0;
    bool at_end_ = false;
};

void count(RunCounts& counts, RunStatus status) {
    switch (status) {
        case RunStatus::done: ++counts.done; break;
        case RunStatus::failed: ++counts.failed; break;
        case RunStatus::timeout: ++counts.timeout; break;
        case RunStatus::cancelled: break;
    }
}

}  // namespace

RunCounts run_sweep(Store& store, Workforce& workforce, const std::atomic<bool>& cancel,
                    const SweepProgress& progress) {
    RunCounts counts = store.counts();
    ToDo to_do(store);
    Clock::time_point committed = Clock::now();
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
            store.commit();
            committed = Clock::now();
            if (progress.report) progress.report(counts.ended(), counts.all);
        }
        if (over) return counts;
    }
}

void prepare_store(const std::filesystem::path& file, const Experiment& experiment) {
    if (!std::filesystem::exists(file)) {
        Store::create(file, experiment);
        return;
    }
    Store store(file, Store::Access::read);
    if (experiment_identity(store.experiment()) == experiment_identity(experiment)) return;
    throw InputError(
        fmt::format("{}: is the store of another experiment ('{}'), or this one has changed since; name another file "
                    "with --store, or go on with the old one: sweep --from {} --store {}",
                    file.string(), store.experiment().title, file.string(), file.string()));
}

std::string problem_with_version(Store& store, const RunModel& model) {
    if (store.version() == fmt::format("{} ({})", program_version(), program_commit())) return {};
    const std::optional<std::int64_t> run = store.first_done();
    if (!run) return {};
    const std::atomic<bool> never{false};
    const RunRecord again = model(store.task(*run), never);
    const std::uint64_t before = store.record(*run)->fingerprint;
    if (again.status == RunStatus::done && again.fingerprint == before) return {};
    return fmt::format(
        "was begun by version {}, and this one, {} ({}), gives another result for run {}; finish it with "
        "that version, or begin a new store",
        store.version(), program_version(), program_commit(), *run);
}

}  // namespace algemeente
