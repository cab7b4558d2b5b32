// Why: which factor binds over time, how the ten factors stand, and where projects go.
#pragma once

#include "present/charts/dumbbell.h"
#include "present/charts/stacked.h"
#include "viewer/plot/fan_chart.h"

namespace algemeente::viewer {

/// Mean over replicates of one outcome in one month; NaN if it never exists.
double mean_at(const ScenarioRuns& runs, Domain domain, std::size_t outcome, int month);
/// Mean over replicates and a year of months that ends at `month`.
double mean_over_year(const ScenarioRuns& runs, Domain domain, std::size_t outcome, int month);

/// Position of the outcome of a factor ("ict"), and of "binds_ict".
std::size_t factor_outcome(Factor factor);
std::size_t binding_outcome(Factor factor);

/// Shares of binding factors per month, smoothed over a year; a part for each factor that can bind, without its name.
using Bottleneck = std::vector<StackedPart>;
Bottleneck bottleneck_of(const ScenarioRuns& runs, Domain domain);
/// The same with names.
Bottleneck named(Bottleneck bottleneck, Language language);

/// The ten factors of one scenario, or of two, over a year that ends at `month`: a series for each domain and scenario.
DumbbellChart profile_of(const std::vector<std::pair<std::size_t, const ScenarioRuns*>>& scenarios, int month,
                         Language language);

void draw_flows(Scene& scene, Rect area, const ScenarioRuns& runs, int month, std::string_view title,
                const ChartStyle& style);

}  // namespace algemeente::viewer
