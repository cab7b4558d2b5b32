#include "output/result_file.h"

#include "text/error.h"

#include <fmt/format.h>

#include <atomic>
#include <system_error>
#include <utility>

namespace algemeente {

namespace {

[[noreturn]] void fail(const std::filesystem::path& file, std::string_view problem) {
    throw InputError(
        fmt::format("{}: {}; is the folder there, writable, and the disk not full?", file.string(), problem));
}

std::atomic<CsvDialect> csv_dialect = CsvDialect::standard;

}  // namespace

void set_csv_dialect(CsvDialect dialect) {
    csv_dialect = dialect;
}

CsvDialect chosen_csv_dialect() {
    return csv_dialect;
}

std::string in_csv_dialect(std::string csv) {
    return csv_dialect == CsvDialect::excel ? csv_for_excel(csv) : csv;
}

ResultFile::ResultFile(std::filesystem::path file) : file_(std::move(file)), temporary_(file_) {
    temporary_ += ".part";
    stream_.open(temporary_, std::ios::binary | std::ios::trunc);
    if (!stream_) fail(file_, "cannot be opened for writing");
    if (csv_dialect == CsvDialect::excel && file_.extension() == ".csv") excel_.emplace();
}

ResultFile::~ResultFile() {
    if (finished_) return;
    stream_.close();
    std::error_code ignored;
    std::filesystem::remove(temporary_, ignored);
}

void ResultFile::write(std::string_view bytes) {
    put(excel_ ? excel_->rewritten(bytes) : bytes);
}

void ResultFile::put(std::string_view bytes) {
    stream_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!stream_) fail(file_, "cannot be written");
}

void ResultFile::finish() {
    if (excel_) put(excel_->rest());
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
