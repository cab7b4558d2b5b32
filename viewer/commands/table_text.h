// What is on the screen as a table: CSV for files, TSV for the clipboard.
#pragma once

#include "viewer/ensemble/summary.h"

#include <string>

namespace algemeente::viewer {

/// `csv` quotes cells as every other file of results does; `tsv` is for pasting into a spreadsheet, where tabs and line
/// breaks inside a cell become spaces.
enum class TableForm : std::uint8_t { csv, tsv };

/// One row per scenario, domain and month: replicates and quantiles of `outcome`.
std::string table_text(const EnsembleSummary& summary, const OutcomeFans& fans, std::size_t outcome, TableForm form);

}  // namespace algemeente::viewer
