#include "experiments/store_lock.h"

#include "text/error.h"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <ctime>
#include <thread>
#include <utility>

namespace algemeente {

namespace {

std::string reason() {
    return std::strerror(errno);  // NOLINT(concurrency-mt-unsafe): before any thread starts
}

std::string host() {
    std::array<char, 256> name{};
    if (gethostname(name.data(), name.size() - 1) != 0) return "?";
    return name.data();
}

/// What can be seen to be wrong with the name before anything is made.
void require_name(const std::filesystem::path& store, const std::filesystem::path& real) {
    constexpr std::size_t longest_name = 255 - 12;  // SQLite writes NAME-new-journal beside it
    constexpr std::size_t longest_path = 511 - 12;  // SQLite's own limit
    if (real.filename().string().size() > longest_name || real.string().size() > longest_path)
        throw InputError(fmt::format(
            "{}: is too long a name for a store; at most {} letters, and {} with its folder, leave room for the files "
            "beside it",
            store.string(), longest_name, longest_path));
    std::error_code ignored;
    if (std::filesystem::is_directory(real, ignored))
        throw InputError(fmt::format("{}: is a folder; name a file in it", store.string()));
    const std::filesystem::path folder = real.parent_path();
    if (!std::filesystem::is_directory(folder, ignored))
        throw InputError(fmt::format("{}: there is no folder {}; make it first", store.string(), folder.string()));
}

/// Whether the file that is locked is still the one of that name: its last owner may have removed it meanwhile.
bool is_still(int descriptor, const std::string& file) {
    struct stat locked {};
    struct stat named {};
    return fstat(descriptor, &locked) == 0 && stat(file.c_str(), &named) == 0 && locked.st_ino == named.st_ino &&
           locked.st_dev == named.st_dev;
}

void sign(int descriptor) {
    const std::string owner = fmt::format("process {} on {}, since {:%Y-%m-%d %H:%M:%S} UTC\n", getpid(), host(),
                                          fmt::gmtime(std::time(nullptr)));
    if (ftruncate(descriptor, 0) != 0 || pwrite(descriptor, owner.data(), owner.size(), 0) < 0)
        return;  // NOLINT: words
}

/// Who has the lock; a program that took it a moment ago may not have signed yet.
std::string owner_of(int descriptor) {
    std::array<char, 512> text{};
    for (int look = 0; look < 20; ++look) {
        const ssize_t size = pread(descriptor, text.data(), text.size(), 0);
        const std::string_view words(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
        if (words.ends_with('\n')) return std::string(words.substr(0, words.size() - 1));
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return "a program that does not give its name";
}

}  // namespace

std::filesystem::path real_name(const std::filesystem::path& store) {
    std::error_code problem;
    const std::filesystem::path absolute = std::filesystem::absolute(store, problem);
    const std::filesystem::path real = std::filesystem::weakly_canonical(absolute, problem);
    return problem || real.empty() ? absolute : real;
}

StoreLock::StoreLock(const std::filesystem::path& store) {
    const std::filesystem::path real = real_name(store);
    require_name(store, real);
    file_ = real.string() + "-lock";
    while (true) {
        descriptor_ = open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (descriptor_ < 0)
            throw InputError(fmt::format("{}: cannot be written: {}: {}; a store needs a folder that can be written",
                                         store.string(), file_, reason()));
        if (flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
            const bool taken = errno == EWOULDBLOCK;
            const std::string problem =
                taken ? fmt::format("is being written by {} ({}-lock); wait for it, or stop it", owner_of(descriptor_),
                                    store.string())
                      : fmt::format("cannot be locked: {}; keep the store on a disk that knows locks", reason());
            close(descriptor_);
            throw InputError(fmt::format("{}: {}", store.string(), problem));
        }
        if (is_still(descriptor_, file_)) break;
        close(descriptor_);
    }
    sign(descriptor_);
}

StoreLock::StoreLock(StoreLock&& other) noexcept
    : file_(std::move(other.file_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

StoreLock::~StoreLock() {
    if (descriptor_ < 0) return;
    unlink(file_.c_str());  // while it is still locked: whoever opened it meanwhile sees that it is gone
    close(descriptor_);
}

}  // namespace algemeente
