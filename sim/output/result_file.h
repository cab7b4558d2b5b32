// A file that is there completely or not at all.
#pragma once

#include <filesystem>
#include <fstream>
#include <string_view>

namespace algemeente {

/// Writes under a temporary name in the same folder and takes its real name in finish(). A file that was never
/// finished (an exception, a full disk) leaves nothing behind, and an older file of that name stays as it was.
class ResultFile {
public:
    /// Throws InputError if the file cannot be opened.
    explicit ResultFile(std::filesystem::path file);
    ~ResultFile();
    ResultFile(const ResultFile&) = delete;
    ResultFile& operator=(const ResultFile&) = delete;

    /// Throws InputError if the bytes cannot be written.
    void write(std::string_view bytes);

    /// Closes the file and gives it its name. Throws InputError if that fails.
    void finish();

private:
    std::filesystem::path file_;
    std::filesystem::path temporary_;
    std::ofstream stream_;
    bool finished_ = false;
};

/// Writes a whole file at once.
void write_file(const std::filesystem::path& file, std::string_view bytes);

}  // namespace algemeente
