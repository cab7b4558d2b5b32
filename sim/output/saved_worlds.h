// A file of saved worlds: all replicates of a scenario at one month, to go on from. Its format, version 1:
//
//   8 bytes   "ALGWORLD"
//   4 bytes   version of the format
//   4 bytes   length of the head
//   head      JSON: "program" that saved (version, commit, compiler, flags), "layout" of a run (16 hexadecimal digits),
//             "seed", "replicates", "month" (as many months lie behind), "events" (0 of the first replicate, 1 of all,
//             2 of none), "data" (hashes of the files that the country was read from), "scenario" in full
//   replicate by replicate: 8 bytes with its length, then its run (ensemble/saved_run.h, ensemble/field_bytes.h)
//   8 bytes   CRC-64/XZ of everything before
//
// Numbers are little endian. A file is read only if its checksum is right, its format and layout are those of this
// program, and nothing is behind its end. The checksum finds damage; it is no protection against intent.
#pragma once

#include "ensemble/ensemble.h"
#include "output/made_with.h"
#include "output/result_file.h"

#include <boost/crc.hpp>

#include <cstdint>
#include <filesystem>
#include <istream>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente {

inline constexpr std::uint32_t saved_worlds_format = 1;
inline constexpr std::string_view saved_worlds_ending = ".worlds";

/// "saved-2021-01.worlds".
std::string saved_worlds_name(int month);
bool is_saved_worlds_name(std::string_view file_name);

/// What all runs of a file have in common.
struct SavedWorldsHead {
    MadeWith made_with;
    Scenario scenario;
    std::uint64_t seed = 1;
    int replicates = 0;
    int month = 0;  ///< the first that has not passed
    EventScope events = EventScope::first;
};

/// CRC-64/XZ.
using SavedWorldsChecksum =
    boost::crc_optimal<64, 0x42F0E1EBA9EA3693ULL, 0xFFFFFFFFFFFFFFFFULL, 0xFFFFFFFFFFFFFFFFULL, true, true>;

/// Writes a file while its runs go on. It is there when finish() has been called, or not at all.
class SavedWorldsWriter {
public:
    SavedWorldsWriter(const std::filesystem::path& file, const SavedWorldsHead& head);

    /// Adds a run that has come to the head's month. Threads may call it at once and in any order; the file has its
    /// runs in replicate order, so that equal runs give equal files.
    void add(int replicate, const ReplicateRun& run);

    /// Throws InputError if it cannot be written.
    void finish();

private:
    void write(std::string_view bytes);

    ResultFile file_;
    SavedWorldsChecksum checksum_;
    std::mutex mutex_;
    std::map<int, std::string> waiting_;  ///< for earlier replicates
    int next_ = 0;
};

/// A file that has been checked as a whole; runs are read from it one by one.
class SavedWorlds {
public:
    /// Throws InputError if it is not there, is something else, is damaged or cut off, or is of another format or
    /// another layout of runs.
    explicit SavedWorlds(const std::filesystem::path& file);
    /// The same from bytes; `name` is how messages call them.
    SavedWorlds(std::unique_ptr<std::istream> bytes, std::string name);

    const SavedWorldsHead& head() const { return head_; }
    const std::string& name() const { return name_; }
    std::uint64_t checksum() const { return checksum_; }

    /// Replicate `replicate`, to go on under `scenario` in the country of the saved one. Threads may ask at once.
    /// Throws InputError.
    ReplicateRun run(int replicate, std::shared_ptr<const Scenario> scenario, const Country& country,
                     Crew* crew = nullptr) const;

private:
    struct Section {
        std::uint64_t first = 0;
        std::uint64_t length = 0;
    };

    void read();
    void take_head(const std::string& text);
    void find_sections(std::uint64_t first, std::uint64_t end);
    std::string bytes_at(std::uint64_t first, std::uint64_t length) const;
    [[noreturn]] void refuse(std::string_view problem) const;

    std::string name_;
    std::unique_ptr<std::istream> stream_;
    mutable std::mutex mutex_;  ///< of stream_
    SavedWorldsHead head_;
    std::vector<Section> sections_;  ///< by replicate
    std::uint64_t checksum_ = 0;
};

}  // namespace algemeente
