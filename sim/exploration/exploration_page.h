// The page of an exploration, for people.
#pragma once

#include "exploration/explore.h"
#include "patterns/study_record.h"
#include "present/words/language.h"

#include <filesystem>

namespace algemeente {

void write_exploration_page(const Exploration& exploration, const ExplorationResult& result, const StudyRecord& record,
                            const std::filesystem::path& file, present::Language language);

/// The answer to the question in sentences; of no question nothing. The terminal tells them, too.
std::vector<std::string> answer_sentences(const Exploration& exploration, const ExplorationResult& result,
                                          present::Language language);

/// "148 of 1,200 cells are reached (12%), 96 of them by the first 500 plain draws; ..."
std::string reached_sentence(const Exploration& exploration, const ExplorationResult& result,
                             present::Language language);

}  // namespace algemeente
