#include "output/result_file.h"

#include "text/error.h"

#include <fmt/format.h>

#include <system_error>
#include <utility>

namespace algemeente {

namespace {

[[noreturn]] void fail(const std::filesystem::path& file, std::string_view problem) {
    throw InputError(
        fmt::format("{}: {}; is the folder there, writable, and the disk not full?", file.string(), problem));
}

}  // namespace

ResultFile::ResultFile(std::filesystem::path file) : file_(std::move(file)), temporary_(file_) {
    temporary_ += ".part";
    stream_.open(temporary_, std::ios::binary | std::ios::trunc);
    if (!stream_) fail(file_, "cannot be opened for writing");
}

ResultFile::~ResultFile() {
    if (finished_) return;
    stream_.close();
    std::error_code ignored;
    std::filesystem::remove(temporary_, ignored);
}

void ResultFile::write(std::string_view bytes) {
    stream_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!stream_) fail(file_, "cannot be written");
}

void ResultFile::finish() {
    stream_.close();
    if (!stream_) fail(file_, "cannot be written");
    std::error_code problem;
    std::filesystem::rename(temporary_, file_, problem);
    if (problem) fail(file_, problem.message());
    finished_ = true;
}

void write_file(const std::filesystem::path& file, std::string_view bytes) {
    ResultFile result(file);
    result.write(bytes);
    result.finish();
}

}  // namespace algemeente
