#include "experiments/sqlite.h"

#include "experiments/store_lock.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cmath>
#include <limits>

namespace algemeente {

namespace {

constexpr int patience_ms = 5000;  // for a program that holds the file for a moment

int flags_of(SqliteConnection::Mode mode) {
    switch (mode) {
        case SqliteConnection::Mode::read: return SQLITE_OPEN_READONLY;
        case SqliteConnection::Mode::write: return SQLITE_OPEN_READWRITE;
        case SqliteConnection::Mode::create: return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    }
    return SQLITE_OPEN_READONLY;
}

/// What a person can do about it.
std::string remedy(int code) {
    switch (code & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return "another program has locked it: end that program, or try again later";
        case SQLITE_CORRUPT:
            return "it is damaged: cut off, or copied while it was written; copy it again with the sweep stopped, or "
                   "save "
                   "what is left with: sqlite3 FILE .recover";
        case SQLITE_NOTADB: return "it is not the store of a sweep; name the file of a --store";
        case SQLITE_FULL: return "the disk is full: make room, and repeat the command";
        case SQLITE_CANTOPEN:
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return "file or folder cannot be written; where a sweep was killed, or is running, reading needs that too, "
                   "because its last runs are in the file -wal beside it: copy both files together to a folder that "
                   "can "
                   "be written";
        case SQLITE_IOERR: return "the disk does not do what it should: look at the disk, or copy the store elsewhere";
        default: return {};
    }
}

std::string words_of(std::string_view file, std::string_view what, const char* problem, int code) {
    const std::string help = remedy(code);
    if (!help.empty()) return fmt::format("{}: {}; {}", file, problem, help);  // no matter what was asked of the file
    return fmt::format("{}: {}: {}", file, what, problem);
}

/// Whoever may write plays a journal back when it reads. Where that fails, the reader will say what is wrong.
void play_back_journal(const std::string& file) {
    sqlite3* writer = nullptr;
    if (sqlite3_open_v2(file.c_str(), &writer, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK) {
        sqlite3_busy_timeout(writer, patience_ms);
        sqlite3_exec(writer, "PRAGMA schema_version", nullptr, nullptr, nullptr);
    }
    sqlite3_close(writer);
}

/// A program that was killed while it changed the journal leaves one that must be played back before anybody reads,
/// and a connection that only reads may not do that.
bool waits_for_its_journal(sqlite3* reader) {
    return sqlite3_exec(reader, "PRAGMA schema_version", nullptr, nullptr, nullptr) == SQLITE_READONLY;
}

}  // namespace

SqliteConnection::SqliteConnection(const std::filesystem::path& file, Mode mode) : file_(file.string()) {
    const std::string name = real_name(file).string();
    int code = sqlite3_open_v2(name.c_str(), &handle_, flags_of(mode), nullptr);
    if (code == SQLITE_OK && mode == Mode::read && waits_for_its_journal(handle_)) {
        sqlite3_close(handle_);
        play_back_journal(name);
        code = sqlite3_open_v2(name.c_str(), &handle_, flags_of(mode), nullptr);
    }
    if (code != SQLITE_OK) {
        const std::string problem = handle_ != nullptr ? sqlite3_errmsg(handle_) : sqlite3_errstr(code);
        sqlite3_close(handle_);
        throw SqliteError(words_of(file_, "cannot be opened", problem.c_str(), code), code & 0xFF);
    }
    wait_at_most(patience_ms);
}

void SqliteConnection::wait_at_most(int milliseconds) {
    sqlite3_busy_timeout(handle_, milliseconds);
}

SqliteConnection::~SqliteConnection() {
    sqlite3_close(handle_);
}

void SqliteConnection::fail(std::string_view what) const {
    const int code = sqlite3_errcode(handle_);
    throw SqliteError(words_of(file_, what, sqlite3_errmsg(handle_), code), code & 0xFF);
}

void SqliteConnection::execute(const std::string& sql) {
    if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(sql.substr(0, 60));
}

SqliteStatement::SqliteStatement(SqliteConnection& connection, const std::string& sql) : connection_(connection) {
    if (sqlite3_prepare_v2(connection.handle(), sql.c_str(), -1, &statement_, nullptr) != SQLITE_OK)
        connection.fail(sql.substr(0, 60));
}

SqliteStatement::~SqliteStatement() {
    sqlite3_finalize(statement_);
}

void SqliteStatement::check(int code) const {
    if (code != SQLITE_OK) connection_.fail(sqlite3_sql(statement_));
}

SqliteStatement& SqliteStatement::bind(std::int64_t number) {
    check(sqlite3_bind_int64(statement_, ++bound_, number));
    return *this;
}

SqliteStatement& SqliteStatement::bind_number(double number) {
    if (std::isnan(number)) return bind_null();
    check(sqlite3_bind_double(statement_, ++bound_, number));
    return *this;
}

SqliteStatement& SqliteStatement::bind(std::string_view text) {
    check(sqlite3_bind_text64(statement_, ++bound_, text.data(), text.size(),
                              SQLITE_TRANSIENT,  // NOLINT: a macro of SQLite
                              SQLITE_UTF8));
    return *this;
}

SqliteStatement& SqliteStatement::bind_null() {
    check(sqlite3_bind_null(statement_, ++bound_));
    return *this;
}

bool SqliteStatement::step() {
    const int code = sqlite3_step(statement_);
    if (code != SQLITE_ROW && code != SQLITE_DONE) connection_.fail(sqlite3_sql(statement_));
    return code == SQLITE_ROW;
}

void SqliteStatement::run() {
    step();
    reset();
}

void SqliteStatement::reset() {
    sqlite3_reset(statement_);
    bound_ = 0;
}

std::int64_t SqliteStatement::whole(int column) const {
    return sqlite3_column_int64(statement_, column);
}

double SqliteStatement::number(int column) const {
    if (sqlite3_column_type(statement_, column) == SQLITE_NULL) return std::numeric_limits<double>::quiet_NaN();
    return sqlite3_column_double(statement_, column);
}

std::string SqliteStatement::text(int column) const {
    const unsigned char* letters = sqlite3_column_text(statement_, column);
    if (letters == nullptr) return {};
    return {reinterpret_cast<const char*>(letters),  // NOLINT: SQLite's text is unsigned
            static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string sql_name(std::string_view name) {
    std::string quoted = "\"";
    for (const char letter : name) {
        if (letter == '"') quoted += '"';
        quoted += letter;
    }
    return quoted + '"';
}

}  // namespace algemeente
