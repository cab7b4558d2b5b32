#include "output/file_lock.h"

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
#include <string_view>
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

/// Whether the file that is locked is still the one of that name: its last owner may have removed it meanwhile.
bool is_still(int descriptor, const std::filesystem::path& file) {
    struct stat locked {};
    struct stat named {};
    return fstat(descriptor, &locked) == 0 && stat(file.c_str(), &named) == 0 && locked.st_ino == named.st_ino &&
           locked.st_dev == named.st_dev;
}

void sign(int descriptor) {
    const std::string owner = fmt::format("process {} on {}, since {:%Y-%m-%d %H:%M:%S} UTC\n", getpid(), host(),
                                          fmt::gmtime(std::time(nullptr)));
    // the lock holds without the words, too
    if (ftruncate(descriptor, 0) == 0) (void)!pwrite(descriptor, owner.data(), owner.size(), 0);
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

FileLock::FileLock(std::filesystem::path file, const std::string& guarded, Without without) : file_(std::move(file)) {
    while (!locked(guarded, without)) close(descriptor_);
    sign(descriptor_);
}

/// False when the lock was of a file that its last owner has removed meanwhile.
bool FileLock::locked(const std::string& guarded, Without without) {
    descriptor_ = open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor_ < 0)
        throw InputError(fmt::format("{}: cannot be written: {}: {}; name a place in a folder that can be written",
                                     guarded, file_.string(), reason()));
    // who only looks (lock_owner) has it for a moment
    constexpr int looks = 5;
    constexpr std::chrono::milliseconds moment{10};
    bool taken = true;
    for (int look = 0; taken && look < looks; ++look) {
        if (look > 0) std::this_thread::sleep_for(moment);
        if (flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return is_still(descriptor_, file_);
        taken = errno == EWOULDBLOCK;
    }
    if (!taken && without == Without::go_on) return true;
    const std::string problem =
        taken ? fmt::format("is being written by {} ({}); wait for it, or stop it", owner_of(descriptor_),
                            file_.filename().string())
              : fmt::format("cannot be locked: {}; name a place on a disk that knows locks", reason());
    close(descriptor_);
    throw InputError(fmt::format("{}: {}", guarded, problem));
}

std::optional<std::string> lock_owner(const std::filesystem::path& file) {
    const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return std::nullopt;  // its owner removes it
    std::optional<std::string> owner;
    if (flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK) owner = owner_of(descriptor);
    close(descriptor);
    return owner;
}

FileLock::FileLock(FileLock&& other) noexcept
    : file_(std::move(other.file_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock::~FileLock() {
    if (descriptor_ < 0) return;
    unlink(file_.c_str());  // while it is still locked: whoever opened it meanwhile sees that it is gone
    close(descriptor_);
}

}  // namespace algemeente
