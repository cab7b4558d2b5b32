#include "cli/result_folder.h"

#include "output/results.h"
#include "output/saved_worlds.h"
#include "text/error.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
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
    return is_result_file_name(file.filename().string());
}

/// The first thing in the folder that no run writes; empty if there is none.
std::string foreign_entry(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        if (!entry.is_regular_file() || !is_result(entry.path())) names.push_back(entry.path().filename().string());
    return names.empty() ? std::string() : *std::min_element(names.begin(), names.end());
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

void add_force_option(CLI::App& app, Earlier& earlier) {
    app.add_flag_callback(
        "--force", [&earlier] { earlier = Earlier::replace; }, "replace an earlier result in --out");
}

fs::path page_from(const std::string& text) {
    fs::path file = text;
    std::string ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    if (ending == ".html" || ending == ".htm") return file;
    const std::string print = ending == ".pdf" ? "; a browser prints it to PDF" : "";
    throw InputError(fmt::format("--out: '{}' is not possible; the page is HTML, expected a name such as '{}'{}", text,
                                 file.replace_extension(".html").string(), print));
}

void check_place(const fs::path& file, Earlier earlier) {
    if (earlier == Earlier::refuse && fs::exists(file))
        refuse(file, "is an earlier result; name another place, or replace it with --force");
    const fs::path folder = file.has_parent_path() ? file.parent_path() : ".";
    if (!fs::is_directory(folder)) refuse(file, "its folder is not there; make it, or name another place");
    if (access(folder.c_str(), W_OK | X_OK) != 0)
        refuse(file, reason_of(errno) + "; name a folder that you can write to");
}

ResultFolder::ResultFolder(const fs::path& folder, Earlier earlier) : asked_(folder), earlier_(earlier) {
    std::error_code problem;
    folder_ = fs::weakly_canonical(fs::absolute(folder), problem);
    if (problem) refuse(asked_, problem.message());
    if (!folder_.has_filename()) folder_ = folder_.parent_path();  // "out/"
    refuse_what_is_there();
    make_parents();
    make_aside();
    lock_.emplace(aside_ / lock_name, "--out: " + asked_.string(), FileLock::Without::go_on);
    clear(aside_);
}

ResultFolder::~ResultFolder() {
    if (finished_) return;
    std::error_code ignored;
    clear(aside_);
    lock_.reset();  // takes its file away
    fs::remove(aside_, ignored);
    for (auto parent = made_parents_.rbegin(); parent != made_parents_.rend(); ++parent) fs::remove(*parent, ignored);
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
    std::vector<fs::path> saved_worlds;
    for (const auto& entry : fs::directory_iterator(aside_))
        if (is_saved_worlds_name(entry.path().filename().string())) saved_worlds.push_back(entry.path());
    for (const fs::path& file : saved_worlds) fs::rename(file, folder / file.filename());
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
        lock_.reset();
        take_place_of(place);
    } catch (const fs::filesystem_error& error) {
        throw InputError(fmt::format("--out: {}: {}; the results are in {}", asked_.string(), error.code().message(),
                                     aside_.string()));
    }
    return asked;
}

}  // namespace algemeente::cli
