// Sessions come and go: nothing is given up before somebody has said so. Files themselves are the app's business.
#include "viewer/commands/dispatcher.h"

#include "viewer/state/session_file.h"

#include <algorithm>

namespace algemeente::viewer {

void Dispatcher::leave(Leaving what, std::filesystem::path to_open) {
    view_.files.leaving = what;
    view_.files.to_open = std::move(to_open);
    if (unsaved()) {
        view_.files.asked = true;
    } else {
        go();
    }
}

void Dispatcher::go() {
    add_answer();
    save_answers();
    view_.files.asked = false;
    effects_.push_back(Effect::leave);
}

void Dispatcher::begin(Session session, bool saved) {
    aside_.reset();
    view_.story = {};
    session_ = std::move(session);
    if (saved) saved_ = session_;
    undo_ = {};
    recent_.clear();
    on_screen_ = session_.slots;
    view_.slot = session_.slot_in_front();
    view_.axes.hidden.fill(false);
    view_.files = {};
    view_.lane = {};
    view_.prediction = {};
    view_.last_change = {};
    dragging_ = false;
    if (session_.looking) look(*session_.looking);
    changed();
    move_cursor(view_.cursor);
}

void Dispatcher::begin_afresh(Session session, ViewState view) {
    view.phones = std::move(view_.phones);
    view_ = std::move(view);
    begin(std::move(session));
}

/// Where somebody was looking when the session was saved; of an unknown outcome nothing is shown.
void Dispatcher::look(const Looking& at) {
    view_.page = at.page;
    move_cursor(at.month);
    if (!at.municipality.empty()) on(SelectMunicipality{at.municipality});
    view_.pinned = at.pinned;
    const auto& outcomes = domain_outcomes();
    const auto found = std::find_if(outcomes.begin(), outcomes.end(),
                                    [&](const OutcomeInfo& outcome) { return outcome.name == at.outcome; });
    if (found != outcomes.end()) on(SetOutcome{static_cast<std::size_t>(found - outcomes.begin())});
    if (at.parts) view_.sub_pages = *at.parts;
    if (at.event) view_.event = at.event;
    if (at.lower) on(SetLowerChart{*at.lower});
}

namespace {

Looking looking_of(const ViewState& view) {
    return {.page = view.page,
            .month = view.cursor,
            .outcome = std::string(domain_outcomes()[view.outcome].name),
            .municipality = view.municipality,
            .pinned = view.pinned,
            .parts = view.sub_pages,
            .lower = view.lower,
            .event = view.event};
}

Session kept(Session session, const ViewState& view) {
    session.front = view.slot;
    session.looking = looking_of(view);
    return session;
}

}  // namespace

Looking Dispatcher::looking() const {
    return looking_of(aside_ ? aside_->view : view_);
}

Session Dispatcher::session_to_keep() const {
    return aside_ ? kept(aside_->session, aside_->view) : session_on_screen();
}

Session Dispatcher::session_on_screen() const {
    return kept(session_, view_);
}

FileWork Dispatcher::take_leaving() {
    FileWork work = view_.files;
    view_.files.leaving = Leaving::nothing;
    view_.files.to_open.clear();
    view_.files.link.clear();
    return work;
}

void Dispatcher::on(const OpenSession& command) {
    leave(Leaving::open, command.file);
}

void Dispatcher::on(const OpenLink& command) {
    view_.files.link = command.link;
    leave(Leaving::link);
}

void Dispatcher::on(const AnswerLeaving& command) {
    if (!view_.files.asked) return;
    view_.files.asked = false;
    switch (command.answer) {
        case LeaveAnswer::cancel: view_.files.leaving = Leaving::nothing; break;
        case LeaveAnswer::discard: go(); break;
        case LeaveAnswer::save: effects_.push_back(Effect::save_session); break;
    }
}

void Dispatcher::on(const AnswerFound& command) {
    if (!view_.files.found_asked) return;
    view_.files.found_asked = false;
    switch (command.answer) {
        case FoundAnswer::restore: effects_.push_back(Effect::restore_found); break;
        case FoundAnswer::discard: effects_.push_back(Effect::drop_found); break;
        case FoundAnswer::later: break;  // it stays where it is
    }
}

void Dispatcher::open_panel(FileTask task) {
    view_.files.task = task;
    effects_.push_back(Effect::open_panel);
}

void Dispatcher::show_panel(FileTask task, const std::filesystem::path& folder, const std::string& name) {
    view_.files.task = task;
    view_.files.folder = folder;
    view_.files.name = name;
    view_.files.fresh = true;
    view_.files.replace.clear();
    view_.files.missing.clear();
}

void Dispatcher::on(const TypeFileName& command) {
    view_.files.name = command.name;
    view_.files.replace.clear();  // it was asked about another name
    view_.files.missing.clear();
    if (view_.files.task != FileTask::save) return;
    std::error_code failed;
    const std::filesystem::path folder = session_target(view_.files.folder, command.name).parent_path();
    if (!folder.empty() && !std::filesystem::is_directory(folder, failed)) view_.files.missing = folder;
}

/// Without a name for the session, whatever was to follow does not.
void Dispatcher::close_panel() {
    view_.files.task = FileTask::none;
    view_.files.fresh = false;
    view_.files.replace.clear();
    view_.files.leaving = Leaving::nothing;
}

void Dispatcher::on(const SetFilePanel& command) {
    if (command.task == FileTask::none) {
        close_panel();
    } else {
        show_panel(command.task, command.folder, command.name);
    }
}

void Dispatcher::on(const SaveTo& command) {
    std::error_code failed;
    if (!std::filesystem::exists(command.file.parent_path(), failed)) {
        view_.files.missing = command.file.parent_path();
        view_.files.fresh = true;  // whoever mends the name types on
        return;
    }
    view_.files.missing.clear();
    view_.files.folder = command.file.parent_path();
    view_.files.name = command.file.stem().string();
    view_.files.fresh = true;
    if (!command.replace && std::filesystem::exists(command.file, failed)) {
        view_.files.replace = command.file;
        return;
    }
    view_.files.replace.clear();
    view_.files.fresh = false;
    view_.files.task = FileTask::none;
    effects_.push_back(Effect::save_to);
}

/// A file that is there opens and closes the panel; a folder is gone into; of anything else the panel says so.
void Dispatcher::on(const OpenTyped& command) {
    FileWork& files = view_.files;
    std::error_code failed;
    if (std::filesystem::is_directory(command.path, failed)) {
        show_panel(FileTask::open, command.path, {});
        return;
    }
    const bool can_open = is_session_file(command.path) || command.path.extension() == ".toml";
    if (!can_open || !std::filesystem::is_regular_file(command.path, failed)) {
        files.missing = command.path;
        files.fresh = true;
        return;
    }
    close_panel();
    if (is_session_file(command.path)) {
        on(OpenSession{command.path});
    } else {
        on(OpenFiles{{command.path}});
    }
}

bool Dispatcher::close_topmost_file_work() {
    FileWork& files = view_.files;
    if (files.asked) {
        on(AnswerLeaving{LeaveAnswer::cancel});
    } else if (!files.replace.empty()) {
        files.replace.clear();
    } else if (files.task != FileTask::none) {
        close_panel();
    } else if (files.found_asked) {
        on(AnswerFound{FoundAnswer::later});
    } else {
        return false;
    }
    return true;
}

}  // namespace algemeente::viewer
