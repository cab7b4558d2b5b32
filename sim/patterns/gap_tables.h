// The gap decomposition and the influence of factors as tables and files.
#pragma once

#include "patterns/gap.h"
#include "patterns/influence.h"
#include "text/table.h"

#include <filesystem>

namespace algemeente {

Table gap_table(const GapDecomposition& gap);
Table stages_table(const Influence& influence);
Table passages_table(const Influence& influence);
Table knock_down_table(const Influence& influence);

/// Writes gap.csv into `folder`, which must exist.
void write_gap(const GapDecomposition& gap, const std::filesystem::path& folder);

/// Writes stages.csv (which factor binds in which stage), passages.csv (how stages are passed) and knock_down.csv.
void write_influence(const Influence& influence, const std::filesystem::path& folder);

}  // namespace algemeente
