// What is on the screen as a table: CSV for files, TSV for the clipboard.
#pragma once

#include "viewer/ensemble/summary.h"

#include <string>

namespace algemeente::viewer {

/// One row per scenario, domain and month: replicates and quantiles of `outcome`.
std::string table_text(const EnsembleSummary& summary, const OutcomeFans& fans, std::size_t outcome, char separator);

}  // namespace algemeente::viewer
