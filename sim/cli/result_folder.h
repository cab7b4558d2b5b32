// A folder of results that is there completely or not at all.
#pragma once

#include "arguments/arguments.h"
#include "output/file_lock.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace algemeente::cli {

/// What to do with an earlier result of the same name.
enum class Earlier : std::uint8_t { refuse, replace };

/// Adds --force to the options of a command.
void add_force_option(CLI::App& app, Earlier& earlier);

/// For commands that write one page: throws InputError if the name does not end as that of a page. Another ending would
/// promise what is not in the file.
std::filesystem::path page_from(const std::string& text);

/// For commands that write into a folder which others share: throws InputError if `file`, by which an earlier result is
/// known, is there and not to be replaced, or if it cannot be written. Checked before a long run rather than after it.
void check_place(const std::filesystem::path& file, Earlier earlier);

/// Files are written aside, in a hidden folder beside the real one, and take their place together in finish(). The
/// hidden folder is locked, so that of two runs with the same --out one is refused before it begins; what a killed run
/// left behind is cleared away by the next.
class ResultFolder {
public:
    /// Checked before a long run rather than after it. Throws InputError if the folder cannot be made or written in,
    /// if another run writes there, or if it holds an earlier result that is not to be replaced. Only folders that
    /// hold nothing but results are replaced.
    ResultFolder(const std::filesystem::path& folder, Earlier earlier);

    /// Leaves nothing behind unless finish() was called.
    ~ResultFolder();
    ResultFolder(const ResultFolder&) = delete;
    ResultFolder& operator=(const ResultFolder&) = delete;

    /// Where to write until finish().
    const std::filesystem::path& aside() const { return aside_; }

    /// Gives the files their place and returns it: the folder that was asked for, or "FOLDER-2" if somebody else put
    /// something there in the meantime. Throws InputError if that fails; the files are then still in aside().
    std::filesystem::path finish();

private:
    void refuse_what_is_there() const;
    void make_parents();
    void make_aside();
    void take_place_of(const std::filesystem::path& folder) const;

    std::filesystem::path asked_;   ///< as the user wrote it
    std::filesystem::path folder_;  ///< absolute
    std::filesystem::path aside_;
    Earlier earlier_;
    std::vector<std::filesystem::path> made_parents_;  ///< outermost first
    std::optional<FileLock> lock_;                     ///< on a file in aside()
    bool finished_ = false;
};

}  // namespace algemeente::cli
