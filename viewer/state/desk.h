// The file of the session: which it is, whether this window may write it, and what was open lately.
#pragma once

#include "viewer/state/autosave.h"

#include <memory>
#include <vector>

namespace algemeente::viewer {

struct FolderEntry {
    std::string name;
    bool is_folder = false;
};
/// Folders, sessions and (if wanted) scenario files, folders first; nothing that is hidden.
std::vector<FolderEntry> entries_of(const std::filesystem::path& folder, bool with_scenarios);

class Desk {
public:
    static constexpr std::size_t most_recent = 8;

    /// Without a folder nothing is kept aside and no file belongs to one window alone (pictures, tests).
    explicit Desk(std::filesystem::path state_folder = {});

    /// This is the session's file from now on; empty: it has none.
    void take(const std::filesystem::path& file);
    const std::filesystem::path& file() const { return file_; }
    /// Another window has this file: it is not to be written.
    bool elsewhere() const { return elsewhere_; }

    /// Writes the session to its file, whole or not at all. Throws InputError.
    void save(const Session& session);
    /// Takes the file and writes it. Throws InputError, also if another window has it.
    void save_to(const Session& session, const std::filesystem::path& file);

    /// Files that were open, latest first; as it was when this window last opened or saved one.
    const std::vector<std::filesystem::path>& recent() const { return recent_; }

    /// Keeps changes aside as long as there are any. Throws InputError.
    void keep(const Session& session, bool unsaved);
    /// There is nothing to keep aside: it was saved, or is not wanted.
    void forget();
    /// Work that another window left behind.
    const std::optional<LeftOver>& found() const { return found_; }
    /// It is kept elsewhere now, or not wanted: its file goes.
    void drop_found();

private:
    std::filesystem::path recent_file() const { return state_folder_ / "recent"; }
    std::vector<std::filesystem::path> read_recent() const;
    void note_recent(const std::filesystem::path& file);
    FileLock lock_for(const std::filesystem::path& file) const;

    std::filesystem::path state_folder_;
    std::filesystem::path file_;
    FileLock lock_;
    bool elsewhere_ = false;
    std::vector<std::filesystem::path> recent_;
    std::unique_ptr<Autosave> autosave_;
    std::optional<LeftOver> found_;
};

}  // namespace algemeente::viewer
