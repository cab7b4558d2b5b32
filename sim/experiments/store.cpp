#include "experiments/store.h"

#include "experiments/design.h"
#include "experiments/run_order.h"
#include "experiments/store_layout.h"
#include "output/manifest.h"
#include "text/calendar.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <system_error>

namespace algemeente {

namespace {

constexpr int patience_while_writing_ms = 30'000;  // for a reader that holds the file for a moment

bool has_table(SqliteConnection& connection, std::string_view name) {
    SqliteStatement tables(connection, "SELECT count(*) FROM sqlite_master WHERE name = ?");
    tables.bind(name);
    return tables.step() && tables.whole(0) > 0;
}

std::string definition_of(SqliteConnection& connection, const std::filesystem::path& file) {
    if (!has_table(connection, "experiment"))
        throw InputError(fmt::format("{}: is a database, but not the store of a sweep", file.string()));
    SqliteStatement definition(connection, "SELECT layout, definition FROM experiment");
    if (!definition.step()) throw InputError(fmt::format("{}: holds no experiment", file.string()));
    if (definition.whole(0) != store_layout)
        throw InputError(
            fmt::format("{}: has layout {}, this version reads {}", file.string(), definition.whole(0), store_layout));
    return definition.text(1);
}

/// The shard that a store says it is for; stores of before there were any are for all.
Shard shard_of(SqliteConnection& connection) {
    if (!has_table(connection, "shard")) return {};
    SqliteStatement row(connection, "SELECT part, parts FROM shard");
    if (!row.step()) return {};
    return {static_cast<int>(row.whole(0)), static_cast<int>(row.whole(1))};
}

std::filesystem::path require_file(std::filesystem::path file) {
    std::error_code problem;
    if (std::filesystem::is_directory(file, problem))
        throw InputError(fmt::format("{}: is a folder; name the store in it", file.string()));
    if (!std::filesystem::is_regular_file(file, problem))
        throw InputError(fmt::format("{}: there is no such store{}", file.string(),
                                     problem && problem != std::errc::no_such_file_or_directory
                                         ? " (" + problem.message() + ")"
                                         : std::string{}));
    if (std::filesystem::file_size(file, problem) == 0)
        throw InputError(
            fmt::format("{}: is empty, and no store; remove it, and the sweep makes a new one", file.string()));
    return file;
}

}  // namespace

Store::Store(const std::filesystem::path& file, Access access)
    : Store(file, access == Access::write ? std::optional<StoreLock>(StoreLock(file)) : std::nullopt) {}

Store::Store(std::filesystem::path file, StoreLock lock)
    : Store(std::move(file), std::optional<StoreLock>(std::move(lock))) {}

Store::Store(std::filesystem::path file, std::optional<StoreLock> lock)
    : file_(require_file(std::move(file))),
      lock_(std::move(lock)),
      connection_(file_, lock_ ? SqliteConnection::Mode::write : SqliteConnection::Mode::read),
      experiment_(experiment_from_json(definition_of(connection_, file_))),
      outcomes_(kept_outcomes(experiment_)),
      all_runs_(run_count(experiment_)),
      shard_(shard_of(connection_)) {
    if (!lock_) return;
    // write-ahead log: readers are not in the way, and a commit is on the disk when it returns
    connection_.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    connection_.wait_at_most(patience_while_writing_ms);
}

Store::~Store() {
    prepared_.clear();
    if (!lock_) return;
    try {
        connection_.wait_at_most(0);
        if (in_transaction_) connection_.execute("ROLLBACK");
        fold();
        // one plain file again, to copy and to read where nothing can be written; a reader that has it open keeps
        // the log for now, and that does no harm
        connection_.execute("PRAGMA journal_mode = DELETE");
    } catch (const std::runtime_error&) {  // NOLINT: see above
    }
}

void Store::fold() {
    connection_.execute("PRAGMA wal_checkpoint(PASSIVE)");  // never waits
}

SqliteStatement& Store::prepared(const std::string& sql) {
    std::unique_ptr<SqliteStatement>& statement = prepared_[sql];
    if (!statement) statement = std::make_unique<SqliteStatement>(connection_, sql);
    statement->reset();
    return *statement;
}

std::string Store::version() {
    SqliteStatement statement(connection_, "SELECT version, commit_id FROM experiment");
    statement.step();
    return fmt::format("{} ({})", statement.text(0), statement.text(1));
}

std::optional<MadeWith> Store::made_with() {
    if (!has_table(connection_, "programs")) return std::nullopt;
    SqliteStatement program(connection_,
                            "SELECT version, commit_id, compiler, flags FROM programs ORDER BY program DESC LIMIT 1");
    if (!program.step()) return std::nullopt;
    MadeWith made_with{{program.text(0), program.text(1), program.text(2), program.text(3)}, {}};
    SqliteStatement file(connection_, "SELECT name, hash FROM data_files ORDER BY rowid");
    while (file.step()) {
        const std::string hash = file.text(1);
        DataFile& data = made_with.data.emplace_back(DataFile{file.text(0)});
        std::from_chars(hash.data(), hash.data() + hash.size(), data.hash, 16);
    }
    return made_with;
}

void Store::add_made_with(const MadeWith& made_with) {
    connection_.execute("BEGIN IMMEDIATE");
    write_made_with(connection_, made_with);
    connection_.execute("COMMIT");
}

StoreChanges Store::changes_since() {
    const MadeWith now = made_with_now(experiment_.scenarios);
    if (const std::optional<MadeWith> before = made_with())
        return {changes_of_data(before->data, now.data), changes_of_program(before->program, now.program)};
    const std::string program = fmt::format("{} ({})", now.program.version, now.program.commit);
    return {{}, program == version() ? std::string{} : fmt::format("version {}, now {}", version(), program)};
}

RunCounts Store::counts() {
    RunCounts counts{.all = all_runs_};
    SqliteStatement statement(connection_, "SELECT status, count(*) FROM main.runs GROUP BY status");
    while (statement.step()) {
        const std::string status = statement.text(0);
        if (status == status_word(RunStatus::done)) counts.done = statement.whole(1);
        if (status == status_word(RunStatus::failed)) counts.failed = statement.whole(1);
        if (status == status_word(RunStatus::timeout)) counts.timeout = statement.whole(1);
    }
    return counts;
}

RunCounts Store::own_counts() {
    RunCounts own = counts();
    const std::int64_t points = point_count(experiment_);
    own.all = all_runs_ / points * shard_.steps_of(points);
    return own;
}

MissingRuns Store::missing_runs(std::int64_t first, std::size_t most) {
    const RunOrder order(experiment_);
    const auto scenarios = static_cast<std::int64_t>(experiment_.scenarios.size());
    MissingRuns missing{.tasks = {}, .next_step = first};
    for (; missing.next_step < order.steps() && missing.tasks.size() < most; ++missing.next_step) {
        if (!shard_.has(missing.next_step)) continue;
        for (std::int64_t scenario = 0; scenario < scenarios; ++scenario)
            add_missing(missing.tasks, scenario * order.steps() + order.point_at(missing.next_step));
    }
    missing.at_end = missing.next_step == order.steps();
    return missing;
}

/// The runs of one point that have not ended.
void Store::add_missing(std::vector<RunTask>& tasks, std::int64_t point) {
    const std::int64_t first = point * experiment_.replicates;
    std::vector<bool> has_ended(static_cast<std::size_t>(experiment_.replicates), false);
    SqliteStatement& ended = prepared("SELECT run FROM runs WHERE run >= ? AND run < ?");
    ended.bind(first).bind(first + experiment_.replicates);
    while (ended.step()) has_ended[static_cast<std::size_t>(ended.whole(0) - first)] = true;
    ended.reset();  // an open reader would keep the log from being folded into the file
    if (std::find(has_ended.begin(), has_ended.end(), false) == has_ended.end()) return;
    RunTask task = task_at(first, point);
    for (int replicate = 0; replicate < experiment_.replicates; ++replicate) {
        if (has_ended[static_cast<std::size_t>(replicate)]) continue;
        task.run = first + replicate;
        task.replicate = replicate;
        tasks.push_back(task);
    }
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
