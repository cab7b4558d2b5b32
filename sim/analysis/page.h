// What an analysis has to say, as tables, sentences and drawings; and all of it as one self-contained page.
#pragma once

#include "present/words/language.h"
#include "text/table.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente::analysis {

/// One outcome of one scenario, analysed.
struct Finding {
    std::string title;
    std::string outcome;        ///< "in_use.social.2029-12"; empty: not of one outcome
    std::vector<Table> tables;  ///< for files: names that programs read, the same in every language
    std::vector<Table> shown;   ///< the same for people, where they differ; empty: they do not
    std::vector<std::string> sentences;
    std::vector<std::string> drawings;  ///< inline SVG
    std::string caption;                ///< under the drawings
    double spread = 1;                  ///< how far the outcome moves (relative_spread); 0: it does not
};

/// The tables of a finding as people read them.
const std::vector<Table>& tables_for_people(const Finding& finding);

struct AnalysisPage {
    std::string title;
    std::string question;
    std::string method;   ///< what was done, in a sentence or two
    std::string command;  ///< that makes this page again
    std::vector<Finding> findings;
    present::Language language = present::Language::en;
    std::string notice = {};  ///< read before all findings: what they did not see; empty: they saw everything
};

/// A cell of numbers as people read it, in a column of that name: four digits, nothing for what does not exist.
std::string number_cell(double number, std::string_view column, present::Language language);

/// What people read first: what moves most. Of equals, outcomes of the last month come before those of other months,
/// and highest before lowest values.
std::vector<const Finding*> in_order_for_people(const std::vector<Finding>& findings);

/// Columns that say more than the heading over the table: one that repeats its scenario, outcome or condition does not.
std::vector<std::size_t> telling_columns(const Table& table);

/// Whether no row has anything in this column.
bool is_empty_column(const Table& table, std::size_t column);

/// What a reader sees for a cell of words; files keep the names that programs read.
std::string cell_words(const std::string& cell, present::Language language);

std::string analysis_page(const AnalysisPage& page);

/// Tables of the same name put together, in order of appearance: one file each.
std::vector<Table> joined_tables(const std::vector<Finding>& findings);

}  // namespace algemeente::analysis
