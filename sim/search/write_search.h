// What a search leaves behind: the front and its packages as tables, and a page.
#pragma once

#include "patterns/study_record.h"
#include "present/words/language.h"
#include "search/search.h"
#include "text/table.h"

#include <filesystem>

namespace algemeente {

/// One row for each package of the front, the scenario itself and the other scenarios; the most robust first.
Table front_table(const Search& search, const SearchResult& result);
/// One row for each lever of each package of the front.
Table packages_table(const Search& search, const SearchResult& result);
/// One row for each objective and each limit: what the packages were judged by.
Table objectives_table(const Search& search);
/// One row for each round.
Table rounds_table(const SearchResult& result);

/// What it was made with, without the command and the time that it took.
StudyRecord search_record(const Search& search);

/// Writes front.csv, packages.csv, objectives.csv and rounds.csv into `folder`.
void write_search(const Search& search, const SearchResult& result, const std::filesystem::path& folder);

/// Writes the page. Throws InputError when that cannot be done.
void write_search_page(const Search& search, const SearchResult& result, const StudyRecord& record,
                       const std::filesystem::path& file, present::Language language);

}  // namespace algemeente
