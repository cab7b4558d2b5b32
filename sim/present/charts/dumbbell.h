// Levels from 0 to 1, two or more to a name, with a bar from the lowest to the highest.
#pragma once

#include "present/charts/axis.h"

namespace algemeente::present {

struct DumbbellSeries {
    std::string label{};  ///< in the key; empty: it needs no name
    Ink ink = Ink::social;
    Shape shape = Shape::disc;
};
struct DumbbellRow {
    std::string label{};
    std::vector<double> levels{};  ///< one a series; NaN: none
    std::string brief{};           ///< in place of the label where the chart has no room for it; empty: it is cut
};
struct DumbbellChart {
    Heading heading{};
    std::vector<DumbbellSeries> series{};
    std::vector<DumbbellRow> rows{};
    bool numbers = false;  ///< beside the lowest and the highest mark
    bool thirds = false;   ///< low, middle and high along the axis in place of numbers
};

float dumbbell_height(const DumbbellChart& chart, const ChartStyle& style);
void draw_dumbbell(Scene& scene, Rect area, const DumbbellChart& chart, const ChartStyle& style);
/// Where the name of a row is, for pointing at it.
Rect dumbbell_label(Rect area, const DumbbellChart& chart, std::size_t row, const ChartStyle& style);

}  // namespace algemeente::present
