// Horizontal bars with their intervals, one or two to a name.
#pragma once

#include "present/charts/axis.h"

#include <limits>

namespace algemeente::present {

/// A number with the limits between which it may well lie; NaN: without.
struct Interval {
    double value = 0;
    double low = std::numeric_limits<double>::quiet_NaN();
    double high = std::numeric_limits<double>::quiet_NaN();
};
/// "0.31 (0.1 to 0.53)", or the number alone where there is no interval.
std::string interval_words(const Interval& interval, Language language);
/// Enlarges `range` to hold what is finite of the interval.
void include(Range& range, const Interval& interval);

struct BarSeries {
    std::string label{};  ///< empty: it needs no name
    Ink ink = Ink::social;
};
struct BarRow {
    std::string label{};
    std::vector<Interval> values{};  ///< one a series
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
