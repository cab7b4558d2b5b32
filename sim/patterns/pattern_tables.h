// Results of patterns as files.
#pragma once

#include "patterns/judge.h"
#include "text/table.h"

#include <filesystem>

namespace algemeente {

/// One row per check: pattern, class, evidence, statistic, estimate, low, high, criterion, replicates, verdict.
Table patterns_table(const std::vector<PatternResult>& results);
void write_patterns_csv(const std::vector<PatternResult>& results, const std::filesystem::path& file);

}  // namespace algemeente
