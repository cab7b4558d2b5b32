// The kinds of charts of the report, as inline SVG. None of them knows what it draws: words, limits and colours come
// in.
#pragma once

#include "output/series.h"
#include "present/words/language.h"

#include <string>
#include <string_view>
#include <vector>

namespace algemeente {

/// One quantity over time in a TimeChart.
struct TimeLine {
    std::string label;        ///< at the end of the line, before its last value; may be empty
    std::string_view colour;  ///< of line and bands
    std::string_view ink;     ///< of the label
    std::string_view dash = "none";
    present::Fan fan;
    bool bands = true;  ///< draw the 50 % and 90 % bands, or only the median
};

enum class MarkKind : std::uint8_t { calendar, shock, change };

/// Something that happened outside: a vertical line, or a grey strip if it lasted.
struct Mark {
    int month = 0;
    int months = 0;     ///< 0: a moment
    std::string label;  ///< drawn where there is room
    MarkKind kind = MarkKind::calendar;
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

/// The first 24 months are warm-up: the world starts without projects. Their part is greyed.
inline constexpr int warm_up_months = 24;

std::string time_chart_svg(const TimeChart& chart, present::Language language);

/// Both domains on one row.
struct DumbbellRow {
    std::string label;
    double social = 0;
    double physical = 0;
};

/// Levels of 0..1, social (circle) against physical (diamond), rows in the order given.
std::string dumbbell_svg(std::string_view letter, std::string_view title, const std::vector<DumbbellRow>& rows,
                         double width, present::Language language);

/// A part of every bar, from the bottom up.
struct StackedPart {
    std::string label;
    std::string_view colour;
    std::string_view ink;        ///< of numbers on the colour
    std::vector<double> shares;  ///< one a bar
};

/// Bars that are each divided into shares of a whole; a bar of NaN is left out.
std::string stacked_bars_svg(std::string_view letter, std::string_view title, const std::vector<std::string>& bars,
                             const std::vector<StackedPart>& parts, double width, double height,
                             present::Language language);

}  // namespace algemeente
