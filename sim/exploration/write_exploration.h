// The result of an exploration as tables and files.
#pragma once

#include "exploration/explore.h"
#include "text/table.h"

#include <filesystem>

namespace algemeente {

/// One row per point of the search: its generation, its cell, all results, and the value of every number drawn.
Table points_table(const Exploration& exploration, const ExplorationResult& result);
/// One row per axis: what plain draws and all runs reach.
Table axes_table(const Exploration& exploration, const ExplorationResult& result);
/// One row per cell that was reached.
Table cells_table(const Exploration& exploration, const ExplorationResult& result);
/// One row per pair of axes: how many of their combinations were reached.
Table pairs_table(const Exploration& exploration, const ExplorationResult& result);
/// One row per generation: runs and cells so far.
Table growth_table(const ExplorationResult& result);
/// One row: how often the question was answered by yes.
Table answer_table(const Exploration& exploration, const ExplorationResult& result);
/// One row per input that tells points with yes from others, with the range in which yes is likelier, if it has one.
Table telling_table(const Exploration& exploration, const ExplorationResult& result);

/// Cells that were reached in the last fifth of the runs.
std::size_t cells_of_last_fifth(const ExplorationResult& result);
/// Cells that the plain draws of the first generation reached.
std::size_t cells_of_plain_draws(const ExplorationResult& result);

/// Writes explore.csv, axes.csv, cells.csv, pairs.csv, growth.csv, and with a question answer.csv and telling.csv.
void write_exploration(const Exploration& exploration, const ExplorationResult& result,
                       const std::filesystem::path& folder);

}  // namespace algemeente
