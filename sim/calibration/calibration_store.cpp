#include "calibration/calibration_store.h"

#include "output/made_with.h"
#include "output/manifest.h"
#include "text/error.h"

#include <fmt/format.h>

#include <stdexcept>

namespace algemeente {

namespace {

constexpr int layout = 1;

/// The statistics as columns, in their order.
std::string columns() {
    std::string names;
    for (const Statistic& statistic : statistics()) names += ", " + sql_name(statistic.name);
    return names;
}

std::string program_line(const Calibration& calibration) {
    return made_with_line(made_with_now({calibration.base}));
}

}  // namespace

CalibrationStore::CalibrationStore(const std::filesystem::path& file, const Calibration& calibration,
                                   bool other_program)
    : file_(file),
      lock_(file),
      is_new_(!std::filesystem::exists(file) || std::filesystem::file_size(file) == 0),
      connection_(file, is_new_ ? SqliteConnection::Mode::create : SqliteConnection::Mode::write) {
    if (is_new_)
        create(calibration);
    else
        require_same(calibration, other_program);
    connection_.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    read();
}

CalibrationStore::~CalibrationStore() {
    try {
        if (in_transaction_) connection_.execute("ROLLBACK");
        connection_.execute("PRAGMA journal_mode = DELETE");  // one plain file again
    } catch (const std::runtime_error&) {                     // NOLINT: the next start plays the log back
    }
}

/// In one transaction, so that a store is a store or nothing.
void CalibrationStore::create(const Calibration& calibration) {
    std::string numbers;
    for (const Statistic& statistic : statistics()) numbers += ", " + sql_name(statistic.name) + " REAL";
    connection_.execute("BEGIN IMMEDIATE");
    connection_.execute(
        "CREATE TABLE calibration (layout INTEGER NOT NULL, title TEXT NOT NULL, identity TEXT NOT NULL, "
        "made_with TEXT NOT NULL)");
    connection_.execute(
        "CREATE TABLE points (point INTEGER PRIMARY KEY, round INTEGER NOT NULL, candidate INTEGER NOT NULL)");
    connection_.execute(
        fmt::format("CREATE TABLE runs (point INTEGER NOT NULL, replicate INTEGER NOT NULL, seconds REAL, "
                    "fingerprint TEXT NOT NULL{}, PRIMARY KEY (point, replicate)) WITHOUT ROWID",
                    numbers));
    SqliteStatement row(connection_, "INSERT INTO calibration VALUES (?, ?, ?, ?)");
    row.bind(layout).bind(calibration.title).bind(calibration_identity(calibration)).bind(program_line(calibration));
    row.run();
    connection_.execute("COMMIT");
}

void CalibrationStore::require_same(const Calibration& calibration, bool other_program) {
    SqliteStatement table(connection_, "SELECT count(*) FROM sqlite_master WHERE name = 'calibration'");
    if (!table.step() || table.whole(0) == 0)
        throw InputError(fmt::format("{}: is a database, but not the store of a calibration", file_.string()));
    SqliteStatement row(connection_, "SELECT layout, title, identity, made_with FROM calibration");
    if (!row.step()) throw InputError(fmt::format("{}: holds no calibration", file_.string()));
    if (row.whole(0) != layout)
        throw InputError(fmt::format("{}: has layout {}, this version reads {}", file_.string(), row.whole(0), layout));
    if (row.text(2) != calibration_identity(calibration))
        throw InputError(fmt::format(
            "{}: is the store of another calibration ('{}'), or this one, its scenario or its targets have changed "
            "since; name another file with --store",
            file_.string(), row.text(1)));
    if (row.text(3) != program_line(calibration) && !other_program)
        throw InputError(
            fmt::format("{}: was begun by another build of this program, or on other data; finish it with those, begin "
                        "a new store, "
                        "or allow it with --allow-other-program\n  then: {}\n  now:  {}",
                        file_.string(), row.text(3), program_line(calibration)));
}

void CalibrationStore::read() {
    SqliteStatement points(connection_, "SELECT round, candidate FROM points ORDER BY point");
    while (points.step())
        points_.push_back({static_cast<int>(points.whole(0)), static_cast<std::uint64_t>(points.whole(1))});
    SqliteStatement runs(connection_, fmt::format("SELECT point, replicate{} FROM runs", columns()));
    while (runs.step()) {
        StatisticsOfRun& values = runs_[{runs.whole(0), static_cast<int>(runs.whole(1))}];
        for (std::size_t i = 0; i < statistics().size(); ++i) values.push_back(runs.number(static_cast<int>(i) + 2));
    }
}

void CalibrationStore::visit(std::size_t first, const std::vector<VisitedPoint>& points) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (first + i < points_.size()) {
            if (points_[first + i] == points[i]) continue;
            throw InputError(fmt::format(
                "{}: this program would have chosen another point {} than the one that made the store; finish it with "
                "that program, or begin a new store",
                file_.string(), first + i));
        }
        if (!in_transaction_) {
            connection_.execute("BEGIN IMMEDIATE");
            in_transaction_ = true;
        }
        SqliteStatement row(connection_, "INSERT INTO points VALUES (?, ?, ?)");
        row.bind(static_cast<std::int64_t>(first + i))
            .bind(std::int64_t{points[i].round})
            .bind(static_cast<std::int64_t>(points[i].candidate));
        row.run();
        points_.push_back(points[i]);
    }
    commit();
}

const StatisticsOfRun* CalibrationStore::run(std::int64_t point, int replicate) const {
    const auto found = runs_.find({point, replicate});
    return found == runs_.end() ? nullptr : &found->second;
}

void CalibrationStore::keep(std::int64_t point, int replicate, const RunRecord& record) {
    if (!in_transaction_) {
        connection_.execute("BEGIN IMMEDIATE");
        in_transaction_ = true;
    }
    std::string places;
    for (std::size_t i = 0; i < statistics().size(); ++i) places += ", ?";
    SqliteStatement row(connection_, fmt::format("INSERT INTO runs (point, replicate, seconds, fingerprint{}) "
                                                 "VALUES (?, ?, ?, ?{})",
                                                 columns(), places));
    row.bind(point)
        .bind(std::int64_t{replicate})
        .bind_number(record.seconds)
        .bind(fingerprint_text(record.fingerprint));
    for (const double value : record.outcomes) row.bind_number(value);
    row.run();
    runs_[{point, replicate}] = record.outcomes;
}

void CalibrationStore::commit() {
    if (!in_transaction_) return;
    connection_.execute("COMMIT");
    in_transaction_ = false;
}

}  // namespace algemeente
