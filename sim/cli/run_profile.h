// Where the time of a run goes.
#pragma once

#include "netherlands/country.h"
#include "present/words/language.h"
#include "scenario/scenario.h"

#include <cstdint>
#include <string>

namespace algemeente::cli {

/// Runs the first replicate alone, municipality after municipality, and says how long its parts took: a table by
/// time, the longest first. What reading the clock costs is taken off. Names are those of `algemeente schedule`.
std::string profile_of_run(const Scenario& scenario, const Country& country, std::uint64_t seed,
                           present::Language language);

}  // namespace algemeente::cli
