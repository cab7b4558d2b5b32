// A .tar.gz file, written file by file.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

struct archive;

namespace algemeente {

/// Takes its name in finish(); one that was never finished leaves nothing behind. Throws InputError.
class ArchiveFile {
public:
    explicit ArchiveFile(std::filesystem::path file);
    ~ArchiveFile();
    ArchiveFile(const ArchiveFile&) = delete;
    ArchiveFile& operator=(const ArchiveFile&) = delete;

    void add(const std::string& name, std::string_view content);
    void finish();

private:
    void check(int code);

    std::filesystem::path file_;
    std::filesystem::path temporary_;
    archive* archive_ = nullptr;
    bool finished_ = false;
};

}  // namespace algemeente
