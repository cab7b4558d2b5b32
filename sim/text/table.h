// A table of results: named columns, and cells that are words or numbers. Whoever has something to tell makes one;
// files, pages and the terminal are made from it.
#pragma once

#include "text/csv.h"

#include <string>
#include <variant>
#include <vector>

namespace algemeente {

using Cell = std::variant<std::string, double>;

/// Rows hold as many cells as there are columns. A number that does not exist is NaN.
struct Table {
    std::vector<std::string> columns;
    std::vector<std::vector<Cell>> rows;
    std::string name = {};   ///< of its file, for example "sobol"
    std::string title = {};  ///< over the table on a page
};

/// A header row, then the rows; NaN is an empty cell.
std::string table_as_csv(const Table& table, CsvDigits digits = CsvDigits::all);
/// An array of objects; NaN is null, whole numbers have no decimal point.
std::string table_as_json(const Table& table);

}  // namespace algemeente
