// What an analysis has to say, as tables, sentences and drawings; and all of it as one self-contained page.
#pragma once

#include "present/words/language.h"
#include "text/table.h"

#include <cstddef>
#include <string>
#include <vector>

namespace algemeente::analysis {

/// One outcome of one scenario, analysed.
struct Finding {
    std::string title;
    std::vector<Table> tables;
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
    present::Language language = present::Language::en;
};

/// Columns that say more than the heading over the table: one that repeats its scenario, outcome or condition does not.
std::vector<std::size_t> telling_columns(const Table& table);

/// What a reader sees for a cell of words; files keep the names that programs read.
std::string cell_words(const std::string& cell, present::Language language);

std::string analysis_page(const AnalysisPage& page);

/// Tables of the same name put together, in order of appearance: one file each.
std::vector<Table> joined_tables(const std::vector<Finding>& findings);

}  // namespace algemeente::analysis
