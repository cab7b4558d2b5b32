// Files that windows share: who may write one, and names that are still free.
#pragma once

#include <filesystem>
#include <string>

namespace algemeente::viewer {

/// Where a window keeps what must outlive it: $XDG_STATE_HOME/algemeente, ~/.local/state/algemeente, or a folder of
/// this user among temporary files.
std::filesystem::path state_folder();

/// A file that marks something as taken, as long as this object lives; the system lets go of it when the program ends,
/// however it ends.
class FileLock {
public:
    FileLock() = default;
    /// Tries to take it. The folder must exist.
    explicit FileLock(const std::filesystem::path& file);
    ~FileLock() { release(); }
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

    bool held() const { return descriptor_ >= 0; }
    void release();

private:
    int descriptor_ = -1;
};

/// Reserves `folder`/`stem``ending`, or with -2, -3, ... behind the stem where that is there already: an empty file to
/// write over. Makes the folder. Throws InputError if there can be no such file.
std::filesystem::path reserved_name(const std::filesystem::path& folder, const std::string& stem,
                                    const std::string& ending);
/// The same for a folder, which is made.
std::filesystem::path reserved_folder(const std::filesystem::path& folder, const std::string& stem);

/// What can be the name of a file everywhere: no slashes, no control characters, no dot in front; never empty.
std::string safe_stem(std::string words);

/// A short name for a path that two windows agree on, whatever way it is written.
std::string path_key(const std::filesystem::path& file);

}  // namespace algemeente::viewer
