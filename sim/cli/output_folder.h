// The folder for results, checked before a long run rather than after it.
#pragma once

#include "output/file_lock.h"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace algemeente::cli {

class OutputFolder {
public:
    /// Whether other programs may write in it at the same time: two that write files of the same names may not.
    enum class Use : std::uint8_t { shared, alone };

    /// Makes the folder if need be. Throws InputError if it cannot be made or written in, or is in use.
    explicit OutputFolder(std::filesystem::path folder, Use use = Use::shared);

    /// Takes back a folder that was made here, if nothing was written in it.
    ~OutputFolder();
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;

private:
    std::filesystem::path folder_;
    bool is_new_ = false;
    std::optional<FileLock> lock_;
};

}  // namespace algemeente::cli
