#include "viewer/state/desk.h"

#include "output/result_file.h"
#include "text/error.h"
#include "viewer/state/session_file.h"
#include "viewer/state/sync.h"

#include <algorithm>
#include <fstream>

namespace algemeente::viewer {

namespace {

namespace fs = std::filesystem;

fs::path absolute_path(const fs::path& file) {
    std::error_code failed;
    fs::path whole = fs::absolute(file, failed);
    return failed ? file : whole.lexically_normal();
}

}  // namespace

std::vector<FolderEntry> entries_of(const fs::path& folder, bool with_scenarios) {
    std::vector<FolderEntry> entries;
    std::error_code failed;
    for (fs::directory_iterator at(folder, fs::directory_options::skip_permission_denied, failed), end;
         !failed && at != end; at.increment(failed)) {
        const std::string name = at->path().filename().string();
        std::error_code unreadable;
        const bool is_folder = at->is_directory(unreadable);
        const bool wanted = is_folder || is_session_file(name) || (with_scenarios && at->path().extension() == ".toml");
        if (wanted && !name.starts_with('.')) entries.push_back({name, is_folder});
    }
    std::sort(entries.begin(), entries.end(), [](const FolderEntry& one, const FolderEntry& other) {
        return one.is_folder != other.is_folder ? one.is_folder : one.name < other.name;
    });
    return entries;
}

Desk::Desk(fs::path state_folder) : state_folder_(std::move(state_folder)) {
    if (state_folder_.empty()) return;
    autosave_ = std::make_unique<Autosave>(state_folder_);
    recent_ = read_recent();
    found_ = autosave_->find();
}

FileLock Desk::lock_for(const fs::path& file) const {
    return FileLock(state_folder_ / ("open-" + path_key(file) + ".lock"));
}

void Desk::take(const fs::path& file) {
    const fs::path whole = file.empty() ? file : absolute_path(file);
    if (whole != file_) lock_.release();
    file_ = whole;
    elsewhere_ = false;
    if (file_.empty()) return;
    note_recent(file_);
    if (state_folder_.empty() || lock_.held()) return;
    lock_ = lock_for(file_);
    elsewhere_ = !lock_.held();
}

void Desk::save(const Session& session) {
    write_file(file_, session_text(session));
    sync_to_disk(file_);
    note_recent(file_);
}

void Desk::save_to(const Session& session, const fs::path& file) {
    const fs::path whole = absolute_path(file);
    const bool same = whole == file_ && !elsewhere_;
    if (!same && !state_folder_.empty()) {
        FileLock lock = lock_for(whole);
        if (!lock.held())
            throw InputError(whole.string() + ": is open in another window; choose another name, or close it there");
    }
    std::error_code ignored;
    fs::create_directories(whole.parent_path(), ignored);
    write_file(whole, session_text(session));
    sync_to_disk(whole);
    take(whole);
}

/// Those that are gone are left out.
std::vector<fs::path> Desk::read_recent() const {
    std::vector<fs::path> files;
    std::ifstream stream(recent_file());
    std::error_code failed;
    for (std::string line; std::getline(stream, line) && files.size() < most_recent;)
        if (fs::is_regular_file(line, failed)) files.emplace_back(line);
    return files;
}

void Desk::note_recent(const fs::path& file) {
    if (state_folder_.empty() || file.string().find('\n') != std::string::npos) return;
    recent_ = read_recent();  // another window may have added some
    std::erase(recent_, file);
    recent_.insert(recent_.begin(), file);
    if (recent_.size() > most_recent) recent_.resize(most_recent);
    std::string text;
    for (const fs::path& one : recent_) text += one.string() + "\n";
    try {
        write_file(recent_file(), text);
    } catch (const InputError&) {
        return;  // a list for convenience: without it files are found through their folders
    }
}

void Desk::keep(const Session& session, bool unsaved) {
    if (!autosave_) return;
    if (unsaved) {
        autosave_->keep(session, file_);
    } else {
        autosave_->forget();
    }
}

void Desk::forget() {
    if (autosave_) autosave_->forget();
}

void Desk::drop_found() {
    if (autosave_) autosave_->drop_found();
    found_.reset();
}

}  // namespace algemeente::viewer
