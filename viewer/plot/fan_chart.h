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
/// The range, or around a single value one that reads well: a step of one, or of one per cent; to both sides for
/// numbers with a sign.
Range with_span(Range range, NumberForm form);

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

/// Adds when the conditions of a scenario's decisions were met: at the middle month, with the number of runs.
void add_conditions(std::vector<LaneEvent>& events, const ScenarioRuns& runs, std::size_t slot, Language language);

void draw_event_lane(Scene& scene, const PlotArea& plot, const std::vector<LaneEvent>& events, const ChartStyle& style);

/// The part of `fan` that the room's line met, and how far off it was.
struct PredictionScore {
    /// The line in a month, against the median.
    struct Moment {
        int month = 0;
        double drawn = 0;
        double median = 0;
    };
    int years = 0;                ///< in which something was drawn; its last month counts
    int years_inside = 0;         ///< of these, within the widest band that is known
    double distance = 0;          ///< from the median, mean over the months that were drawn
    Band band;                    ///< of the last of those months
    std::vector<Moment> moments;  ///< three at most: the first, middle and last year
};
PredictionScore score_of(const std::vector<double>& drawn, const Fan& fan);

}  // namespace algemeente::viewer
