// What a study of patterns was, in a file beside its results: enough to repeat it.
#pragma once

#include "output/made_with.h"
#include "present/words/language.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace algemeente {

struct StudyRecord {
    std::string command;  ///< as it was given
    std::string scenario;
    std::string municipalities;
    int municipality_count = 0;
    int months = 0;
    int replicates = 0;
    int priors = 0;  ///< draws of the assumptions; 0: the standard values
    std::uint64_t seed = 1;
    double seconds = 0;
    MadeWith made_with;
};

/// Adds the date, and writes it as JSON.
void write_study_record(const StudyRecord& record, const std::filesystem::path& file);

/// "Made by Algemeente 0.1.0 (commit ...) on 2026-01-31 with: ..."
std::string provenance_sentence(const StudyRecord& record, present::Language language);

}  // namespace algemeente
