#include "experiments/store.h"

#include "experiments/design.h"
#include "experiments/store_layout.h"
#include "output/manifest.h"
#include "text/calendar.h"
#include "text/error.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <charconv>

namespace algemeente {

/// One writer at a time: a lock that dies with its program. Beside the store, since closing a second handle on the
/// store itself would take SQLite's own locks away.
class Store::Lock {
public:
    explicit Lock(const std::filesystem::path& store) : file_(store.string() + "-lock") {
        descriptor_ = open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (descriptor_ < 0) throw InputError(fmt::format("{}: cannot be opened for writing", file_));
        if (flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return;
        close(descriptor_);
        throw InputError(fmt::format("{}: another sweep is writing it; wait for it, or stop it", store.string()));
    }
    ~Lock() {
        unlink(file_.c_str());
        close(descriptor_);
    }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

private:
    std::string file_;
    int descriptor_ = -1;
};

namespace {

bool has_experiment(SqliteConnection& connection) {
    try {
        SqliteStatement tables(connection, "SELECT count(*) FROM sqlite_master WHERE name = 'experiment'");
        return tables.step() && tables.whole(0) > 0;
    } catch (const std::runtime_error&) {  // not a database at all
        return false;
    }
}

std::string definition_of(SqliteConnection& connection, const std::filesystem::path& file) {
    if (!has_experiment(connection)) throw InputError(fmt::format("{}: is not the store of a sweep", file.string()));
    SqliteStatement definition(connection, "SELECT layout, definition FROM experiment");
    if (!definition.step()) throw InputError(fmt::format("{}: holds no experiment", file.string()));
    if (definition.whole(0) != store_layout)
        throw InputError(
            fmt::format("{}: has layout {}, this version reads {}", file.string(), definition.whole(0), store_layout));
    return definition.text(1);
}

void require_file(const std::filesystem::path& file) {
    if (!std::filesystem::is_regular_file(file))
        throw InputError(fmt::format("{}: there is no such store", file.string()));
}

}  // namespace

Store::Store(std::filesystem::path file, Access access)
    : file_((require_file(file), std::move(file))),
      lock_(access == Access::write ? std::make_unique<Lock>(file_) : nullptr),
      connection_(file_, access == Access::write ? SqliteConnection::Mode::write : SqliteConnection::Mode::read),
      experiment_(experiment_from_json(definition_of(connection_, file_))),
      outcomes_(kept_outcomes(experiment_)),
      all_runs_(run_count(experiment_)) {
    // write-ahead log: readers are not in the way, and a commit is on the disk when it returns
    if (access == Access::write) connection_.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
}

Store::~Store() {
    prepared_.clear();
    if (!lock_) return;
    try {
        // one plain file again, to copy and to read where nothing can be written; a reader that has it open keeps
        // the log for now, and that does no harm
        connection_.execute("PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE");
    } catch (const std::runtime_error&) {  // NOLINT: see above
    }
}

SqliteStatement& Store::prepared(const std::string& sql) {
    std::unique_ptr<SqliteStatement>& statement = prepared_[sql];
    if (!statement) statement = std::make_unique<SqliteStatement>(connection_, sql);
    statement->reset();
    return *statement;
}

std::string Store::version() const {
    SqliteStatement statement(const_cast<SqliteConnection&>(connection_),  // NOLINT: reading changes nothing
                              "SELECT version, commit_id FROM experiment");
    statement.step();
    return fmt::format("{} ({})", statement.text(0), statement.text(1));
}

RunCounts Store::counts() {
    RunCounts counts{.all = all_runs_};
    SqliteStatement statement(connection_, "SELECT status, count(*) FROM runs GROUP BY status");
    while (statement.step()) {
        const std::string status = statement.text(0);
        if (status == status_word(RunStatus::done)) counts.done = statement.whole(1);
        if (status == status_word(RunStatus::failed)) counts.failed = statement.whole(1);
        if (status == status_word(RunStatus::timeout)) counts.timeout = statement.whole(1);
    }
    return counts;
}

std::vector<RunTask> Store::missing_runs(std::int64_t first, std::size_t most) {
    std::vector<RunTask> tasks;
    SqliteStatement& ended = prepared("SELECT run FROM runs WHERE run >= ? ORDER BY run");
    ended.bind(first);
    bool more = ended.step();
    for (std::int64_t run = first; run < all_runs_ && tasks.size() < most; ++run) {
        if (more && ended.whole(0) == run) {
            more = ended.step();
            continue;
        }
        const std::int64_t point = run / experiment_.replicates;
        if (!tasks.empty() && tasks.back().point == point) {
            tasks.push_back(tasks.back());
            tasks.back().run = run;
            tasks.back().replicate = static_cast<int>(run % experiment_.replicates);
        } else {
            tasks.push_back(task_at(run, point));
        }
    }
    ended.reset();  // an open reader would keep the log from being folded into the file
    return tasks;
}

RunTask Store::task_at(std::int64_t run, std::int64_t point) {
    SqliteStatement& row = prepared("SELECT * FROM points WHERE point = ?");
    row.bind(point);
    if (!row.step()) connection_.fail(fmt::format("point {} is missing", point));
    RunTask task{.run = run,
                 .point = point,
                 .scenario = static_cast<int>(row.whole(1)),
                 .replicate = static_cast<int>(run % experiment_.replicates),
                 .values = {}};
    for (std::size_t i = 0; i < experiment_.inputs.size(); ++i)
        task.values.push_back(row.number(static_cast<int>(i) + 2));
    row.reset();
    return task;
}

RunTask Store::task(std::int64_t run) {
    if (run < 0 || run >= all_runs_)
        throw InputError(fmt::format("--run: {} is not possible; this sweep has runs 0 to {}", run, all_runs_ - 1));
    return task_at(run, run / experiment_.replicates);
}

std::optional<RunRecord> Store::record(std::int64_t run) {
    SqliteStatement& row = prepared("SELECT status, seconds, fingerprint, error FROM runs WHERE run = ?");
    row.bind(run);
    if (!row.step()) return std::nullopt;
    RunRecord record{.run = run, .seconds = row.number(1), .error = row.text(3), .outcomes = {}, .series = {}};
    for (const RunStatus status : {RunStatus::done, RunStatus::failed, RunStatus::timeout})
        if (row.text(0) == status_word(status)) record.status = status;
    const std::string hash = row.text(2);
    std::from_chars(hash.data(), hash.data() + hash.size(), record.fingerprint, 16);
    row.reset();
    SqliteStatement& numbers = prepared("SELECT * FROM outcomes WHERE run = ?");
    numbers.bind(run);
    if (numbers.step())
        for (std::size_t i = 0; i < outcomes_.size(); ++i)
            record.outcomes.push_back(numbers.number(static_cast<int>(i) + 1));
    numbers.reset();
    return record;
}

std::optional<std::int64_t> Store::first_done() {
    SqliteStatement statement(connection_, "SELECT run FROM runs WHERE status = 'done' ORDER BY run LIMIT 1");
    if (!statement.step()) return std::nullopt;
    return statement.whole(0);
}

void Store::keep(const RunRecord& record) {
    if (!in_transaction_) connection_.execute("BEGIN IMMEDIATE");
    in_transaction_ = true;
    SqliteStatement& run = prepared("INSERT OR REPLACE INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    run.bind(record.run).bind(record.run / experiment_.replicates).bind(record.run % experiment_.replicates);
    run.bind(status_word(record.status)).bind(static_cast<std::int64_t>(experiment_.seed)).bind_number(record.seconds);
    if (record.status == RunStatus::done)
        run.bind(fingerprint_text(record.fingerprint)).bind_null();
    else
        run.bind_null().bind(record.error);
    run.run();
    if (record.status != RunStatus::done) return;
    SqliteStatement& numbers = prepared(insert_statement("outcomes", outcomes_.size() + 1));
    numbers.bind(record.run);
    for (const double value : record.outcomes) numbers.bind_number(value);
    numbers.run();
    if (experiment_.series) keep_series(record);
}

void Store::keep_series(const RunRecord& record) {
    const std::size_t width = series_columns(experiment_).size();
    SqliteStatement& row = prepared(insert_statement("series", width + 2));
    for (std::size_t month = 0; month * width < record.series.size(); ++month) {
        row.bind(record.run).bind(date_of(static_cast<int>(month)));
        for (std::size_t i = 0; i < width; ++i) row.bind_number(record.series[month * width + i]);
        row.run();
    }
}

void Store::commit() {
    if (in_transaction_) connection_.execute("COMMIT");
    in_transaction_ = false;
}

std::int64_t Store::forget_failed() {
    const RunCounts before = counts();
    connection_.execute("DELETE FROM runs WHERE status <> 'done'");
    return before.ended() - counts().ended();
}

}  // namespace algemeente
