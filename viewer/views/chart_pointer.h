// One chart under the pointer: the cursor, moving and enlarging, its menu, and what stands at the month pointed at.
#pragma once

#include "viewer/views/view.h"

namespace algemeente::viewer {

/// A chart that was drawn, and where.
struct PlacedChart {
    FanChart chart;
    PlotArea plot;
    Rect whole;  ///< with title and axes
    std::string key;
    std::optional<Domain> domain{};     ///< where the room may draw what it expects
    std::optional<AxisGroup> values{};  ///< none: its value axis does not move
    int first_month = 0;                ///< month of position 0; not 0 around an event
    bool moves_in_time = true;
};

/// Draws `chart` into `scene` and says where it is.
/// Stays on the line if a button with these words fits there, else begins the next.
void flow(const char* words, float spacing);
/// The same for anything of that width.
void flow(float width, float spacing);

PlacedChart placed_chart(Scene& scene, Rect whole, FanChart chart, std::string key, const ChartStyle& style);

void handle_chart(const ViewContext& context, CommandSink& sink, const PlacedChart& placed);

}  // namespace algemeente::viewer
