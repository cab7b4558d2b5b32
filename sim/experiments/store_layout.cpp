#include "experiments/store_layout.h"

#include "experiments/design.h"
#include "experiments/sqlite.h"
#include "experiments/store.h"
#include "observe/history.h"
#include "output/manifest.h"
#include "output/results.h"
#include "text/error.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>

namespace algemeente {

namespace {

constexpr std::size_t most_columns = 1990;  // SQLite allows 2,000

std::string columns_of(const std::vector<std::string>& names) {
    std::string columns;
    for (const std::string& name : names) columns += ", " + sql_name(name) + " REAL";
    return columns;
}

std::vector<std::string> input_names(const Experiment& experiment) {
    std::vector<std::string> names;
    for (const Input& input : experiment.inputs) names.push_back(input.name);
    return names;
}

void make_tables(SqliteConnection& connection, const Experiment& experiment) {
    connection.execute(
        "CREATE TABLE experiment (layout INTEGER, version TEXT, commit_id TEXT, compiler TEXT, created TEXT,"
        " title TEXT, question TEXT, design TEXT, samples INTEGER, replicates INTEGER, seed INTEGER, points INTEGER,"
        " runs INTEGER, identity TEXT, definition TEXT);"
        "CREATE TABLE inputs (input INTEGER PRIMARY KEY, name TEXT, role TEXT, low REAL, high REAL, in_group TEXT);"
        "CREATE TABLE scenarios (scenario INTEGER PRIMARY KEY, name TEXT, title TEXT);"
        "CREATE TABLE runs (run INTEGER PRIMARY KEY, point INTEGER, replicate INTEGER, status TEXT, seed INTEGER,"
        " seconds REAL, fingerprint TEXT, error TEXT);");
    connection.execute("CREATE TABLE points (point INTEGER PRIMARY KEY, scenario INTEGER" +
                       columns_of(input_names(experiment)) + ")");
    connection.execute("CREATE TABLE outcomes (run INTEGER PRIMARY KEY" + columns_of(kept_outcomes(experiment)) + ")");
    if (experiment.series)
        connection.execute("CREATE TABLE series (run INTEGER, month TEXT" + columns_of(series_columns(experiment)) +
                           ", PRIMARY KEY (run, month)) WITHOUT ROWID");
}

std::string time_now() {
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
}

void describe(SqliteConnection& connection, const Experiment& experiment) {
    SqliteStatement row(connection, insert_statement("experiment", 15));
    row.bind(std::int64_t{store_layout}).bind(program_version()).bind(program_commit()).bind(program_compiler());
    row.bind(time_now());
    row.bind(experiment.title).bind(experiment.question).bind(design_word(experiment.design));
    row.bind(std::int64_t{experiment.samples}).bind(std::int64_t{experiment.replicates});
    row.bind(static_cast<std::int64_t>(experiment.seed));
    row.bind(point_count(experiment) * static_cast<std::int64_t>(experiment.scenarios.size()));
    row.bind(run_count(experiment)).bind(experiment_identity(experiment)).bind(experiment_json(experiment));
    row.run();
    SqliteStatement input_row(connection, insert_statement("inputs", 6));
    for (std::size_t i = 0; i < experiment.inputs.size(); ++i) {
        const Input& input = experiment.inputs[i];
        input_row.bind(static_cast<std::int64_t>(i)).bind(input.name).bind(input.is_lever ? "lever" : "uncertainty");
        input_row.bind_number(input.low).bind_number(input.high).bind(input.group).run();
    }
    SqliteStatement scenario_row(connection, insert_statement("scenarios", 3));
    for (std::size_t i = 0; i < experiment.scenarios.size(); ++i) {
        const Scenario& scenario = experiment.scenarios[i];
        scenario_row.bind(static_cast<std::int64_t>(i)).bind(scenario.name).bind(scenario.title).run();
    }
}

/// A store that was not finished, and what SQLite keeps beside it: its journal would be played back into the next one.
void remove_store(const std::filesystem::path& file) {
    std::error_code ignored;
    for (const char* ending : {"-journal", "-wal", "-shm", ""})
        std::filesystem::remove(file.string() + ending, ignored);
}

void fill_points(SqliteConnection& connection, const Experiment& experiment) {
    SqliteStatement row(connection, insert_statement("points", experiment.inputs.size() + 2));
    std::int64_t point = 0;
    for (std::size_t scenario = 0; scenario < experiment.scenarios.size(); ++scenario)
        make_points(experiment, [&](std::span<const double> values) {
            row.bind(point++).bind(static_cast<std::int64_t>(scenario));
            for (const double value : values) row.bind_number(value);
            row.run();
        });
}

void write_shard(SqliteConnection& connection, const Shard& shard) {
    connection.execute("CREATE TABLE shard (part INTEGER, parts INTEGER)");
    SqliteStatement row(connection, insert_statement("shard", 2));
    row.bind(std::int64_t{shard.part}).bind(std::int64_t{shard.parts}).run();
}

}  // namespace

std::vector<std::string> series_columns(const Experiment& experiment) {
    std::vector<std::string> columns;
    for (const std::string& outcome : experiment.outcomes) {
        if (!is_domain_outcome(outcome)) {
            columns.push_back(outcome + ".national");
            continue;
        }
        columns.push_back(outcome + ".social");
        columns.push_back(outcome + ".physical");
    }
    return columns;
}

std::string insert_statement(const std::string& table, std::size_t columns) {
    std::string sql = "INSERT OR REPLACE INTO " + table + " VALUES (?";
    for (std::size_t i = 1; i < columns; ++i) sql += ", ?";
    return sql + ")";
}

void write_made_with(SqliteConnection& connection, const MadeWith& made_with) {
    connection.execute(
        "CREATE TABLE IF NOT EXISTS programs (program INTEGER PRIMARY KEY, since TEXT, version TEXT, commit_id TEXT,"
        " compiler TEXT, flags TEXT);"
        "CREATE TABLE IF NOT EXISTS data_files (name TEXT, hash TEXT); DELETE FROM data_files");
    const ProgramIdentity& program = made_with.program;
    SqliteStatement row(connection, insert_statement("programs", 6));
    row.bind_null().bind(time_now()).bind(program.version).bind(program.commit).bind(program.compiler);
    row.bind(program.flags).run();
    SqliteStatement file_row(connection, insert_statement("data_files", 2));
    for (const DataFile& file : made_with.data) file_row.bind(file.name).bind(fingerprint_text(file.hash)).run();
}

std::string problem_with_room(const Experiment& experiment) {
    const std::size_t kept = kept_outcomes(experiment).size();
    if (kept > most_columns)
        return fmt::format(
            "{} numbers are kept of each run, and a store has room for {}; name fewer outcomes or "
            "outcome_months",
            kept, most_columns);
    const std::size_t inputs = experiment.inputs.size();
    if (inputs > most_columns)
        return fmt::format("{} inputs are varied, and a store has room for {}; vary fewer", inputs, most_columns);
    return {};
}

double expected_store_bytes(const Experiment& experiment) {
    const auto runs = static_cast<double>(run_count(experiment));
    const double points = runs / experiment.replicates;
    const auto kept = static_cast<double>(kept_outcomes(experiment).size());
    // a REAL takes 9 bytes with its type; a row of runs about 60
    double bytes = points * (12.0 + 9.0 * static_cast<double>(experiment.inputs.size())) + runs * (68.0 + 9.0 * kept);
    if (experiment.series) {
        const auto columns = static_cast<double>(series_columns(experiment).size());
        bytes += runs * experiment.scenarios.front().months() * (18.0 + 9.0 * columns);
    }
    return bytes * 1.05 + 100'000;
}

void Store::create(const std::filesystem::path& file, const Experiment& experiment, const StoreLock& /*lock*/,
                   const Shard& shard, const std::optional<MadeWith>& made_with) {
    const std::string problem = problem_with_room(experiment);
    if (!problem.empty()) throw InputError(fmt::format("{}: {}", file.string(), problem));
    // made under another name: a store that has its name is complete
    const std::filesystem::path real = real_name(file);
    const std::filesystem::path temporary = real.string() + "-new";
    remove_store(temporary);
    try {
        SqliteConnection connection(temporary, SqliteConnection::Mode::create);
        connection.execute("BEGIN");
        make_tables(connection, experiment);
        describe(connection, experiment);
        fill_points(connection, experiment);
        write_made_with(connection, made_with ? *made_with : made_with_now(experiment.scenarios));
        if (!shard.is_whole()) write_shard(connection, shard);
        connection.execute("COMMIT");
    } catch (...) {
        remove_store(temporary);
        throw;
    }
    std::filesystem::rename(temporary, real);
}

}  // namespace algemeente
