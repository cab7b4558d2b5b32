#include "experiments/store_status.h"

#include "experiments/design.h"
#include "experiments/missing_runs.h"
#include "output/file_lock.h"
#include "text/error.h"

#include <fmt/format.h>

#include <system_error>

namespace algemeente {

namespace {

using Path = std::filesystem::path;

bool has_table(SqliteConnection& connection, std::string_view name) {
    SqliteStatement tables(connection, "SELECT count(*) FROM sqlite_master WHERE name = ?");
    tables.bind(name);
    return tables.step() && tables.whole(0) > 0;
}

std::int64_t counted(SqliteConnection& connection, const std::string& table) {
    SqliteStatement count(connection, "SELECT count(*) FROM " + table);
    return count.step() ? count.whole(0) : 0;
}

double bytes_of(const Path& file) {
    double bytes = 0;
    for (const char* ending : {"", "-wal", "-journal"}) {
        std::error_code problem;
        const auto size = std::filesystem::file_size(real_name(file).string() + ending, problem);
        if (!problem) bytes += static_cast<double>(size);
    }
    return bytes;
}

void take_seconds(StoreStatus& status, SqliteConnection& connection, std::string_view where) {
    SqliteStatement mean(connection, fmt::format("SELECT avg(seconds) FROM runs {}", where));
    status.mean_seconds = mean.step() ? mean.number(0) : 0;
}

StoreStatus status_of_sweep(const Path& file) {
    Store store(file, Store::Access::read);
    StoreStatus status;
    status.title = store.experiment().title;
    status.shard = store.shard();
    status.runs = store.own_counts();
    status.points_of_sweep = point_count(store.experiment());
    status.points = status.shard.steps_of(status.points_of_sweep);
    status.complete_points = completeness_of(store).complete_points;
    take_seconds(status, store.connection(), "WHERE status = 'done'");
    return status;
}

/// Of a calibration or an exploration, which choose their points while they run.
StoreStatus status_of_points(SqliteConnection& connection, StoreKind kind, const std::string& table) {
    StoreStatus status;
    status.kind = kind;
    SqliteStatement title(connection, "SELECT title FROM " + table);
    if (title.step()) status.title = title.text(0);
    status.points = counted(connection, "points");
    status.runs.done = counted(connection, "runs");
    take_seconds(status, connection, "");
    return status;
}

/// Of a search, which chooses its packages round by round.
StoreStatus status_of_search(SqliteConnection& connection) {
    StoreStatus status;
    status.kind = StoreKind::search;
    SqliteStatement title(connection, "SELECT title FROM search");
    if (title.step()) status.title = title.text(0);
    SqliteStatement rounds(connection, "SELECT coalesce(max(round), 0) FROM packages");
    if (rounds.step()) status.rounds = rounds.whole(0);
    status.points = counted(connection, "packages");
    status.runs.done = counted(connection, "runs");
    return status;
}

}  // namespace

StoreStatus status_of(const Path& file) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored))
        throw InputError(fmt::format("{}: there is no such store", file.string()));
    StoreStatus status;
    {
        SqliteConnection connection(file, SqliteConnection::Mode::read);
        if (has_table(connection, "calibration"))
            status = status_of_points(connection, StoreKind::calibration, "calibration");
        else if (has_table(connection, "exploration"))
            status = status_of_points(connection, StoreKind::exploration, "exploration");
        else if (has_table(connection, "search"))
            status = status_of_search(connection);
        else
            status = status_of_sweep(file);  // says so if it is none
    }
    status.bytes = bytes_of(file);
    status.writer = lock_owner(real_name(file).string() + "-lock");
    return status;
}

}  // namespace algemeente
