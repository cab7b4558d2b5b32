#include "viewer/state/autosave.h"

#include "output/result_file.h"
#include "text/error.h"
#include "viewer/state/session_file.h"
#include "viewer/state/sync.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <iterator>
#include <vector>

namespace algemeente::viewer {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view origin_mark = "#: file ";
constexpr std::string_view own_stem = "window-";

fs::path lock_of(fs::path file) {
    return file.replace_extension(".lock");
}

std::string moment_words(const fs::path& file) {
    struct stat found {};
    if (stat(file.c_str(), &found) != 0) return {};
    const std::time_t seconds = found.st_mtime;
    std::tm parts{};
    localtime_r(&seconds, &parts);
    char room[32];
    const std::size_t length = std::strftime(room, sizeof room, "%Y-%m-%d %H:%M", &parts);
    return {room, length};
}

/// The path behind the mark, or nothing.
fs::path origin_of(const std::string& text) {
    const std::size_t at = text.find("\n" + std::string(origin_mark));
    if (at == std::string::npos) return {};
    const std::size_t from = at + 1 + origin_mark.size();
    return text.substr(from, std::min(text.find('\n', from), text.size()) - from);
}

/// What windows have kept in this folder, latest first.
std::vector<fs::path> kept_in(const fs::path& folder) {
    std::vector<std::pair<fs::file_time_type, fs::path>> found;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder, failed)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(own_stem) && is_session_file(entry.path()))
            found.emplace_back(entry.last_write_time(failed), entry.path());
    }
    std::sort(found.rbegin(), found.rend());
    std::vector<fs::path> files;
    for (auto& [time, file] : found) files.push_back(std::move(file));
    return files;
}

}  // namespace

Autosave::Autosave(fs::path folder) : folder_(std::move(folder)) {
    std::error_code failed;
    fs::create_directories(folder_, failed);
    fs::permissions(folder_, fs::perms::owner_all, failed);  // a session may hold what a room said
    // the lock is taken before the first work is kept, so that no other window takes it for left over
    for (int number = 1; !lock_.held() && number < 1000; ++number) {
        const std::string stem = std::string(own_stem) + std::to_string(getpid()) + "-" + std::to_string(number);
        file_ = folder_ / (stem + std::string(session_ending));
        if (fs::exists(file_, failed)) continue;  // of a window that is gone, or of another one in this process
        lock_ = FileLock(lock_of(file_));
    }
    if (!lock_.held()) throw InputError(folder_.string() + ": cannot be written; changes are not kept aside");
}

Autosave::~Autosave() {
    std::error_code failed;
    if (!fs::exists(file_, failed)) fs::remove(lock_of(file_), failed);
    // work that was found and not answered for stays for the next window
}

void Autosave::keep(const Session& session, const fs::path& file) {
    std::string text = session_text(session);
    std::error_code failed;
    if (!file.empty() && file.string().find('\n') == std::string::npos)
        text.insert(text.find('\n') + 1, std::string(origin_mark) + fs::absolute(file, failed).string() + "\n");
    write_file(file_, text);
    sync_to_disk(file_);
}

void Autosave::forget() {
    std::error_code failed;
    fs::remove(file_, failed);
}

std::optional<LeftOver> Autosave::find() {
    for (const fs::path& file : kept_in(folder_)) {
        if (file == file_) continue;
        FileLock lock(lock_of(file));
        if (!lock.held()) continue;  // its window is alive
        try {
            std::ifstream stream(file, std::ios::binary);
            const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
            LeftOver left{session_from(text, file), origin_of(text), moment_words(file)};
            found_ = file;
            found_lock_ = std::move(lock);
            return left;
        } catch (const InputError&) {
            continue;  // of another version: it stays where it is
        }
    }
    return std::nullopt;
}

void Autosave::drop_found() {
    if (found_.empty()) return;
    std::error_code failed;
    fs::remove(found_, failed);
    fs::remove(lock_of(found_), failed);
    found_lock_.release();
    found_.clear();
}

}  // namespace algemeente::viewer
