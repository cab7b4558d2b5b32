// The session and its file: keeping changes aside, saving, leaving, restoring.
#include "text/error.h"
#include "viewer/app/app.h"
#include "viewer/state/session_file.h"
#include "viewer/state/session_link.h"

#include <cstdlib>

namespace algemeente::viewer {

namespace {

std::filesystem::path home_folder() {
    const char* home = std::getenv("HOME");
    std::error_code failed;
    return home != nullptr && *home == '/' ? std::filesystem::path(home) : std::filesystem::current_path(failed);
}

}  // namespace

void App::open_desk(const Options& options) {
    try {
        desk_ = Desk(options.state_folder);
    } catch (const InputError& problem) {
        notify(problem.what(), true);  // work goes on; the room knows that it is not kept aside
    }
    if (!options.files.empty() && is_session_file(options.files.front())) desk_.take(options.files.front());
    if (desk_.elsewhere()) notify(filled(ui_.word(Word::session_elsewhere), desk_.file().filename().string()), true);
    if (desk_.found()) dispatcher_->ask_about_found();
    kept_version_ = dispatcher_->lane_version();
}

/// Every change, as soon as it is made: what a lever passes while it is dragged is none. With changes also where the
/// room looks, but not every month that it passes.
void App::keep_work() {
    Looking looking = dispatcher_->looking();
    looking.month = 0;
    const bool looks_elsewhere = dispatcher_->unsaved() && looking != kept_looking_;
    if ((dispatcher_->lane_version() == kept_version_ && !looks_elsewhere) || dispatcher_->dragging() || closed_)
        return;
    kept_version_ = dispatcher_->lane_version();
    kept_looking_ = std::move(looking);
    try {
        desk_.keep(dispatcher_->session_to_keep(), dispatcher_->unsaved());
    } catch (const InputError& problem) {
        notify(problem.what(), true);
    }
}

std::string App::session_name() const {
    return desk_.file().empty() ? ui_.word(Word::unnamed_session) : desk_.file().stem().string();
}

void App::follow_title() {
    std::string title = session_name() + (dispatcher_->unsaved() ? " *" : "") + " \u2013 Algemeente";
    if (title == title_) return;
    title_ = std::move(title);
    platform_.set_title(title_);
}

void App::save_session() {
    if (desk_.file().empty() || desk_.elsewhere()) {
        open_panel();
        return;
    }
    desk_.save(dispatcher_->session_to_keep());
    leave_after_saving();
}

void App::save_session_to() {
    const FileWork& files = dispatcher_->view().files;
    desk_.save_to(dispatcher_->session_to_keep(), files.folder / (files.name + std::string(session_ending)));
    leave_after_saving();
}

void App::leave_after_saving() {
    dispatcher_->note_saved();
    desk_.forget();
    notify(filled(ui_.word(Word::saved_words), platform_.hand_over(desk_.file())), false);
    if (dispatcher_->view().files.leaving != Leaving::nothing) leave();
}

/// What happens to the session at hand has been said, or it has no changes.
void App::leave() {
    const FileWork work = dispatcher_->take_leaving();
    switch (work.leaving) {
        case Leaving::nothing: return;
        case Leaving::quit: closed_ = true; break;
        case Leaving::fresh: {
            Options fresh;
            fresh.replicates = options_.replicates;
            fresh.sample = options_.sample;
            dispatcher_->begin_afresh(first_session(fresh), first_view(fresh, saved_preferences_, true));
            dispatcher_->apply(SelectMunicipality{largest_town()});
            desk_.take({});
            break;
        }
        case Leaving::link:
            dispatcher_->begin(session_of_link(work.link, dispatcher_->presets(), nullptr));
            desk_.take({});
            break;
        case Leaving::open:
            dispatcher_->begin(read_session(work.to_open));
            desk_.take(work.to_open);
            if (desk_.elsewhere())
                notify(filled(ui_.word(Word::session_elsewhere), desk_.file().filename().string()), true);
            break;
    }
    desk_.forget();
    kept_version_ = dispatcher_->lane_version();
}

/// The session at hand, as it is and is looked at, for whoever opens the link.
void App::copy_link() {
    const std::string link =
        platform_.page_address() + session_link(dispatcher_->session_on_screen(), ui_.language, dispatcher_->presets());
    platform_.set_clipboard(link);
    const bool is_long = link.size() > longest_link;
    notify(filled(ui_.word(is_long ? Word::link_long : Word::link_copied), std::to_string(link.size())), is_long);
}

void App::paste_link() {
    if (platform_.asks_for_clipboard()) return;
    const std::string link = platform_.clipboard();
    if (!is_session_link(link)) {
        notify(ui_.word(Word::link_none), true);
        return;
    }
    session_from_link(link, dispatcher_->presets());  // throws before anything is given up for it
    sink_.send(OpenLink{link});
}

/// What the window opens with. A link that cannot be opened does not keep it shut: it says so, and begins as usual. Of
/// a picture that would be another one than was asked for.
Session App::linked_session(const std::vector<Scenario>& presets, ViewState& view) {
    try {
        Session session = session_of_link(options_.link, presets, options_.language ? nullptr : &view.preferences);
        if (options_.replicates_given) session.replicates = options_.replicates;
        if (options_.sample_given) session.sample = options_.sample;
        return session;
    } catch (const LinkError& problem) {
        if (!options_.shot.empty()) throw;
        notify(problem.words(ui_.language), true);
    } catch (const InputError& problem) {
        if (!options_.shot.empty()) throw;
        notify(problem.what(), true);
    }
    return first_session(options_);
}

/// Says what is different from when the link was made, if anything is. The window speaks the language of the link's if
/// it is given where that is kept.
Session App::session_of_link(const std::string& link, const std::vector<Scenario>& presets, Preferences* preferences) {
    LinkedSession linked = session_from_link(link, presets);
    if (preferences != nullptr && linked.language) ui_.language = preferences->language = *linked.language;
    if (!linked.news.empty()) notify(link_news_words(linked, ui_.language), true);
    return std::move(linked.session);
}

/// The work that was found becomes this window's, and is kept aside by it before its old file goes.
void App::restore_found() {
    if (!desk_.found()) return;
    const LeftOver left = *desk_.found();
    std::error_code failed;
    if (!left.file.empty() && std::filesystem::is_regular_file(left.file, failed)) {
        dispatcher_->begin(read_session(left.file));
        desk_.take(left.file);
    }
    dispatcher_->begin(left.session, false);
    desk_.keep(dispatcher_->session_to_keep(), dispatcher_->unsaved());
    desk_.drop_found();
    if (desk_.elsewhere()) notify(filled(ui_.word(Word::session_elsewhere), desk_.file().filename().string()), true);
}

/// Where the session is, or the last one was.
void App::open_panel() {
    const FileWork& files = dispatcher_->view().files;
    const FileTask task = files.task == FileTask::open ? FileTask::open : FileTask::save;
    if (task == FileTask::open && platform_.choose_files()) {
        sink_.send(SetFilePanel{FileTask::none, {}, {}});
        return;
    }
    const std::vector<std::filesystem::path> recent = desk_.recent();
    std::filesystem::path folder = home_folder();
    if (!recent.empty()) folder = recent.front().parent_path();
    if (!desk_.file().empty()) folder = desk_.file().parent_path();
    std::string name;
    if (task == FileTask::save) name = desk_.file().empty() ? dated_stem() : desk_.file().stem().string();
    ++panels_;
    dispatcher_->show_panel(task, folder, name);
}

const std::vector<FolderEntry>& App::folder_entries() const {
    const FileWork& files = dispatcher_->view().files;
    if (files.task == FileTask::none) return entries_.value();
    return entries_.of({files.folder, files.task, panels_},
                       [&] { return entries_of(files.folder, files.task == FileTask::open); });
}

}  // namespace algemeente::viewer
