// Shares of a whole, one above the other: as bars with numbers, or as areas over months.
#pragma once

#include "present/charts/axis.h"

namespace algemeente::present {

/// A part of every column, from the bottom up.
struct StackedPart {
    std::string label{};
    Ink ink = Ink::neutral;
    std::vector<double> shares{};  ///< one a column; NaN: that column is left out
};

struct StackedChart {
    Heading heading{};
    std::vector<StackedPart> parts{};
    std::vector<std::string> columns{};  ///< years, below bars; empty: columns are months, drawn as areas
    bool names_beside = true;            ///< of the parts, in their order; without them a legend says them
    int cursor = -1;                     ///< column looked at; below 0: none
};

void draw_stacked(Scene& scene, Rect area, const StackedChart& chart, const ChartStyle& style);

/// Names of parts in their colours, in lines of `width`.
float legend_height(float width, const std::vector<StackedPart>& parts, const ChartStyle& style);
void draw_legend(Scene& scene, Rect area, const std::vector<StackedPart>& parts, const ChartStyle& style);

}  // namespace algemeente::present
