// The store of a sweep: one SQLite file that knows its experiment in full and every run that has ended.
//
// Tables: experiment (one row), inputs, scenarios, points (a column per input), runs, outcomes (a column per number
// kept) and, when asked for, series. Runs and their numbers become durable together, in the transactions that keep()
// collects and commit() ends; what is not yet committed when the program dies is run again.
#pragma once

#include "experiments/experiment.h"
#include "experiments/run_record.h"
#include "experiments/sqlite.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace algemeente {

/// How many runs ended how.
struct RunCounts {
    std::int64_t all = 0;
    std::int64_t done = 0;
    std::int64_t failed = 0;
    std::int64_t timeout = 0;
    std::int64_t ended() const { return done + failed + timeout; }
};

class Store {
public:
    enum class Access : std::uint8_t { read, write };

    /// Makes a store with the points of the experiment; it is there completely or not at all.
    static void create(const std::filesystem::path& file, const Experiment& experiment);

    /// Opens a store; for writing it must not be open for writing elsewhere. Throws InputError.
    Store(std::filesystem::path file, Access access);
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    const Experiment& experiment() const { return experiment_; }
    std::string version() const;  ///< of the program that made it, "0.1.0 (commit)"

    RunCounts counts();
    /// The next runs that have not ended, from `first` on, at most `most`; fewer only at the end of the sweep.
    std::vector<RunTask> missing_runs(std::int64_t first, std::size_t most);
    /// The task of a run. Throws InputError for a number that the sweep does not have.
    RunTask task(std::int64_t run);
    /// What is known of a run; nothing when it has not ended.
    std::optional<RunRecord> record(std::int64_t run);
    /// The first run that was done, for a look whether this program still does the same.
    std::optional<std::int64_t> first_done();

    void keep(const RunRecord& record);
    /// Makes durable what was kept.
    void commit();
    /// Forgets runs that failed or took too long, so that they are run again. Returns how many.
    std::int64_t forget_failed();

    SqliteConnection& connection() { return connection_; }

private:
    class Lock;

    void keep_series(const RunRecord& record);
    RunTask task_at(std::int64_t run, std::int64_t point);
    SqliteStatement& prepared(const std::string& sql);

    std::filesystem::path file_;
    std::unique_ptr<Lock> lock_;
    SqliteConnection connection_;
    Experiment experiment_;
    std::vector<std::string> outcomes_;
    std::int64_t all_runs_ = 0;
    bool in_transaction_ = false;
    std::map<std::string, std::unique_ptr<SqliteStatement>> prepared_;  ///< by text
};

}  // namespace algemeente
