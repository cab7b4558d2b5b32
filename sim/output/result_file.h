// A file that is there completely or not at all.
#pragma once

#include "text/csv.h"

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

namespace algemeente {

/// How every CSV file of this program is written from now on: a setting of the program, as its locale is. The command
/// line sets it once, before anything is written.
void set_csv_dialect(CsvDialect dialect);
CsvDialect chosen_csv_dialect();
/// CSV in that dialect, for what goes elsewhere than into a file.
std::string in_csv_dialect(std::string csv);

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
    void put(std::string_view bytes);

    std::filesystem::path file_;
    std::filesystem::path temporary_;
    std::ofstream stream_;
    std::optional<ExcelCsv> excel_;  ///< rewrites what is written, if that was asked for
    bool finished_ = false;
};

/// Writes a whole file at once.
void write_file(const std::filesystem::path& file, std::string_view bytes);

}  // namespace algemeente
