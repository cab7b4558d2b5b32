// A run that is halfway, as bytes: world and history, the lives of projects, the counts of this year. Reading them
// gives a run that goes on to the same bits as if it had never been interrupted.
#pragma once

#include "ensemble/replicate_run.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace algemeente {

std::string bytes_of(const ReplicateRun& run);

/// A run to go on with, under `scenario`: exact if that is the same as the saved one in all months so far (same_until
/// tells). Country, seed and replicate are those of the saved run. Throws InputError, with the problem alone, if the
/// bytes are no such run.
ReplicateRun run_from(std::string_view bytes, std::shared_ptr<const Scenario> scenario, const Country& country,
                      std::uint64_t seed, int replicate, Crew* crew = nullptr);

/// Hash of what a run consists of (kinds, widths and counts of its fields). Bytes can be read by a program with the
/// same layout only.
std::uint64_t saved_run_layout();

}  // namespace algemeente
