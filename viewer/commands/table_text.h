// What is on the screen as a table: CSV for files, TSV for the clipboard.
#pragma once

#include "text/table.h"
#include "viewer/ensemble/summary.h"

#include <string>

namespace algemeente::viewer {

/// `csv` quotes cells as every other file of results does; `tsv` is for pasting into a spreadsheet, where tabs and line
/// breaks inside a cell become spaces.
enum class TableForm : std::uint8_t { csv, tsv };

/// What of the fans is on the screen.
struct TableRows {
    std::vector<std::size_t> slots;  ///< scenarios
    int first_month = 0;
    int last_month = 0;        ///< included
    bool differences = false;  ///< against the first scenario, run by run
};

/// Any table in that form.
std::string table_text(const Table& table, TableForm form);

/// One row per scenario, domain and month: replicates and quantiles of the fans' outcome, then the same of differences.
std::string table_text(const EnsembleSummary& summary, const OutcomeFans& fans, const TableRows& shown, TableForm form);

}  // namespace algemeente::viewer
