#include "patterns/study_record.h"

#include "output/result_file.h"
#include "output/results.h"
#include "present/words/catalogue.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <ctime>

namespace algemeente {

namespace {

std::string today() {
    return fmt::format("{:%Y-%m-%d}", fmt::gmtime(std::time(nullptr)));
}

}  // namespace

void write_study_record(const StudyRecord& record, const std::filesystem::path& file) {
    nlohmann::ordered_json json;
    json["command"] = record.command;
    json["date"] = today();
    json["version"] = program_version();
    json["commit"] = program_commit();
    json["compiler"] = program_compiler();
    json["scenario"] = record.scenario;
    json["municipalities"] = record.municipalities;
    json["municipality_count"] = record.municipality_count;
    json["months"] = record.months;
    json["replicates"] = record.replicates;
    json["priors"] = record.priors;
    json["seed"] = record.seed;
    json["seconds"] = std::round(record.seconds);
    write_file(file, json.dump(2) + '\n');
}

std::string provenance_sentence(const StudyRecord& record, present::Language language) {
    return present::filled(present::text(present::Word::p_provenance, language), program_version(), program_commit(),
                           today(), record.command);
}

}  // namespace algemeente
