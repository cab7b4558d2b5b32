#include "patterns/study_record.h"

#include "output/manifest.h"
#include "output/result_file.h"
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
    const ProgramIdentity& program = record.made_with.program;
    json["version"] = program.version;
    json["commit"] = program.commit;
    json["compiler"] = program.compiler;
    json["flags"] = program.flags;
    json["data"] = nlohmann::ordered_json::object();
    for (const DataFile& data : record.made_with.data) json["data"][data.name] = fingerprint_text(data.hash);
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
    const ProgramIdentity& program = record.made_with.program;
    return present::filled(present::text(present::Word::p_provenance, language), program.version, program.commit,
                           today(), record.command);
}

}  // namespace algemeente
