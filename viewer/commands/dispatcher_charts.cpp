// Axes, legends and small charts: what of the charts is in view.
#include "viewer/commands/dispatcher.h"

#include "viewer/plot/chart_data.h"
#include "viewer/plot/fan_chart.h"
#include "viewer/plot/navigation.h"

#include <algorithm>

namespace algemeente::viewer {

void Dispatcher::free_values() {
    flip(view_.axes.y_free);
    view_.axes.y = {};
}

void Dispatcher::zoom(double steps) {
    const Range all = {0, static_cast<double>(months() - 1)};
    on(SetTimeRange{zoomed(view_.axes.time.value_or(all), all, view_.cursor, steps)});
}

void Dispatcher::show_next_facet() {
    turn(view_.facet, facet_count);
    view_.page = Page::multiples;
}

void Dispatcher::on(const SetOutcome& command) {
    if (command.outcome != view_.outcome) view_.axes.y = {};  // other values, other limits
    view_.show_outcome(command.outcome);
}

/// Charts of another outcome go on showing it.
void Dispatcher::on(const SetReading& command) {
    if (reading_of(view_.outcome)) on(SetOutcome{outcome_of(command.reading)});
    view_.reading = command.reading;
}

void Dispatcher::on(const SetLowerChart& command) {
    if (command.chart != view_.lower) view_.axes.y[static_cast<std::size_t>(AxisGroup::lower)].reset();
    view_.lower = command.chart;
    if (command.chart == LowerChart::event) choose_event();
}

/// From what is seen to the next; one scenario alone has no difference.
void Dispatcher::show_next_lower_chart() {
    const LowerChart shown = view_.lower_of(session_.slots.size());
    LowerChart wanted = next(shown, lower_chart_count);
    if (wanted == LowerChart::difference && session_.slots.size() < 2) wanted = next(wanted, lower_chart_count);
    on(SetLowerChart{wanted});
}

/// Axes that were moved while the result was in sight would tell where it lies. Phones are for drawing again.
void Dispatcher::cover_again() {
    if (view_.prediction.active) view_.phones.task = PhoneTask::predict;
    view_.prediction = {.active = view_.prediction.active};
    view_.axes.y = {};
    ++predictions_;
}

/// A story covers and reveals by its steps.
void Dispatcher::toggle_prediction() {
    if (view_.story.open() && !turning_story_) return;
    view_.prediction.active = !view_.prediction.active;
    cover_again();
}

/// A month in which the scenarios have not parted yet tells nothing of the effect: then the last one is looked at.
void Dispatcher::reveal() {
    view_.prediction.revealed = view_.prediction.active;
    revealed_.clear();
    for (const Slot& slot : session_.slots) revealed_.push_back(slot.scenario);
    if (view_.prediction.revealed) view_.phones.panel = false;  // the room looks at the charts
    const auto event = telling_event();
    if (!view_.prediction.revealed || !event || view_.cursor > event->month) return;
    view_.cursor = months() - 1;
    keep_cursor_in_sight();
}

std::vector<LaneEvent> Dispatcher::lane_events() const {
    std::vector<const Scenario*> scenarios;
    for (const Slot& slot : session_.slots) scenarios.push_back(&slot.scenario);
    return events_of(scenarios, months(), language(), session_.notes);
}

/// The event that was chosen may have gone with its scenario: then another one is told of.
void Dispatcher::choose_event() {
    const std::vector<LaneEvent> events = lane_events();
    const bool stands = view_.event && std::any_of(events.begin(), events.end(),
                                                   [&](const LaneEvent& event) { return event.key() == *view_.event; });
    if (!stands) view_.event = telling_event();
    if (!view_.event && !events.empty()) view_.event = events.front().key();
}

/// An event that one scenario on the screen has and another has not; else any news, or none.
std::optional<EventKey> Dispatcher::telling_event() const {
    std::vector<EventKey> keys;
    for (const Slot& slot : session_.slots) {
        for (const Shock& shock : slot.scenario.shocks)
            keys.push_back({shock.frame == Frame::risk ? LaneKind::risk : LaneKind::surveillance, shock.from_month});
        for (const DatedChange& change : slot.scenario.changes) keys.push_back({LaneKind::decision, change.from_month});
    }
    for (const EventKey& key : keys)
        for (const Slot& slot : session_.slots)
            if (!has_event(slot.scenario, key)) return key;
    return keys.empty() ? std::nullopt : std::optional(keys.front());
}

void Dispatcher::on(const SetTimeRange& command) {
    const Range all = {0, static_cast<double>(months() - 1)};
    view_.axes.time.reset();
    if (!command.months) return;
    const Range wanted = within(*command.months, all);
    if (wanted.span() < all.span() - 0.5) view_.axes.time = wanted;
}

void Dispatcher::on(const SetValueRange& command) {
    if (command.values && (!view_.axes.y_free || !(command.values->span() > 0))) return;
    view_.axes.y[static_cast<std::size_t>(command.group)] = command.values;
}

void Dispatcher::on(const ToggleHidden& command) {
    if (command.slot < view_.axes.hidden.size()) view_.axes.hidden[command.slot] = !view_.axes.hidden[command.slot];
}

void Dispatcher::on(const SetEvent& command) {
    view_.event = command.event;
    on(SetLowerChart{LowerChart::event});
}

/// The months shown follow the cursor; and they stay within the months there are.
void Dispatcher::keep_cursor_in_sight() {
    if (!view_.axes.time) return;
    const Range all = {0, static_cast<double>(months() - 1)};
    Range& shown = *view_.axes.time;
    const double by = view_.cursor < shown.low    ? view_.cursor - shown.low
                      : view_.cursor > shown.high ? view_.cursor - shown.high
                                                  : 0;
    shown = panned(within(shown, all), all, by);
}

}  // namespace algemeente::viewer
