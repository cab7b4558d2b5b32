#include "viewer/commands/dispatcher.h"

#include "text/calendar.h"
#include "text/error.h"
#include "viewer/state/timeline.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace algemeente::viewer {

namespace {

constexpr double play_through_seconds = 8;
constexpr double slowest = 0.25;
constexpr double fastest = 8;

}  // namespace

Dispatcher::Dispatcher(Session session, ViewState view, std::vector<Scenario> presets)
    : session_(std::move(session)), view_(std::move(view)), presets_(std::move(presets)) {
    on_screen_ = session_.slots;
    move_cursor(view_.cursor);
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
    view_.cursor = std::min(static_cast<int>(play_position_), months() - 1);
    if (play_position_ >= months() - 1) view_.playing = false;
    keep_cursor_in_sight();
}

void Dispatcher::on(Action action) {
    if (on_time(action) || on_charts(action) || on_timeline(action) || on_view(action) || on_municipality(action) ||
        on_sources(action) || on_session(action))
        return;
    on_effect(action);
}

bool Dispatcher::on_time(Action action) {
    const int before = view_.cursor;
    switch (action) {
        case Action::play:
            if (!view_.playing && view_.cursor >= months() - 1) move_cursor(0);
            view_.playing = !view_.playing;
            play_position_ = view_.cursor;
            return true;
        case Action::step_back: move_cursor(before - 1); break;
        case Action::step_forward: move_cursor(before + 1); break;
        case Action::year_back: move_cursor(before - months_per_year); break;
        case Action::year_forward: move_cursor(before + months_per_year); break;
        case Action::to_start: move_cursor(0); break;
        case Action::to_end: move_cursor(months() - 1); break;
        case Action::faster: view_.speed = std::min(view_.speed * 2, fastest); return true;
        case Action::slower: view_.speed = std::max(view_.speed / 2, slowest); return true;
        default: return false;
    }
    view_.playing = false;
    return true;
}

bool Dispatcher::on_view(Action action) {
    Preferences& preferences = view_.preferences;
    switch (action) {
        case Action::tab_compare: view_.tab = Tab::compare; return true;
        case Action::tab_why: view_.tab = Tab::why; return true;
        case Action::tab_map: view_.tab = Tab::map; return true;
        case Action::tab_municipality: view_.tab = Tab::municipality; return true;
        case Action::all_levers: view_.all_levers = !view_.all_levers; return true;
        case Action::display:
            view_.display = static_cast<Display>((static_cast<int>(view_.display) + 1) % 3);
            return true;
        case Action::predict: view_.prediction = {.active = !view_.prediction.active}; return true;
        case Action::reveal: view_.prediction.revealed = view_.prediction.active; return true;
        case Action::clear_prediction: view_.prediction.drawn = {}; return true;
        case Action::palette:
            view_.palette_open = !view_.palette_open;
            view_.palette_text.clear();
            return true;
        case Action::help: view_.help_open = !view_.help_open; return true;
        case Action::tour:
            view_.tour_step = view_.tour_step == 0 ? 1 : 0;
            preferences.tour_done = true;
            return true;
        case Action::next_tour_step:
            view_.tour_step = view_.tour_step == 0 ? 0 : (view_.tour_step + 1) % 6;
            if (view_.tour_step == 0) preferences.tour_done = true;
            return true;
        case Action::theme:
            preferences.theme = preferences.theme == Theme::light ? Theme::dark : Theme::light;
            return true;
        case Action::language:
            preferences.language = preferences.language == Language::nl ? Language::en : Language::nl;
            return true;
        case Action::projector: preferences.projector = !preferences.projector; return true;
        case Action::larger: preferences.scale = std::min(preferences.scale * 1.1, 3.0); return true;
        case Action::smaller: preferences.scale = std::max(preferences.scale / 1.1, 0.6); return true;
        case Action::timings: view_.timings = !view_.timings; return true;
        case Action::close: close_topmost(); return true;
        default: return false;
    }
}

bool Dispatcher::on_session(Action action) {
    switch (action) {
        case Action::undo: replace_session(undo_.undo(session_)); return true;
        case Action::redo: replace_session(undo_.redo(session_)); return true;
        case Action::add_slot: add_slot(session_.slots.back().scenario); return true;
        case Action::remove_slot: on(RemoveSlot{view_.slot}); return true;
        case Action::branch_here: branch_here(); return true;
        case Action::reset_all: {
            undo_.begin(session_, false);
            Slot& slot = session_.slots[view_.slot];
            const int month = slot.decide_from;
            slot.scenario = slot.preset;
            slot.decide_from = month;
            changed();
            return true;
        }
        case Action::size:
            undo_.begin(session_, false);
            session_.sample = session_.sample > 0 ? 0 : 100;
            changed();
            return true;
        default: return false;
    }
}

bool Dispatcher::on_effect(Action action) {
    switch (action) {
        case Action::stop: effects_.push_back(Effect::stop); return true;
        case Action::export_png: effects_.push_back(Effect::export_png); return true;
        case Action::export_svg: effects_.push_back(Effect::export_svg); return true;
        case Action::export_csv: effects_.push_back(Effect::export_csv); return true;
        case Action::export_html: effects_.push_back(Effect::export_html); return true;
        case Action::copy_table: effects_.push_back(Effect::copy_table); return true;
        case Action::save_session: effects_.push_back(Effect::save_session); return true;
        case Action::quit: effects_.push_back(Effect::quit); return true;
        default: return false;
    }
}

void Dispatcher::close_topmost() {
    if (view_.palette_open) {
        view_.palette_open = false;
    } else if (view_.help_open) {
        view_.help_open = false;
    } else if (view_.notices_open) {
        view_.notices_open = false;
    } else if (view_.evidence_open) {
        view_.evidence_open = false;
    } else if (view_.variable_open) {
        view_.variable_open = false;
    } else if (view_.sources_open) {
        view_.sources_open = false;
    } else if (view_.lane.month) {
        view_.lane.month.reset();
    } else if (view_.tour_step > 0) {
        view_.tour_step = 0;
    } else if (view_.prediction.active) {
        view_.prediction = {};
    }
}

void Dispatcher::on(const SetLever& command) {
    if (command.slot >= session_.slots.size()) return;
    undo_.begin(session_, true);
    decide(session_.slots[command.slot], command.lever, command.value);
    dragging_ = !command.final;
    if (command.final) undo_.end();
    changed(command.lever + std::to_string(command.slot));
}

void Dispatcher::on(const ResetLever& command) {
    if (command.slot >= session_.slots.size()) return;
    undo_.begin(session_, false);
    reset_lever(session_.slots[command.slot], command.lever);
    changed();
}

void Dispatcher::on(const SetDecisionMonth& command) {
    if (command.slot >= session_.slots.size()) return;
    undo_.begin(session_, true);
    decide_from(session_.slots[command.slot], command.month);
    dragging_ = !command.final;
    if (command.final) undo_.end();
    changed("month" + std::to_string(command.slot));
}

void Dispatcher::on(const LoadPreset& command) {
    const auto found = std::find_if(presets_.begin(), presets_.end(),
                                    [&](const Scenario& preset) { return preset.name == command.preset; });
    if (found == presets_.end() || command.slot >= session_.slots.size()) return;
    undo_.begin(session_, false);
    session_.slots[command.slot] = slot_of(*found);
    changed();
    move_cursor(view_.cursor);
}

void Dispatcher::on(const SelectSlot& command) {
    if (command.slot < session_.slots.size()) view_.slot = command.slot;
}

void Dispatcher::on(const RemoveSlot& command) {
    if (session_.slots.size() < 2 || command.slot >= session_.slots.size()) return;
    undo_.begin(session_, false);
    session_.slots.erase(session_.slots.begin() + static_cast<std::ptrdiff_t>(command.slot));
    view_.slot = std::min(view_.slot, session_.slots.size() - 1);
    changed();
}

void Dispatcher::on(const SetCursor& command) {
    view_.playing = false;
    move_cursor(command.month);
}

void Dispatcher::on(const PinMunicipality& command) {
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
    auto& drawn = view_.prediction.drawn[static_cast<std::size_t>(index_of(command.domain))];
    drawn.resize(static_cast<std::size_t>(months()), std::numeric_limits<double>::quiet_NaN());
    if (command.month >= 0 && command.month < months()) drawn[static_cast<std::size_t>(command.month)] = command.value;
}

void Dispatcher::add_slot(Scenario scenario) {
    if (session_.slots.size() >= slot_limit) {
        notices_.push_back({std::string(text(Word::slots_full, language())), true});
        return;
    }
    undo_.begin(session_, false);
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

void Dispatcher::replace_session(std::optional<Session> session) {
    if (!session) return;
    session_ = std::move(*session);
    view_.slot = std::min(view_.slot, session_.slots.size() - 1);
    dragging_ = false;
    changed();
    move_cursor(view_.cursor);
}

/// All files or none: a file that cannot be read leaves the session as it was.
void Dispatcher::on(const OpenFiles& command) {
    std::vector<Scenario> scenarios;
    std::vector<Note> notes = command.files.size() > 1 ? std::vector<Note>{} : session_.notes;
    try {
        for (const auto& file : command.files) {
            scenarios.push_back(read_scenario(file));
            for (const Note& note : read_notes(file))
                if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
        }
    } catch (const InputError& problem) {
        notices_.push_back({filled(text(Word::not_opened, language()), problem.what()), true});
        return;
    }
    if (scenarios.empty()) return;
    undo_.begin(session_, false);
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
}

}  // namespace algemeente::viewer
