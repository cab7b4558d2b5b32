// What the commands share that keep every run of a study in a store and go on where they stopped: calibrate, explore
// and search.
#pragma once

#include "cli/arguments.h"
#include "cli/progress.h"
#include "cli/result_folder.h"
#include "present/words/language.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace algemeente::cli {

struct StoreStudy {
    std::string file;
    std::filesystem::path store;
    std::filesystem::path out;
    Earlier earlier = Earlier::refuse;
    bool other_program = false;
    int threads = 0;
    ProgressMode progress = ProgressMode::automatic;
    present::Language language = present::language_of_locale();
    bool quiet = false;
};

/// --store, --out and --force. `out` says what happens without --out.
void add_place_options(CLI::App& app, StoreStudy& study, std::string_view out);

/// --threads, --allow-other-program, --progress, --lang, --csv and --quiet.
void add_work_options(CLI::App& app, StoreStudy& study);

/// Progress in runs, a line a minute where there is no terminal.
Progress progress_of(const StoreStudy& study);

}  // namespace algemeente::cli
