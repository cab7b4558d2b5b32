// How the tables of a store look.
#pragma once

#include "experiments/experiment.h"
#include "experiments/sqlite.h"
#include "output/made_with.h"

#include <cstddef>
#include <string>
#include <vector>

namespace algemeente {

/// Number of the layout: changes when an older program could no longer read a store.
inline constexpr int store_layout = 1;

/// Columns of the table `series` after run and month: "in_use.social", "in_use.physical", "mean_trust.national".
std::vector<std::string> series_columns(const Experiment& experiment);

/// "INSERT OR REPLACE INTO table VALUES (?, ?, ...)"
std::string insert_statement(const std::string& table, std::size_t columns);

/// Adds a row to the table programs, and puts the data in the table data_files; makes both where a store of before them
/// has none.
void write_made_with(SqliteConnection& connection, const MadeWith& made_with);

/// Why no store has room for the experiment; nothing if one has.
std::string problem_with_room(const Experiment& experiment);

/// Bytes that the store of this experiment will take, about.
double expected_store_bytes(const Experiment& experiment);

}  // namespace algemeente
