// What an analysis has to say, as tables, sentences and drawings; and all of it as one self-contained page.
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace algemeente::analysis {

using Cell = std::variant<std::string, double>;

/// Rows hold as many cells as there are columns. A number that does not exist is NaN.
struct ResultTable {
    std::string name;   ///< of its file, for example "sobol"
    std::string title;  ///< over the table on the page
    std::vector<std::string> columns;
    std::vector<std::vector<Cell>> rows;
};

/// One outcome of one scenario, analysed.
struct Finding {
    std::string title;
    std::vector<ResultTable> tables;
    std::vector<std::string> sentences;
    std::vector<std::string> drawings;  ///< inline SVG
    std::string caption;                ///< under the drawings
};

struct AnalysisPage {
    std::string title;
    std::string question;
    std::string method;   ///< what was done, in a sentence or two
    std::string command;  ///< that makes this page again
    std::vector<Finding> findings;
};

/// Columns that say more than the heading over the table: one that repeats its scenario, outcome or condition does not.
std::vector<std::size_t> telling_columns(const ResultTable& table);

std::string analysis_page(const AnalysisPage& page);

/// Tables of the same name put together, in order of appearance: one file each.
std::vector<ResultTable> joined_tables(const std::vector<Finding>& findings);

/// CSV: NaN is an empty cell; numbers are exact.
std::string table_as_csv(const ResultTable& table);
/// JSON: an array of objects; NaN is null.
std::string table_as_json(const ResultTable& table);

}  // namespace algemeente::analysis
