// Why: which factor binds over time, how the ten factors stand, and where projects go.
#pragma once

#include "viewer/plot/fan_chart.h"

namespace algemeente::viewer {

/// Mean over replicates of one outcome in one month; NaN if it never exists.
double mean_at(const ScenarioRuns& runs, Domain domain, std::size_t outcome, int month);
/// Mean over replicates and a year of months that ends at `month`.
double mean_over_year(const ScenarioRuns& runs, Domain domain, std::size_t outcome, int month);

/// Position of the outcome of a factor ("ict"), and of "binds_ict".
std::size_t factor_outcome(Factor factor);
std::size_t binding_outcome(Factor factor);

/// Shares of binding factors per month, smoothed over a year.
struct Bottleneck {
    std::vector<std::array<double, factor_count>> shares;
};
Bottleneck bottleneck_of(const ScenarioRuns& runs, Domain domain);

void draw_bottleneck(Scene& scene, Rect area, const Bottleneck& bottleneck, std::string_view title, Ink title_ink,
                     int cursor, const ChartStyle& style);
/// The colours of factors in words, for both charts.
float factor_legend_height(float width, const ChartStyle& style);
void draw_factor_legend(Scene& scene, Rect area, const ChartStyle& style);

struct ProfileLine {
    Ink ink = Ink::social;
    std::size_t slot = 0;
    std::array<double, factor_count> levels{};
};
ProfileLine profile_of(const ScenarioRuns& runs, Domain domain, std::size_t slot, int month);
void draw_profile(Scene& scene, Rect area, const std::vector<ProfileLine>& lines, std::string_view title,
                  const ChartStyle& style);

/// Where the name of a factor stands in that chart.
Rect profile_label(Rect area, std::size_t factor, const ChartStyle& style);

void draw_flows(Scene& scene, Rect area, const ScenarioRuns& runs, int month, std::string_view title,
                const ChartStyle& style);

}  // namespace algemeente::viewer
