// What the window adds to fans: their limits, the lane of events below, and how near a prediction was.
#pragma once

#include "viewer/ensemble/summary.h"
#include "viewer/present.h"
#include "viewer/state/session.h"
#include "viewer/state/view_state.h"

#include <span>

namespace algemeente::viewer {

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
