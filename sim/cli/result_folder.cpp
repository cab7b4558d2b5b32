#include "cli/result_folder.h"

#include "output/results.h"
#include "text/error.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

namespace algemeente::cli {

namespace fs = std::filesystem;

namespace {

constexpr const char* lock_name = "lock";

[[noreturn]] void refuse(const fs::path& folder, const std::string& problem) {
    throw InputError(fmt::format("--out: {}: {}", folder.string(), problem));
}

std::string reason_of(int number) {
    return std::error_code(number, std::generic_category()).message();
}

bool is_result(const fs::path& file) {
    const auto names = result_file_names();
    return std::find(names.begin(), names.end(), file.filename().string()) != names.end();
}

/// The first thing in the folder that no run writes; empty if there is none.
std::string foreign_entry(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        if (!entry.is_regular_file() || !is_result(entry.path())) names.push_back(entry.path().filename().string());
    return names.empty() ? std::string() : *std::min_element(names.begin(), names.end());
}

/// Whether the lock still is the file of that name: a run that ended meanwhile takes it away.
bool is_file_of(int lock, const fs::path& file) {
    struct stat held {};
    struct stat named {};
    return fstat(lock, &held) == 0 && stat(file.c_str(), &named) == 0 && held.st_ino == named.st_ino;
}

std::string holder_of(int lock) {
    std::array<char, 32> text{};
    const ssize_t length = pread(lock, text.data(), text.size() - 1, 0);
    return length > 0 ? fmt::format("process {}", std::string(text.data(), static_cast<std::size_t>(length))) : "a run";
}

void clear(const fs::path& folder) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored))
        if (entry.path().filename() != lock_name) fs::remove_all(entry.path(), ignored);
}

fs::path beside(const fs::path& folder, const char* ending) {
    return folder.parent_path() / ("." + folder.filename().string() + ending);
}

}  // namespace

ResultFolder::ResultFolder(const fs::path& folder, Earlier earlier) : asked_(folder), earlier_(earlier) {
    std::error_code problem;
    folder_ = fs::weakly_canonical(fs::absolute(folder), problem);
    if (problem) refuse(asked_, problem.message());
    if (!folder_.has_filename()) folder_ = folder_.parent_path();  // "out/"
    refuse_what_is_there();
    make_parents();
    make_aside();
    lock();
}

ResultFolder::~ResultFolder() {
    std::error_code ignored;
    if (!finished_) {
        fs::remove_all(aside_, ignored);
        for (auto parent = made_parents_.rbegin(); parent != made_parents_.rend(); ++parent)
            fs::remove(*parent, ignored);
    }
    if (lock_ >= 0) close(lock_);
}

void ResultFolder::refuse_what_is_there() const {
    if (!fs::exists(folder_)) return;
    if (!fs::is_directory(folder_)) refuse(asked_, "is a file; name a folder");
    if (access(folder_.c_str(), R_OK | W_OK | X_OK) != 0)
        refuse(asked_, reason_of(errno) + "; name a folder that you can write to");
    if (fs::is_empty(folder_)) return;
    const std::string foreign = foreign_entry(folder_);
    if (!foreign.empty())
        refuse(asked_, fmt::format("holds '{}', which is not a result; name another folder", foreign));
    if (earlier_ == Earlier::refuse)
        refuse(asked_, "holds an earlier result; name another folder, or replace it with --force");
}

void ResultFolder::make_parents() {
    std::vector<fs::path> missing;
    for (fs::path parent = folder_.parent_path(); !fs::exists(parent); parent = parent.parent_path())
        missing.insert(missing.begin(), parent);
    for (const fs::path& parent : missing) {
        std::error_code problem;
        fs::create_directory(parent, problem);
        if (problem) refuse(asked_, problem.message() + "; name a folder that you can write to");
        made_parents_.push_back(parent);
    }
}

void ResultFolder::make_aside() {
    aside_ = beside(folder_, ".part");
    std::error_code problem;
    fs::create_directory(aside_, problem);
    if (!problem) return;
    // a folder that can be written in, in one that cannot
    aside_ = folder_ / ".part";
    if (fs::is_directory(folder_)) fs::create_directory(aside_, problem);
    if (problem) refuse(asked_, problem.message() + "; name a folder that you can write to");
}

void ResultFolder::lock() {
    const fs::path file = aside_ / lock_name;
    lock_ = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (lock_ < 0) refuse(asked_, reason_of(errno));
    if (flock(lock_, LOCK_EX | LOCK_NB) != 0 || !is_file_of(lock_, file)) {
        const std::string holder = holder_of(lock_);
        finished_ = true;  // what is there belongs to the other
        close(lock_);
        lock_ = -1;
        refuse(asked_, holder + " is writing there; wait for it, or name another folder");
    }
    clear(aside_);
    const std::string process = fmt::format("{}", getpid());
    if (ftruncate(lock_, 0) != 0 || pwrite(lock_, process.data(), process.size(), 0) < 0)
        refuse(asked_, reason_of(errno));
}

/// The folder itself if it can be replaced whole, else its files one by one, what makes it complete last.
void ResultFolder::take_place_of(const fs::path& folder) const {
    const fs::path old = beside(folder, ".old");
    std::error_code problem;
    if (aside_.parent_path() == folder.parent_path()) {
        if (fs::exists(folder)) fs::rename(folder, old, problem);
        if (!problem) fs::rename(aside_, folder, problem);
        if (!problem) {
            fs::remove_all(old, problem);
            return;
        }
        if (fs::exists(old) && !fs::exists(folder)) fs::rename(old, folder);
    }
    fs::create_directories(folder);
    for (const auto& entry : fs::directory_iterator(folder))
        if (is_result(entry.path())) fs::remove(entry.path());
    for (const std::string_view name : result_file_names())
        if (fs::exists(aside_ / name)) fs::rename(aside_ / name, folder / name);
    fs::remove_all(aside_);
}

fs::path ResultFolder::finish() {
    finished_ = true;  // from here on nothing is thrown away
    fs::path place = folder_;
    fs::path asked = asked_;
    for (int number = 2; earlier_ == Earlier::refuse && fs::is_directory(place) && aside_.parent_path() != place &&
                         !fs::is_empty(place);
         ++number) {
        place = folder_.parent_path() / fmt::format("{}-{}", folder_.filename().string(), number);
        asked = place;
    }
    try {
        fs::remove(aside_ / lock_name);
        take_place_of(place);
    } catch (const fs::filesystem_error& error) {
        throw InputError(fmt::format("--out: {}: {}; the results are in {}", asked_.string(), error.code().message(),
                                     aside_.string()));
    }
    return asked;
}

}  // namespace algemeente::cli
