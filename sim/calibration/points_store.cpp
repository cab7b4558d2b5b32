#include "calibration/points_store.h"

#include "output/manifest.h"
#include "text/error.h"

#include <fmt/format.h>

#include <stdexcept>

namespace algemeente {

namespace {

constexpr int layout = 1;

/// The numbers as columns, in their order, each with `ending`.
std::string columns_of(const StoreSubject& subject, std::string_view ending = {}) {
    std::string names;
    for (const std::string& column : subject.columns) names += fmt::format(", {}{}", sql_name(column), ending);
    return names;
}

}  // namespace

PointsStore::PointsStore(const std::filesystem::path& file, StoreSubject subject, bool other_program)
    : file_(file),
      subject_(std::move(subject)),
      lock_(file),
      is_new_(!std::filesystem::exists(file) || std::filesystem::file_size(file) == 0),
      connection_(file, is_new_ ? SqliteConnection::Mode::create : SqliteConnection::Mode::write) {
    if (is_new_)
        create();
    else
        require_same(other_program);
    connection_.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    read();
}

PointsStore::~PointsStore() {
    try {
        if (in_transaction_) connection_.execute("ROLLBACK");
        connection_.execute("PRAGMA journal_mode = DELETE");  // one plain file again
    } catch (const std::runtime_error&) {                     // NOLINT: the next start plays the log back
    }
}

/// In one transaction, so that a store is a store or nothing.
void PointsStore::create() {
    connection_.execute("BEGIN IMMEDIATE");
    connection_.execute(
        fmt::format("CREATE TABLE {} (layout INTEGER NOT NULL, title TEXT NOT NULL, identity TEXT NOT NULL, "
                    "made_with TEXT NOT NULL)",
                    sql_name(subject_.kind)));
    connection_.execute(
        "CREATE TABLE points (point INTEGER PRIMARY KEY, round INTEGER NOT NULL, candidate INTEGER NOT NULL)");
    connection_.execute(
        fmt::format("CREATE TABLE runs (point INTEGER NOT NULL, replicate INTEGER NOT NULL, seconds REAL, "
                    "fingerprint TEXT NOT NULL{}, PRIMARY KEY (point, replicate)) WITHOUT ROWID",
                    columns_of(subject_, " REAL")));
    SqliteStatement row(connection_, fmt::format("INSERT INTO {} VALUES (?, ?, ?, ?)", sql_name(subject_.kind)));
    row.bind(layout).bind(subject_.title).bind(subject_.identity).bind(made_with_line(subject_.made_with));
    row.run();
    connection_.execute("COMMIT");
}

void PointsStore::require_same(bool other_program) {
    SqliteStatement table(connection_, "SELECT count(*) FROM sqlite_master WHERE name = ?");
    table.bind(subject_.kind);
    if (!table.step() || table.whole(0) == 0)
        throw InputError(fmt::format("{}: is a database, but not the store of {}", file_.string(), subject_.kind_of));
    SqliteStatement row(connection_,
                        fmt::format("SELECT layout, title, identity, made_with FROM {}", sql_name(subject_.kind)));
    if (!row.step()) throw InputError(fmt::format("{}: holds no {}", file_.string(), subject_.kind));
    if (row.whole(0) != layout)
        throw InputError(fmt::format("{}: has layout {}, this version reads {}", file_.string(), row.whole(0), layout));
    if (row.text(2) != subject_.identity)
        throw InputError(
            fmt::format("{}: is the store of another {} ('{}'), or this one, or a file that it names, has changed "
                        "since; name another file with --store",
                        file_.string(), subject_.kind, row.text(1)));
    const std::string now = made_with_line(subject_.made_with);
    if (row.text(3) != now && !other_program)
        throw InputError(
            fmt::format("{}: was begun by another build of this program, or on other data; finish it with those, begin "
                        "a new store, "
                        "or allow it with --allow-other-program\n  then: {}\n  now:  {}",
                        file_.string(), row.text(3), now));
}

void PointsStore::read() {
    SqliteStatement points(connection_, "SELECT round, candidate FROM points ORDER BY point");
    while (points.step())
        points_.push_back({static_cast<int>(points.whole(0)), static_cast<std::uint64_t>(points.whole(1))});
    SqliteStatement runs(connection_, fmt::format("SELECT point, replicate{} FROM runs", columns_of(subject_)));
    while (runs.step()) {
        StatisticsOfRun& values = runs_[{runs.whole(0), static_cast<int>(runs.whole(1))}];
        for (std::size_t i = 0; i < subject_.columns.size(); ++i)
            values.push_back(runs.number(static_cast<int>(i) + 2));
    }
}

void PointsStore::begin() {
    if (!in_transaction_) connection_.execute("BEGIN IMMEDIATE");
    in_transaction_ = true;
}

void PointsStore::visit(std::size_t first, const std::vector<VisitedPoint>& points) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (first + i < points_.size()) {
            if (points_[first + i] == points[i]) continue;
            throw InputError(fmt::format(
                "{}: this program would have chosen another point {} than the one that made the store; finish it with "
                "that program, or begin a new store",
                file_.string(), first + i));
        }
        begin();
        SqliteStatement row(connection_, "INSERT INTO points VALUES (?, ?, ?)");
        row.bind(static_cast<std::int64_t>(first + i))
            .bind(std::int64_t{points[i].round})
            .bind(static_cast<std::int64_t>(points[i].candidate));
        row.run();
        points_.push_back(points[i]);
    }
    commit();
}

const StatisticsOfRun* PointsStore::run(std::int64_t point, int replicate) const {
    const auto found = runs_.find({point, replicate});
    return found == runs_.end() ? nullptr : &found->second;
}

void PointsStore::keep(std::int64_t point, int replicate, const RunRecord& record) {
    begin();
    std::string places;
    for (std::size_t i = 0; i < subject_.columns.size(); ++i) places += ", ?";
    SqliteStatement row(connection_, fmt::format("INSERT INTO runs (point, replicate, seconds, fingerprint{}) "
                                                 "VALUES (?, ?, ?, ?{})",
                                                 columns_of(subject_), places));
    row.bind(point)
        .bind(std::int64_t{replicate})
        .bind_number(record.seconds)
        .bind(fingerprint_text(record.fingerprint));
    for (const double value : record.outcomes) row.bind_number(value);
    row.run();
    runs_[{point, replicate}] = record.outcomes;
}

void PointsStore::commit() {
    if (!in_transaction_) return;
    connection_.execute("COMMIT");
    in_transaction_ = false;
}

}  // namespace algemeente
