// A comma separated file with one heading row, whose cells are found by heading and whose errors name their place. What
// spreadsheets make of such a file is read too: a byte-order mark, and semicolons or tabs between cells, with a decimal
// comma.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente {

/// Every error is an InputError "file:line: column: problem".
class CsvTable {
public:
    /// Reads the whole file. Rejects a file that cannot be read, a row with another number of cells than the heading
    /// row, a heading that is there twice, and quoting that cannot be understood. Empty lines are skipped.
    explicit CsvTable(const std::filesystem::path& file);

    std::size_t row_count() const { return rows_.size(); }
    const std::vector<std::string>& headings() const { return headings_; }

    /// The cell's text. Rejects an unknown column and an empty cell.
    const std::string& text(std::size_t row, std::string_view column) const;
    /// The same, of a column whose cells may be empty.
    const std::string& text_or_nothing(std::size_t row, std::string_view column) const;
    /// The cell as a finite number, with a decimal point; between semicolons or tabs also with a decimal comma.
    double number(std::size_t row, std::string_view column) const;
    int whole_number(std::size_t row, std::string_view column) const;
    /// The number in a CBS code: 363 for "GM0363".
    std::uint32_t municipality_key(std::size_t row, std::string_view column) const;

    /// Throws the error of a cell whose content is wrong for a reason only the caller knows.
    [[noreturn]] void reject(std::size_t row, std::string_view column, std::string_view problem) const;

private:
    struct Row {
        int line = 0;
        std::vector<std::string> cells;
    };

    std::vector<std::string> cells_of(const std::string& line, int line_number) const;
    void take_headings(std::string line, int line_number);
    std::size_t index_of(std::string_view column) const;

    std::string file_;
    char separator_ = ',';
    std::vector<std::string> headings_;
    std::vector<Row> rows_;
};

}  // namespace algemeente
