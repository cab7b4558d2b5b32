// Work that is not saved yet, kept aside in a file of this window alone until it is saved or thrown away. What a window
// leaves behind that could not end as it should, the next one finds.
#pragma once

#include "viewer/state/own_files.h"
#include "viewer/state/session.h"

#include <filesystem>
#include <optional>
#include <string>

namespace algemeente::viewer {

/// Work that was found.
struct LeftOver {
    Session session;
    std::filesystem::path file;  ///< of the session; empty: it had none yet
    std::string changed;         ///< when, "2026-11-27 14:05"
};

class Autosave {
public:
    /// Makes the folder if it is not there. Throws InputError if nothing can be kept in it.
    explicit Autosave(std::filesystem::path folder);
    ~Autosave();
    Autosave(const Autosave&) = delete;
    Autosave& operator=(const Autosave&) = delete;

    /// Keeps this session, which belongs to `file`; written aside and renamed, so that there is always a whole one.
    void keep(const Session& session, const std::filesystem::path& file);
    /// There is nothing to keep.
    void forget();

    /// The latest work of a window that is gone, if there is any. It is this window's then: no other one finds it.
    std::optional<LeftOver> find();
    /// The work that was found is in good hands, or not wanted.
    void drop_found();

    const std::filesystem::path& file() const { return file_; }

private:
    std::filesystem::path folder_;
    std::filesystem::path file_;
    FileLock lock_;
    std::filesystem::path found_;
    FileLock found_lock_;
};

}  // namespace algemeente::viewer
