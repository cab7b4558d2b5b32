// A store for other programs: CSV in long form, or the archive that the EMA workbench loads.
#pragma once

#include "experiments/store.h"

#include <filesystem>

namespace algemeente {

/// Writes into `folder`, which is made if need be:
///   experiments.csv  a row per point: point, scenario, and a column per input
///   runs.csv         a row per run that has ended: status, seconds, fingerprint, error
///   outcomes.csv     a row per run and number kept: run, point, scenario, replicate, outcome, domain, at, value
///   labels.csv       a row per input, outcome and domain of these files: its names, unit and colour
///   series.csv       a row per run and month, when the experiment keeps every month
///   missing.csv      a row per point and scenario in which a run is missing
/// Reads row by row: memory does not grow with the store. Throws InputError.
void export_csv(Store& store, const std::filesystem::path& folder);

/// Writes NAME.tar.gz in `folder` for ema_workbench.load_results: a row per point; runs that are missing are
/// nan, and missing.csv beside the archive says which. A number kept becomes an ArrayOutcome over replicates, or a
/// ScalarOutcome when there is only one. Returns the file.
std::filesystem::path export_ema(Store& store, const std::filesystem::path& folder);

}  // namespace algemeente
