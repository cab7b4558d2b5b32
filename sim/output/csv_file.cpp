#include "output/csv_file.h"

#include "text/csv.h"

namespace algemeente {

namespace {

// large enough that the disk is asked rarely, small enough to stay in cache
constexpr std::size_t flush_bytes = std::size_t{1} << 20U;

}  // namespace

CsvFile::CsvFile(const std::filesystem::path& file, std::string_view header) : file_(file) {
    buffer_.reserve(flush_bytes + 4096);
    buffer_.append(header);
    buffer_.push_back('\n');
}

void CsvFile::begin_cell() {
    if (row_begun_) buffer_.push_back(',');
    row_begun_ = true;
}

CsvFile& CsvFile::text(std::string_view words) {
    begin_cell();
    append_csv_text(words, buffer_);
    return *this;
}

CsvFile& CsvFile::whole(std::int64_t number) {
    begin_cell();
    const fmt::format_int digits(number);
    buffer_.append(std::string_view(digits.data(), digits.size()));
    return *this;
}

CsvFile& CsvFile::number(double number) {
    begin_cell();
    append_csv_number(number, CsvDigits::seven, buffer_);
    return *this;
}

void CsvFile::end_row() {
    buffer_.push_back('\n');
    row_begun_ = false;
    if (buffer_.size() >= flush_bytes) flush();
}

void CsvFile::flush() {
    file_.write(std::string_view(buffer_.data(), buffer_.size()));
    buffer_.clear();
}

void CsvFile::finish() {
    flush();
    file_.finish();
}

}  // namespace algemeente
