// The sections of the report, top to bottom, and what they share. Each returns HTML, or nothing when there is
// nothing to tell.
#pragma once

#include "output/charts.h"
#include "output/results.h"
#include "present/page/html.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente {

using present::figure;
using present::prose;

/// What every section reads.
struct ReportInput {
    const Ensemble& ensemble;
    const RunDescription& run;
    int months = 0;  ///< that every replicate has, at least 1

    int last_month() const { return months - 1; }
    const std::vector<ScenarioResult>& scenarios() const { return ensemble.scenarios; }
    bool compares() const { return ensemble.scenarios.size() > 1; }
};

/// Widths of drawings: the whole page, half of it, a third.
inline constexpr double full_width = 860;
inline constexpr double half_width = 420;
inline constexpr double third_width = 276;

std::string report_head(const ReportInput& input);
std::string summary_section(const ReportInput& input);
std::string adoption_section(const ReportInput& input);
std::string differences_section(const ReportInput& input);
std::string factors_section(const ReportInput& input);
std::string nation_section(const ReportInput& input);
std::string assumptions_section(const ReportInput& input);
std::string repeat_section(const ReportInput& input);

/// Position of an outcome, or nothing if this build does not have it.
std::optional<std::size_t> domain_outcome(std::string_view name);
std::optional<std::size_t> national_outcome(std::string_view name);

/// Elections, GDPR, media shocks and lever changes of a scenario within `months`, by month.
std::vector<Mark> marks_of(const Scenario& scenario, int months);

/// Draw every so many months, so that many scenarios still make a small page.
int stride_of(const ReportInput& input);

/// A line for one domain, in its colours.
TimeLine domain_line(Domain domain, Fan fan, std::string label);

/// "B" in a box and the title: how a scenario is named in headings and tables.
std::string scenario_chip(const ReportInput& input, std::size_t position);

/// What line and bands mean, with the number of replicates.
std::string band_caption(int replicates);

}  // namespace algemeente
