// Comma-separated values: UTF-8, one header row, dot, no thousands separators.
#pragma once

#include "output/result_file.h"

#include <fmt/format.h>

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace algemeente {

/// Cells from left to right, row by row: `file.text("social").whole(3).number(0.5).end_row()`.
/// All functions throw InputError if the file cannot be written.
class CsvFile {
public:
    /// Opens the file and writes its header row, for example "scenario,month".
    CsvFile(const std::filesystem::path& file, std::string_view header);

    /// A cell of words, quoted where CSV asks for it.
    CsvFile& text(std::string_view words);
    CsvFile& whole(std::int64_t number);
    /// Seven significant digits; a number that does not exist (NaN) is an empty cell.
    CsvFile& number(double number);
    void end_row();

    /// Writes what is left and gives the file its name.
    void finish();

private:
    void begin_cell();
    void flush();

    ResultFile file_;
    fmt::memory_buffer buffer_;
    bool row_begun_ = false;
};

}  // namespace algemeente
