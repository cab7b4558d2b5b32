// The few things we ask of SQLite, as values that clean up after themselves.
#pragma once

#include "text/error.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace algemeente {

/// What SQLite refused, with its reason and, where there is one, the remedy. Files and disks are input: exit code 2.
class SqliteError : public InputError {
public:
    SqliteError(const std::string& words, int code) : InputError(words), code_(code) {}
    int code() const { return code_; }  ///< SQLite's, without the extension

private:
    int code_;
};

class SqliteConnection {
public:
    enum class Mode : std::uint8_t { read, write, create };

    /// Throws SqliteError when the file cannot be opened, as do all functions here when something goes wrong later. A
    /// name is always that of a file, whatever SQLite would make of it (":memory:", "file:...").
    SqliteConnection(const std::filesystem::path& file, Mode mode);
    ~SqliteConnection();
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    /// Runs statements that return nothing.
    void execute(const std::string& sql);
    [[noreturn]] void fail(std::string_view what) const;
    /// How long it waits for another program that holds the file.
    void wait_at_most(int milliseconds);

    sqlite3* handle() const { return handle_; }

private:
    std::string file_;
    sqlite3* handle_ = nullptr;
};

/// One prepared statement; parameters are bound from left to right.
class SqliteStatement {
public:
    SqliteStatement(SqliteConnection& connection, const std::string& sql);
    ~SqliteStatement();
    SqliteStatement(const SqliteStatement&) = delete;
    SqliteStatement& operator=(const SqliteStatement&) = delete;

    SqliteStatement& bind(std::int64_t number);
    /// NaN is stored as NULL.
    SqliteStatement& bind_number(double number);
    SqliteStatement& bind(std::string_view text);
    SqliteStatement& bind_null();

    /// True while there is a row to read.
    bool step();
    /// Runs a statement without rows and makes it ready for the next.
    void run();
    /// Makes it ready to be bound and run again.
    void reset();

    std::int64_t whole(int column) const;
    /// NULL is NaN.
    double number(int column) const;
    std::string text(int column) const;

private:
    void check(int code) const;

    SqliteConnection& connection_;
    sqlite3_stmt* statement_ = nullptr;
    int bound_ = 0;
};

/// A name as SQL takes it, with dots and all.
std::string sql_name(std::string_view name);

}  // namespace algemeente
