#include "viewer/commands/dispatcher.h"

#include "netherlands/towns.h"
#include "present/words/differences.h"
#include "present/words/late.h"
#include "text/calendar.h"
#include "text/error.h"
#include "viewer/plot/fan_chart.h"
#include "viewer/state/session_file.h"
#include "viewer/state/timeline.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace algemeente::viewer {

namespace {

constexpr double play_through_seconds = 8;
constexpr double slowest = 0.25;
constexpr double fastest = 8;
constexpr double smallest_letters = 0.6;
constexpr double largest_letters = 3;
constexpr int usual_sample = 100;

}  // namespace

Dispatcher::Dispatcher(Session session, ViewState view, std::vector<Scenario> presets)
    : session_(std::move(session)), saved_(session_), view_(std::move(view)), presets_(std::move(presets)) {
    on_screen_ = session_.slots;
    move_cursor(view_.cursor);
    note_what_comes_too_late();
}

/// A decision after the last month changes nothing, and a difference of zero would not say why.
void Dispatcher::note_what_comes_too_late() {
    for (const Slot& slot : session_.slots)
        for (const std::string& sentence : present::late_sentences(slot.scenario, language()))
            notices_.push_back(
                {filled(text(Word::s_warning, language()), title_of(slot.scenario, language()), sentence), true});
}

int Dispatcher::months() const {
    int months = 0;
    for (const Slot& slot : session_.slots)
        months = months == 0 ? slot.scenario.months() : std::min(months, slot.scenario.months());
    return std::max(1, months);
}

void Dispatcher::apply(const Command& command) {
    std::visit([this](const auto& one) { on(one); }, command);
    follow_tour(command);
}

void Dispatcher::apply_all(std::vector<Command> commands) {
    for (const Command& command : commands) apply(command);
}

void Dispatcher::move_cursor(int month) {
    view_.cursor = std::clamp(month, 0, months() - 1);
    play_position_ = view_.cursor;
    keep_cursor_in_sight();
}

void Dispatcher::pass_time(double seconds) {
    if (!view_.playing) return;
    play_position_ += seconds * view_.speed * months() / play_through_seconds;
    const int before = view_.cursor;
    view_.cursor = std::min(static_cast<int>(play_position_), months() - 1);
    if (play_position_ >= months() - 1) view_.playing = false;
    if (std::optional<Notice> event = passed_event(before, view_.cursor)) {
        view_.playing = false;
        play_position_ = view_.cursor;
        notices_.push_back(std::move(*event));
    }
    keep_cursor_in_sight();
}

/// Playing stops at what has a name, so that the room can talk about it; the cursor stays there.
std::optional<Notice> Dispatcher::passed_event(int from, int to) {
    for (const LaneEvent& event : lane_events()) {
        const bool named = event.kind != LaneKind::election && event.kind != LaneKind::decision;
        if (!named || event.month <= from || event.month > to) continue;
        view_.cursor = event.month;
        return Notice{upper_first(month_words(event.month, language())) + ": " + event.words, false};
    }
    return std::nullopt;
}

void Dispatcher::on(Action action) {
    switch (action) {
#define ACTION(id, words, key, mods, does) \
    case Action::id:                       \
        does;                              \
        break;
#include "viewer/commands/actions.def"
    }
}

void Dispatcher::toggle_playing() {
    if (!view_.playing && view_.cursor >= months() - 1) move_cursor(0);
    flip(view_.playing);
    play_position_ = view_.cursor;
}

void Dispatcher::step_to(int month) {
    view_.playing = false;
    move_cursor(month);
}

void Dispatcher::set_speed(double speed) {
    view_.speed = std::clamp(speed, slowest, fastest);
}

void Dispatcher::toggle_palette() {
    flip(view_.palette_open);
    on(SetPaletteText{});
}

void Dispatcher::enlarge(double factor) {
    double& scale = view_.preferences.scale;
    const double most = std::min(most_scale_, largest_letters);
    if (factor < 1) {
        scale = std::max(std::min(scale, most) * factor, smallest_letters);
    } else if (scale * factor <= most) {
        scale *= factor;
    } else {
        scale = std::max(scale, most);
        notices_.push_back({std::string(text(Word::scale_limit, language())), false});
    }
}

/// In a narrow window the panel that is asked for takes the place of the other.
void Dispatcher::toggle_side(Side side) {
    const bool shown = view_.shows(side);
    view_.sides[static_cast<std::size_t>(side)] = !shown;
    if (!shown) view_.side_in_front = side;
}

/// Back to the preset; the month in which decisions begin stays.
void Dispatcher::reset_slot() {
    remember(false);
    Slot& slot = session_.slots[view_.slot];
    slot.scenario = slot.preset;
    changed();
}

/// What was changed last, tried alone: the scenario becomes a copy of A with this one change.
void Dispatcher::keep_last_change_alone() {
    const std::size_t slot = view_.predicted(session_.slots.size()).slot;
    const Slot& base = session_.slots.front();
    const std::string lever = moved_last(
        session_.slots[slot], present::differences_between(base.scenario, session_.slots[slot].scenario, language()),
        view_.moved_in(slot));
    if (lever.empty()) {
        notices_.push_back({std::string(text(Word::only_this_none, language())), false});
        return;
    }
    Slot alone = with_one_change(base, session_.slots[slot], lever);
    if (alone.scenario == session_.slots[slot].scenario) return;  // it is alone already
    remember(false);
    session_.slots[slot] = std::move(alone);
    view_.slot = slot;
    changed();
    move_cursor(view_.cursor);
}

/// A sample of municipalities, or those of the scenario files.
void Dispatcher::toggle_size() {
    remember(false);
    session_.sample = session_.sample > 0 ? 0 : usual_sample;
    view_.axes.y = {};  // other totals, other limits
    changed();
}

/// The standard numbers in every run, or in every run another set of assumptions that history allows.
void Dispatcher::toggle_members() {
    remember(false);
    session_.members = !session_.members;
    view_.axes.y = {};  // wider bands, other limits
    changed();
}

void Dispatcher::close_topmost() {
    if (close_topmost_file_work()) return;
    if (!view_.municipality_search.empty()) {
        on(SetMunicipalitySearch{});
    } else if (view_.palette_open) {
        view_.palette_open = false;
    } else if (view_.help_open) {
        view_.help_open = false;
    } else if (view_.notices_open) {
        view_.notices_open = false;
    } else if (view_.stories_open) {
        view_.stories_open = false;
    } else if (view_.phones.panel) {
        view_.phones.panel = false;
    } else if (view_.evidence_open) {
        view_.evidence_open = false;
    } else if (view_.variable_open) {
        view_.variable_open = false;
    } else if (view_.sources_open) {
        view_.sources_open = false;
    } else if (view_.lane.month) {
        on(OpenLane{});  // and what was typed there is thrown away
    } else if (view_.tour_step > 0) {
        toggle_tour();  // somebody who closes it does not want it at the next start either
    } else if (view_.prediction.active && !view_.story.open()) {  // a story covers and reveals by its steps
        view_.prediction = {};
    } else if (view_.page == Page::choose) {
        view_.choosing.clear();
    }
}

void Dispatcher::on(const SetLever& command) {
    if (command.slot >= session_.slots.size()) return;
    remember(true);
    decide(session_.slots[command.slot], command.lever, command.value);
    view_.last_change = {command.slot, command.lever};
    dragging_ = !command.final;
    if (command.final) undo_.end();
    changed(command.lever + std::to_string(command.slot));
}

/// In January 2015 they are there or not: no month of decision.
void Dispatcher::on(const SetSupply& command) {
    if (command.slot >= session_.slots.size() || session_.slots[command.slot].scenario.supply == command.on) return;
    remember(false);
    session_.slots[command.slot].scenario.supply = command.on;
    changed();
}

void Dispatcher::on(const ShowSupply& /*command*/) {
    view_.sides[static_cast<std::size_t>(Side::levers)] = true;
    view_.side_in_front = Side::levers;
    view_.assumptions = false;
    view_.lever_search.clear();
}

void Dispatcher::on(const ResetLever& command) {
    if (command.slot >= session_.slots.size()) return;
    remember(false);
    reset_lever(session_.slots[command.slot], command.lever);
    changed();
}

void Dispatcher::on(const SetDecisionMonth& command) {
    if (command.slot >= session_.slots.size()) return;
    remember(true);
    decide_from(session_.slots[command.slot], command.month);
    dragging_ = !command.final;
    if (command.final) undo_.end();
    changed("month" + std::to_string(command.slot));
}

void Dispatcher::on(const LoadPreset& command) {
    const auto found = std::find_if(presets_.begin(), presets_.end(),
                                    [&](const Scenario& preset) { return preset.name == command.preset; });
    if (found == presets_.end() || command.slot >= session_.slots.size()) return;
    remember(false);
    replace_slot(command.slot, slot_of(*found));
    view_.slot = command.slot;  // what was chosen is what one works on
    changed();
    move_cursor(view_.cursor);
}

/// The month from which levers decide goes with the scenario: where it is another one, the room is told.
void Dispatcher::replace_slot(std::size_t slot, Slot with) {
    const int before = session_.slots[slot].decide_from;
    session_.slots[slot] = std::move(with);
    const int now = session_.slots[slot].decide_from;
    if (now == before) return;
    notices_.push_back({filled(text(Word::decide_from_moved, language()), month_words(now, language()),
                               month_words(before, language())),
                        false});
}

void Dispatcher::on(const SelectSlot& command) {
    if (command.slot < session_.slots.size()) view_.slot = command.slot;
}

void Dispatcher::on(const RemoveSlot& command) {
    if (session_.slots.size() < 2 || command.slot >= session_.slots.size()) return;
    remember(false);
    session_.slots.erase(session_.slots.begin() + static_cast<std::ptrdiff_t>(command.slot));
    if (view_.slot > command.slot) --view_.slot;
    view_.slot = std::min(view_.slot, session_.slots.size() - 1);
    view_.axes.forget_slot(command.slot);
    view_.prediction.forget_slot(command.slot);
    changed();
}

void Dispatcher::on(const SetCursor& command) {
    step_to(command.month);
}

void Dispatcher::on(const PinMunicipality& command) {
    if (command.code.empty()) return;
    auto& pinned = view_.pinned;
    const auto found = std::find(pinned.begin(), pinned.end(), command.code);
    if (found != pinned.end()) {
        pinned.erase(found);
        return;
    }
    pinned.push_back(command.code);
    if (pinned.size() > 3) pinned.erase(pinned.begin());
}

void Dispatcher::on(const DrawPrediction& command) {
    if (!view_.prediction.active || view_.prediction.revealed) return;
    RoomLines& lines = view_.prediction.drawn[view_.predicted(session_.slots.size())];
    auto& drawn = lines[static_cast<std::size_t>(index_of(command.domain))];
    drawn.resize(static_cast<std::size_t>(months()), std::numeric_limits<double>::quiet_NaN());
    if (command.month >= 0 && command.month < months()) drawn[static_cast<std::size_t>(command.month)] = command.value;
}

void Dispatcher::add_slot(Scenario scenario) {
    if (session_.slots.size() >= slot_limit) {
        notices_.push_back({std::string(text(Word::slots_full, language())), true});
        return;
    }
    remember(false);
    session_.slots.push_back(slot_of(std::move(scenario)));
    view_.slot = session_.slots.size() - 1;
    changed();
}

/// A new scenario that is identical until the cursor.
void Dispatcher::branch_here() {
    Scenario scenario = session_.slots[view_.slot].scenario;
    scenario.title = filled(text(Word::branch_title, language()),
                            std::string(1, static_cast<char>('A' + static_cast<int>(view_.slot))));
    scenario.name = "branch";
    const std::size_t before = session_.slots.size();
    add_slot(std::move(scenario));
    if (session_.slots.size() > before) session_.slots.back().decide_from = view_.cursor;
}

/// Undo brings the scenario back to the front that was there.
void Dispatcher::remember(bool continues) {
    session_.front = view_.slot;
    undo_.begin(session_, continues);
}

void Dispatcher::undo_step() {
    session_.front = view_.slot;
    replace_session(undo_.undo(session_));
}

void Dispatcher::redo_step() {
    session_.front = view_.slot;
    replace_session(undo_.redo(session_));
}

void Dispatcher::replace_session(std::optional<Session> session) {
    if (!session) return;
    if (session->slots.size() != session_.slots.size()) view_.axes.hidden.fill(false);  // whose they were is not known
    session_ = std::move(*session);
    view_.slot = session_.slot_in_front();
    dragging_ = false;
    changed();
    move_cursor(view_.cursor);
}

/// All files or none: a file that cannot be read leaves the session as it was. A session replaces what is there.
void Dispatcher::on(const OpenFiles& command) {
    const auto session = std::find_if(command.files.begin(), command.files.end(), is_session_file);
    if (session != command.files.end()) {
        on(OpenSession{*session});
        return;
    }
    if (open_story_among(command.files)) return;
    std::vector<Scenario> scenarios;
    std::vector<Note> notes = command.files.size() > 1 ? std::vector<Note>{} : session_.notes;
    try {
        for (const auto& file : command.files) {
            scenarios.push_back(read_scenario(file));
            name_by_codes(scenarios.back());
            for (const Note& note : read_notes(file))
                if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
        }
    } catch (const InputError& problem) {
        notices_.push_back({filled(text(Word::not_opened, language()), problem.what()), true});
        return;
    }
    if (scenarios.empty()) return;
    remember(false);
    // one file joins the comparison, several replace it
    if (scenarios.size() > 1) session_.slots.clear();
    session_.notes = std::move(notes);
    for (Scenario& scenario : scenarios) {
        if (session_.slots.size() == slot_limit) session_.slots.pop_back();
        session_.slots.push_back(slot_of(std::move(scenario)));
    }
    view_.slot = session_.slots.size() - 1;
    changed();
    move_cursor(view_.cursor);
    note_what_comes_too_late();
}

}  // namespace algemeente::viewer
