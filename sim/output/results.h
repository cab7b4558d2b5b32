// Files and tables of a finished ensemble (the contract's files; UTF-8, one header row, written under a temporary
// name and renamed when complete).
#pragma once

#include "ensemble/ensemble.h"
#include "present/words/language.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace algemeente {

/// The saved worlds that a run went on from.
struct SavedOrigin {
    std::string file;
    int month = 0;
    std::uint64_t checksum = 0;
    std::string commit;  ///< of the program that saved them
};

/// How the run came about, for the manifest and for "how to repeat this".
struct RunDescription {
    std::string command;                                 ///< "run" or "compare"
    std::string command_line;                            ///< exactly what repeats the run
    present::Language language = present::Language::en;  ///< of the report
    std::optional<SavedOrigin> from{};                   ///< nothing: the run began in January 2015
};

/// Writes manifest.json, outcomes.csv, national.csv, bands.csv, municipalities.csv, use_cases.csv, events.csv,
/// report.html, with two or more scenarios differences.csv, and with conditional changes conditions.csv. Creates
/// `folder`. Throws InputError if it cannot be written.
void write_results(const Ensemble& ensemble, const std::filesystem::path& folder, const RunDescription& run);

/// Every file that a run, a comparison or draws of the assumptions may leave, but for saved worlds; manifest.json last,
/// which makes a folder complete.
std::span<const std::string_view> result_file_names();
/// Whether a file of this name is one of them, or has saved worlds.
bool is_result_file_name(std::string_view name);

/// The short table for the terminal: both domains at the end, with spread; differences if there are any.
std::string results_table(const Ensemble& ensemble, present::Language language);

/// Version of this build, "0.1.0", its commit, and its compiler.
std::string_view program_version();
std::string_view program_commit();
std::string_view program_compiler();

}  // namespace algemeente
