// The report's charts as inline SVG: what the report knows, drawn by present/charts.
#pragma once

#include "output/series.h"
#include "present/charts/dumbbell.h"
#include "present/charts/fan.h"
#include "present/charts/stacked.h"

#include <string>
#include <string_view>
#include <vector>

namespace algemeente {

using present::Mark;
using present::MarkKind;

/// One quantity over time in a TimeChart.
struct TimeLine {
    std::string label;  ///< at the end of the line, before its last value; may be empty
    present::Ink ink = present::Ink::text;
    std::size_t slot = 0;  ///< of the scenario, where a chart has several: its dash
    present::Fan fan;
    bool bands = true;  ///< draw the spread, or only the median
};

/// Medians with bands over months.
struct TimeChart {
    std::string letter;  ///< of the scenario, in a box before the title; may be empty
    std::string title;
    double width = 860;
    double height = 340;
    double label_room = 96;  ///< right of the plot, for labels at the ends of lines
    Limits limits;
    bool percent = false;
    bool signed_values = false;  ///< differences: values with their sign, and a strong line at zero
    bool mark_labels = true;
    int stride = 1;  ///< draws every so many months
    std::vector<TimeLine> lines;
    std::vector<Mark> marks;
};

std::string time_chart_svg(const TimeChart& chart, present::Language language);

/// Both domains on one row.
struct DumbbellRow {
    std::string label;
    double social = 0;
    double physical = 0;
};

/// Levels of 0..1, social (disc) against physical (diamond), rows in the order given.
std::string dumbbell_svg(std::string_view letter, std::string_view title, const std::vector<DumbbellRow>& rows,
                         double width, present::Language language);

/// Bars that are each divided into shares of a whole; a bar of NaN is left out.
std::string stacked_bars_svg(std::string_view letter, std::string_view title, const std::vector<std::string>& bars,
                             std::vector<present::StackedPart> parts, double width, double height,
                             present::Language language);

}  // namespace algemeente
