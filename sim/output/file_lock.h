// One program at a time: a lock in a file of its own, that dies with its program.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace algemeente {

class FileLock {
public:
    /// What happens on a disk that does not know locks.
    enum class Without : std::uint8_t { refuse, go_on };

    /// Makes `file` and locks it. `guarded` is what it guards, as messages call it. Throws InputError when another
    /// program has the lock (saying which: process, machine, since when), and when the file cannot be made.
    FileLock(std::filesystem::path file, const std::string& guarded, Without without);
    /// Removes the file.
    ~FileLock();
    FileLock(FileLock&& other) noexcept;
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    FileLock& operator=(FileLock&&) = delete;

private:
    bool locked(const std::string& guarded, Without without);

    std::filesystem::path file_;
    int descriptor_ = -1;
};

/// Who has the lock on `file` now: "process 12 on host, since ..."; nothing when it is free.
std::optional<std::string> lock_owner(const std::filesystem::path& file);

}  // namespace algemeente
