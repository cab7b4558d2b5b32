// Lines over few columns: estimates with their intervals over growing samples, and small lines over years.
#pragma once

#include "present/charts/interval_bars.h"

namespace algemeente::present {

struct EstimateLine {
    std::string label{};
    std::vector<Estimate> values{};  ///< one a column
};
struct EstimateLines {
    Heading heading{};
    std::vector<std::string> columns{};  ///< at equal distances
    std::vector<EstimateLine> lines{};
};
void draw_estimate_lines(Scene& scene, Rect area, const EstimateLines& chart, const ChartStyle& style);

/// One line of a small chart of years.
struct Spark {
    Ink ink = Ink::social;
    Dash dash = Dash::solid;
    std::vector<double> values{};
};
void draw_sparks(Scene& scene, Rect area, const std::vector<Spark>& sparks, std::size_t year, const ChartStyle& style);

}  // namespace algemeente::present
