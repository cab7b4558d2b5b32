#include "viewer/state/own_files.h"

#include "text/error.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace algemeente::viewer {

namespace {

constexpr int most_names = 10000;
constexpr mode_t file_mode = 0666;   // less what the user's mask takes away
constexpr mode_t state_mode = 0600;  // a lock is nothing for others

/// `number` 1: the stem itself.
std::string numbered(const std::string& stem, int number) {
    return number == 1 ? stem : stem + "-" + std::to_string(number);
}

/// Tries names until `take` makes one; it returns 0, or the error of the system.
template <typename Take>
std::filesystem::path first_free(const std::filesystem::path& folder, const std::string& stem,
                                 const std::string& ending, const Take& take) {
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);  // what is wrong with it is told below
    for (int number = 1; number <= most_names; ++number) {
        std::filesystem::path file = folder / (numbered(stem, number) + ending);
        const int problem = take(file);
        if (problem == 0) return file;
        if (problem != EEXIST) throw InputError(file.string() + ": cannot be written: " + std::strerror(problem));
    }
    throw InputError((folder / (stem + ending)).string() + ": there are too many files of this name");
}

}  // namespace

std::filesystem::path state_folder() {
    // the base-directory specification: a path that is not absolute does not count
    if (const char* folder = std::getenv("XDG_STATE_HOME"); folder != nullptr && *folder == '/')
        return std::filesystem::path(folder) / "algemeente";
    if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/')
        return std::filesystem::path(home) / ".local" / "state" / "algemeente";
    std::error_code ignored;
    return std::filesystem::temp_directory_path(ignored) / ("algemeente-" + std::to_string(getuid()));
}

FileLock::FileLock(const std::filesystem::path& file)
    : descriptor_(open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, state_mode)) {
    if (descriptor_ >= 0 && flock(descriptor_, LOCK_EX | LOCK_NB) != 0) release();
}

FileLock::FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
    release();
    descriptor_ = std::exchange(other.descriptor_, -1);
    return *this;
}

void FileLock::release() {
    if (descriptor_ >= 0) close(descriptor_);
    descriptor_ = -1;
}

std::filesystem::path reserved_name(const std::filesystem::path& folder, const std::string& stem,
                                    const std::string& ending) {
    return first_free(folder, stem, ending, [](const std::filesystem::path& file) {
        const int descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, file_mode);
        if (descriptor < 0) return errno;
        close(descriptor);
        return 0;
    });
}

std::filesystem::path reserved_folder(const std::filesystem::path& folder, const std::string& stem) {
    return first_free(folder, stem, "", [](const std::filesystem::path& file) {
        std::error_code problem;
        const bool made = std::filesystem::create_directory(file, problem);
        return problem ? problem.value() : made ? 0 : EEXIST;
    });
}

std::string safe_stem(std::string words) {
    constexpr std::string_view unusable = "/\\:*?\"<>|";
    std::replace_if(
        words.begin(), words.end(),
        [&](char letter) {
            return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F ||
                   unusable.find(letter) != std::string_view::npos;
        },
        '_');
    if (words.empty() || words[0] == '.') words.insert(0, "_");
    return words;
}

std::string path_key(const std::filesystem::path& file) {
    std::error_code failed;
    std::filesystem::path known = std::filesystem::weakly_canonical(file, failed);
    if (failed) known = file.lexically_normal();
    std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a
    for (const char letter : known.string()) hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211ULL;
    return std::to_string(hash);
}

}  // namespace algemeente::viewer
