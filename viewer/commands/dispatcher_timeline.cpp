// What stands on the timeline, and scenarios that have left the screen.
#include "viewer/commands/dispatcher.h"

#include "viewer/state/timeline.h"

#include <algorithm>

namespace algemeente::viewer {

void Dispatcher::toggle_lane() {
    on(OpenLane{view_.lane.month ? std::nullopt : std::optional(view_.cursor)});
}

void Dispatcher::on(const OpenLane& command) {
    view_.lane.month.reset();
    view_.note_focus = command.month.has_value();
    if (command.month) {
        view_.lane.month = std::clamp(*command.month, 0, months() - 1);
    } else {
        view_.lane.note.clear();
    }
    view_.lane.value.reset();  // another month, another value to start from
}

void Dispatcher::on(const AddChange& command) {
    if (command.slot >= session_.slots.size()) return;
    Session changed_session = session_;
    if (!add_change(changed_session.slots[command.slot], command.lever, command.value, command.month)) return;
    remember(false);
    session_ = std::move(changed_session);
    view_.last_change = {command.slot, command.lever};
    changed();
}

void Dispatcher::on(const MoveChanges& command) {
    if (command.slot >= session_.slots.size() || command.from == command.to) return;
    if (changes_at(session_.slots[command.slot].scenario, command.from).empty()) return;
    remember(false);
    move_changes(session_.slots[command.slot], command.from, command.to);
    changed();
}

void Dispatcher::on(const RemoveChanges& command) {
    if (command.slot >= session_.slots.size()) return;
    remember(false);
    remove_changes(session_.slots[command.slot], command.month, command.lever);
    changed();
}

void Dispatcher::on(const AddNote& command) {
    if (command.words.empty() || command.month < 0 || command.month >= months()) return;
    remember(false);
    session_.notes.push_back({command.month, command.words});
    view_.lane.note.clear();
    ++lane_;
}

void Dispatcher::on(const MoveNote& command) {
    if (command.position >= session_.notes.size()) return;
    const int month = std::clamp(command.month, 0, months() - 1);
    if (session_.notes[command.position].month == month) return;
    remember(false);
    session_.notes[command.position].month = month;
    ++lane_;
}

void Dispatcher::on(const RemoveNote& command) {
    if (command.position >= session_.notes.size()) return;
    remember(false);
    session_.notes.erase(session_.notes.begin() + static_cast<std::ptrdiff_t>(command.position));
    ++lane_;
}

void Dispatcher::on(const BringBack& command) {
    if (command.slot >= session_.slots.size() || command.position >= recent_.size()) return;
    remember(false);
    session_.slots[command.slot] = recent_[command.position];
    view_.slot = command.slot;
    changed();
    move_cursor(view_.cursor);
}

/// Keeps what has left the screen, newest first. Further changes by the same interaction replace each other.
void Dispatcher::remember_what_left(const std::string& interaction) {
    const auto is_shown = [&](const Slot& slot) {
        return std::any_of(session_.slots.begin(), session_.slots.end(),
                           [&](const Slot& now) { return now.scenario == slot.scenario; });
    };
    const bool goes_on = !interaction.empty() && interaction == last_interaction_;
    last_interaction_ = interaction;
    if (!goes_on)
        for (const Slot& slot : on_screen_) {
            if (is_shown(slot)) continue;
            std::erase_if(recent_, [&](const Slot& old) { return old.scenario == slot.scenario; });
            recent_.insert(recent_.begin(), slot);
        }
    std::erase_if(recent_, is_shown);
    if (recent_.size() > most_recent) recent_.resize(most_recent);
    on_screen_ = session_.slots;
}

void Dispatcher::changed(const std::string& interaction) {
    ++version_;
    ++lane_;
    if (view_.lower == LowerChart::event) choose_event();
    if (!dragging_) remember_what_left(interaction);
    end_prediction_of_another();
    const bool any_suppliers = std::any_of(session_.slots.begin(), session_.slots.end(),
                                           [](const Slot& slot) { return slot.scenario.supply; });
    if (!any_suppliers && view_.reading != Reading::chosen) on(SetReading{Reading::chosen});  // there is no register
}

/// Once it is revealed a prediction was about that scenario: another one in its place was predicted by nobody.
void Dispatcher::end_prediction_of_another() {
    if (!view_.prediction.revealed || view_.story.open()) return;
    const std::size_t slot = view_.predicted(session_.slots.size()).slot;
    if (slot >= revealed_.size() || !(session_.slots[slot].scenario == revealed_[slot])) view_.prediction = {};
}

}  // namespace algemeente::viewer
