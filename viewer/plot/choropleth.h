// The map's numbers: means over replicates. Algorithms in use are kept by all of them, the rest by the first ones.
#pragma once

#include "present/charts/lines.h"
#include "present/charts/map.h"
#include "viewer/plot/fan_chart.h"

namespace algemeente::viewer {

/// Years that a run has kept.
std::size_t years_in(const RunData& run, std::size_t municipalities);
/// Uses at the end of a year, counted by a reading.
double in_use_of(const RunData& run, std::size_t municipalities, std::size_t year, std::size_t municipality,
                 Domain domain, Reading reading = Reading::chosen);
/// The same in any month: on the straight line from the end of the year before, which is 0 at the start.
double in_use_at(const RunData& run, std::size_t municipalities, int month, std::size_t municipality, Domain domain,
                 Reading reading = Reading::chosen);
/// Mean over the replicates that keep the measure, in any month likewise; NaN if none does. `reading`: of what is in
/// use.
double municipal_mean(const ScenarioRuns& runs, std::size_t municipalities, int month, std::size_t municipality,
                      Domain domain, MapMeasure measure, Reading reading = Reading::chosen);
/// How many replicates that mean is over.
int municipal_runs(const ScenarioRuns& runs, MapMeasure measure);

}  // namespace algemeente::viewer
