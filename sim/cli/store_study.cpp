#include "cli/store_study.h"

#include "present/words/catalogue.h"

#include <fmt/format.h>

#include <chrono>

namespace algemeente::cli {

void add_place_options(CLI::App& app, StoreStudy& study, std::string_view out) {
    add_option(app, "--store", "FILE", "the store, an SQLite file (required); created if it does not exist",
               [&study](const std::string& text) { study.store = text; });
    add_option(app, "--out", "DIR", fmt::format("folder for the results ({})", out),
               [&study](const std::string& text) { study.out = text; });
    add_force_option(app, study.earlier);
}

void add_work_options(CLI::App& app, StoreStudy& study) {
    constexpr int most_threads = 1024;
    static constexpr std::string_view progress_words[] = {"auto", "always", "never"};  // in the order of ProgressMode
    add_option(app, "--threads", "N", "worker threads; results do not depend on it (default 0: all cores)",
               [&study](const std::string& text) {
                   study.threads = static_cast<int>(whole_number("--threads", text, 0, most_threads));
               });
    app.add_flag("--allow-other-program", study.other_program,
                 "go on with a store that another build of this program began");
    add_option(app, "--progress", "WHEN", "progress on stderr: auto (default), always or never",
               [&study](const std::string& text) {
                   study.progress = static_cast<ProgressMode>(one_of("--progress", text, progress_words));
               });
    add_language_option(app, study.language);
    add_csv_option(app);
    app.add_flag("--quiet", study.quiet, "print errors only");
}

Progress progress_of(const StoreStudy& study) {
    return Progress(study.quiet ? ProgressMode::never : study.progress, {.count = present::Word::g_runs,
                                                                         .language = study.language,
                                                                         .between_lines = std::chrono::minutes(1),
                                                                         .also_without_terminal = true,
                                                                         .resumes = true});
}

}  // namespace algemeente::cli
