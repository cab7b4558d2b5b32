// The fan: medians over months with their bands, single runs, marks of what happened, and what a pointer adds to it.
#pragma once

#include "present/charts/axis.h"
#include "present/summary.h"

#include <functional>

namespace algemeente::present {

/// The first 24 months are warm-up: the world starts without projects.
inline constexpr int warm_up_months = 24;

enum class Display : std::uint8_t { bands, runs, both };
inline constexpr int display_count = 3;

/// One quantity of one scenario.
struct FanSeries {
    const Fan* fan = nullptr;
    std::size_t slot = 0;  ///< its dash, marker and letter
    Ink ink = Ink::social;
    bool in_front = true;                                   ///< the scenario that is looked at
    bool spread = true;                                     ///< bands around the median
    bool only_line = false;                                 ///< a thin reference, without spread and markers
    std::size_t runs = 0;                                   ///< for single runs
    std::function<double(std::size_t, int month)> value{};  ///< of one run; NaN: none
    std::string label{};                                    ///< at the end of the line; empty: the slot's letter
};

enum class MarkKind : std::uint8_t { calendar, shock, change };

/// Something that happened outside: a vertical line, or a grey strip if it lasted.
struct Mark {
    int month = 0;
    int months = 0;       ///< 0: a moment
    std::string label{};  ///< written where there is room
    MarkKind kind = MarkKind::calendar;
};

/// The area between two medians: the effect itself.
struct Tint {
    const Fan* from = nullptr;
    const Fan* to = nullptr;
    Ink ink = Ink::social;
};

/// A line that one of many has drawn.
struct CloudLine {
    const std::vector<double>* values = nullptr;  ///< by month, NaN: nothing
    bool lit = false;                             ///< it stands out from the others
    std::string label{};                          ///< behind its last month
};

struct FanChart {
    Heading heading{};
    std::string caption{};  ///< below the heading
    std::vector<FanSeries> series{};
    Range y{};
    bool round_y = false;  ///< enlarge y to whole ticks
    int months = 180;
    int replicates = 0;
    Display display = Display::bands;
    NumberForm form{};
    bool zero_line = false;
    int stride = 1;  ///< draws every so many months: many charts still make a small page

    std::optional<Tint> tint{};

    std::vector<Mark> marks{};
    bool mark_labels = false;
    bool end_values = false;  ///< the last median behind each label
    float end_room = 0;       ///< right of the plot, for labels; 0: as they need
    float start_room = 0;     ///< left of the plot at least, so that charts below each other begin at the same x

    std::optional<Range> time{};    ///< months shown; none: all
    std::optional<int> event_at{};  ///< position of an event; months are then counted from it
    bool value_labels = true;       ///< small charts beside each other write them once
    bool time_labels = true;
    bool clipped = false;  ///< the axes were moved: what lies outside is cut off

    int cursor = -1;                             ///< month; below 0: none
    int hover = -1;                              ///< month that the pointer is over, in whatever chart
    std::optional<std::size_t> lit{};            ///< the scenario whose legend the pointer is on
    bool covered = false;                        ///< results hidden until the room has predicted
    const std::vector<double>* drawn = nullptr;  ///< what the room predicted
    std::vector<CloudLine> cloud{};              ///< what each of the room predicted, shown with the result
    std::string hint{};                          ///< what is to be done here, in the plot
};

/// Draws the chart into `area` and says where its plot is.
PlotArea draw_fan(Scene& scene, Rect area, const FanChart& chart, const ChartStyle& style);
/// Where that plot will be, before anything is drawn.
PlotArea plot_of_fan(Rect area, const FanChart& chart, const ChartStyle& style);

}  // namespace algemeente::present
