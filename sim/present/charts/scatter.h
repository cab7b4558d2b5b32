// Spots against two axes.
#pragma once

#include "present/charts/axis.h"

namespace algemeente::present {

struct Spot {
    double x = 0;
    double y = 0;
    std::string label{};  ///< beside the spot, where there is room; also under the pointer
    bool strong = false;  ///< larger, and in a stronger colour
    bool beside = true;   ///< false: unless it is strong, the label is under the pointer only
};

struct ScatterChart {
    Heading heading{};
    std::string x_title{};
    std::string y_title{};
    std::optional<Range> limits{};  ///< of both axes; none: as the spots need, and zero
    std::vector<double> slopes{};   ///< dotted lines y = slope * x
    std::vector<Spot> spots{};
};

void draw_scatter(Scene& scene, Rect area, const ScatterChart& chart, const ChartStyle& style);

}  // namespace algemeente::present
