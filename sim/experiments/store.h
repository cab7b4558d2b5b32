// The store of a sweep: one SQLite file that knows its experiment in full and every run that has ended.
//
// Tables: experiment (one row), inputs, scenarios, points (a column per input), runs, outcomes (a column per number
// kept) and, when asked for, series. Runs and their numbers become durable together, in the transactions that keep()
// collects and commit() ends; what is not yet committed when the program dies is run again. The tables programs and
// data_files say what the runs were made with; stores of before them have neither.
#pragma once

#include "experiments/experiment.h"
#include "experiments/run_record.h"
#include "experiments/shard.h"
#include "experiments/sqlite.h"
#include "experiments/store_lock.h"
#include "output/made_with.h"

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

/// Some runs that have not ended, and the step (see RunOrder) from which to look for more.
struct MissingRuns {
    std::vector<RunTask> tasks;
    std::int64_t next_step = 0;
    bool at_end = false;
};

/// What is different from when a store was filled, in words; empty: nothing.
struct StoreChanges {
    std::string data;
    std::string program;
};

class Store {
public:
    enum class Access : std::uint8_t { read, write };

    /// Makes a store with the points of the experiment, of which it will run those of `shard`; it is there completely
    /// or not at all. `made_with`: what its runs are made with, where it is not this program with the data of now.
    static void create(const std::filesystem::path& file, const Experiment& experiment, const StoreLock& lock,
                       const Shard& shard = {}, const std::optional<MadeWith>& made_with = {});

    /// Opens a store; for writing it must not be open for writing elsewhere. Throws InputError.
    Store(const std::filesystem::path& file, Access access);
    /// Opens it for writing with a lock that was taken before.
    Store(std::filesystem::path file, StoreLock lock);
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    const std::filesystem::path& file() const { return file_; }
    const Experiment& experiment() const { return experiment_; }
    /// What the last runs were made with; nothing in stores of before this was kept.
    std::optional<MadeWith> made_with();
    /// Program and data that go on with the store from now on: a new row of the table programs.
    void add_made_with(const MadeWith& made_with);
    /// In what this program and the data of now differ from those of the store.
    StoreChanges changes_since();
    std::string version();  ///< of the program that made it, "0.1.0 (commit)"

    /// The part of the sweep that it is for.
    const Shard& shard() const { return shard_; }

    /// Of the whole sweep.
    RunCounts counts();
    /// Of its shard.
    RunCounts own_counts();
    /// The next runs that have not ended, in the order of RunOrder from step `first` on: whole steps, until there are
    /// `most` of them or more, or the sweep is at its end.
    MissingRuns missing_runs(std::int64_t first, std::size_t most);
    /// The task of a run. Throws InputError for a number that the sweep does not have.
    RunTask task(std::int64_t run);
    /// What is known of a run; nothing when it has not ended.
    std::optional<RunRecord> record(std::int64_t run);
    /// The first run that was done, for a look whether this program still does the same.
    std::optional<std::int64_t> first_done();

    void keep(const RunRecord& record);
    /// Makes durable what was kept.
    void commit();
    /// Brings what is durable into the store's own file, so that a copy of that one file has it, too.
    void fold();
    /// Forgets runs that failed or took too long, so that they are run again. Returns how many.
    std::int64_t forget_failed();

    /// From now on every reader of the tables meets only the points that are done in all scenarios and replicates; the
    /// file does not change.
    void show_complete_points_only();

    SqliteConnection& connection() { return connection_; }

private:
    Store(std::filesystem::path file, std::optional<StoreLock> lock);

    void keep_series(const RunRecord& record);
    RunTask task_at(std::int64_t run, std::int64_t point);
    void add_missing(std::vector<RunTask>& tasks, std::int64_t point);
    SqliteStatement& prepared(const std::string& sql);

    std::filesystem::path file_;
    std::optional<StoreLock> lock_;  ///< when it is open for writing
    SqliteConnection connection_;
    Experiment experiment_;
    std::vector<std::string> outcomes_;
    std::int64_t all_runs_ = 0;
    Shard shard_;
    bool in_transaction_ = false;
    std::map<std::string, std::unique_ptr<SqliteStatement>> prepared_;  ///< by text
};

}  // namespace algemeente
