// From idea to use: how many go on from each stage, how many are still in it, and how many left for which reason.
#pragma once

#include "viewer/plot/fan_chart.h"

namespace algemeente::viewer {

struct FlowStage {
    double entered = 0;
    double moved = 0;   ///< into the next stage
    double inside = 0;  ///< still there
    std::array<double, reason_count> left{};

    double lost() const;
};

/// Means over the replicates that keep events.
struct FlowChart {
    std::array<FlowStage, flow_stages> stages;
    int runs = 0;
};
FlowChart flow_of(const ScenarioRuns& runs, Domain domain, int month);

std::string reason_words(std::size_t stage, std::size_t reason, Language language);
std::string stage_name(std::size_t stage, Language language);

/// `base` (scenario A) is written in brackets beside each number; null: there is nothing to compare with.
void draw_flow(Scene& scene, Rect area, const FlowChart& flow, const FlowChart* base, double most,
               std::string_view title, Ink ink, const ChartStyle& style);

}  // namespace algemeente::viewer
