// The folder for results, checked before a long run rather than after it.
#pragma once

#include <filesystem>

namespace algemeente::cli {

class OutputFolder {
public:
    /// Makes the folder if need be. Throws InputError if it cannot be made or written in.
    explicit OutputFolder(std::filesystem::path folder);

    /// Takes back a folder that was made here, if nothing was written in it.
    ~OutputFolder();
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;

private:
    std::filesystem::path folder_;
    bool is_new_ = false;
};

}  // namespace algemeente::cli
