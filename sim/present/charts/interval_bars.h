// Horizontal bars with their intervals, one or two to a name.
#pragma once

#include "present/charts/axis.h"
#include "statistics/estimate.h"

namespace algemeente::present {

/// "0.31 (0.1 to 0.53)", or the number alone where there is no interval.
std::string estimate_words(const Estimate& estimate, Language language);
/// Enlarges `range` to hold what is finite of the estimate.
void include(Range& range, const Estimate& estimate);

struct BarSeries {
    std::string label{};  ///< empty: it needs no name
    Ink ink = Ink::social;
};
struct BarRow {
    std::string label{};
    std::vector<Estimate> values{};  ///< one a series
    std::string words{};             ///< behind the bars
    std::string tip{};               ///< under the pointer; empty: the numbers
    bool faint = false;              ///< grey
};
struct IntervalBars {
    Heading heading{};
    std::vector<BarSeries> series{};
    std::vector<BarRow> rows{};
    std::optional<Range> limits{};  ///< none: as the numbers need
};

float interval_bars_height(const IntervalBars& chart, const ChartStyle& style);
void draw_interval_bars(Scene& scene, Rect area, const IntervalBars& chart, const ChartStyle& style);

}  // namespace algemeente::present
