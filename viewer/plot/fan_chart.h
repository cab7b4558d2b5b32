// Fans over time: bands, median, single runs, cursor, letters at the line ends. Also the lane of events below.
#pragma once

#include "viewer/ensemble/summary.h"
#include "viewer/present.h"
#include "viewer/state/session.h"
#include "viewer/state/view_state.h"

#include <functional>
#include <span>

namespace algemeente::viewer {

/// Sizes and language that all charts share.
struct ChartStyle {
    float letter = 14;  ///< height of small letters, in pixels
    float line = 2;
    Language language = Language::nl;
};

struct FanSeries {
    const Fan* fan = nullptr;
    std::size_t slot = 0;
    Ink ink = Ink::social;
    bool in_front = true;                                                   ///< the scenario that is looked at
    bool only_line = false;                                                 ///< a thin reference without its spread
    const ScenarioRuns* runs = nullptr;                                     ///< for single runs; may be null
    std::function<double(const RunData&, std::size_t, int month)> value{};  ///< of one run
};

struct FanChart {
    std::string title{};
    Ink title_ink = Ink::text;
    std::vector<FanSeries> series;
    Range y;
    int months = 180;
    int cursor = 0;
    int replicates = 0;
    Display display = Display::both;
    NumberForm form;
    bool zero_line = false;
    bool covered = false;                        ///< results hidden until the room has predicted
    const std::vector<double>* drawn = nullptr;  ///< what the room predicted
    std::optional<Range> time{};                 ///< months shown; none: all
    int hover = -1;                              ///< month that the pointer is over, in whatever chart
    std::optional<std::size_t> lit{};            ///< the scenario whose legend the pointer is on
    std::optional<int> event_at{};               ///< position of an event; months are then counted from it
    std::string caption{};                       ///< below the title
    bool value_labels = true;                    ///< small charts beside each other write them once
    bool time_labels = true;
    bool clipped = false;  ///< the axes were moved: what lies outside is cut off
};

/// Draws the chart into `area` and says where its plot is.
PlotArea draw_fan_chart(Scene& scene, Rect area, const FanChart& chart, const ChartStyle& style);

/// Where that plot will be, before anything is drawn.
PlotArea plot_area_of(Rect area, const FanChart& chart, const ChartStyle& style);

/// Lowest and highest value of what `display` shows of these fans.
Range range_of(const std::vector<const Fan*>& fans, int replicates, Display display);

/// Something on the lane of events.
struct LaneEvent {
    LaneKind kind = LaneKind::law;
    std::size_t slot = 0;  ///< whose decision it is; for a note: its position in the session
    int month = 0;
    int until = -1;
    Shape shape = Shape::triangle;
    Ink ink = Ink::text;
    std::string words{};

    EventKey key() const { return {kind, month}; }
};

/// Laws, elections, news and decisions of all scenarios, by month.
std::vector<LaneEvent> events_of(const std::vector<const Scenario*>& scenarios, int months, Language language,
                                 std::span<const Note> notes = {});

void draw_event_lane(Scene& scene, const PlotArea& plot, const std::vector<LaneEvent>& events, const ChartStyle& style);

/// The part of `fan` that the room's line met, and how far off it was.
struct PredictionScore {
    int months = 0;
    int inside = 0;  ///< within the widest band that is known
    double distance = 0;
};
PredictionScore score_of(const std::vector<double>& drawn, const Fan& fan);

}  // namespace algemeente::viewer
