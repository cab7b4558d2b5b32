// An ensemble as one file with named dimensions, coordinates and units, as xarray (Python), ncdf4 (R) and others open
// it.
#pragma once

#include "output/results.h"

#include <filesystem>
#include <string_view>

namespace algemeente {

inline constexpr std::string_view ensemble_netcdf_name = "ensemble.nc";

/// Writes the file (NetCDF-4, compressed, conventions CF-1.8). Dimensions: `scenario` (names), `replicate` (from 0;
/// replicate i has the same random numbers in every scenario), `time` (first days of months), `domain` (social,
/// physical), `municipality` (CBS codes), `year`.
/// Variables: every outcome by (scenario, replicate, time, domain), every outcome of the nation by (scenario,
/// replicate, time), and `municipality_...` by (scenario, replicate, year, municipality, domain), as of each December.
/// A mean over nothing is NaN. Units and meanings are attributes, and how the runs were made those of the file. Throws
/// InputError when it cannot be written.
void write_ensemble_netcdf(const Ensemble& ensemble, const std::filesystem::path& file, const RunDescription& run);

}  // namespace algemeente
