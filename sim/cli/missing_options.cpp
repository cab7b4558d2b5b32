#include "cli/missing_options.h"

#include "cli/message.h"
#include "experiments/missing_runs.h"
#include "present/words/catalogue.h"
#include "present/words/numbers.h"
#include "text/error.h"

namespace algemeente::cli {

namespace {

using present::Language;
using present::Word;

template <typename... Parts>
void say(Language language, Word words, const Parts&... parts) {
    tell("{}\n", present::filled(present::text(words, language), parts...));
}

std::string count_of(std::int64_t count, Language language) {
    return present::count_words(static_cast<std::size_t>(count), language);
}

/// "3 of 10 points are incomplete: of 20 runs, 4 have not been run, 1 failed, 0 took too long"
std::string words_about_missing(const Completeness& completeness, Language language) {
    const RunCounts& runs = completeness.runs;
    const auto count = [language](std::int64_t number) { return count_of(number, language); };
    return present::filled(present::text(Word::w_missing, language),
                           count(completeness.points - completeness.complete_points), count(completeness.points),
                           count(runs.all), count(runs.all - runs.ended()), count(runs.failed), count(runs.timeout));
}

}  // namespace

void add_missing_options(CLI::App& app, MissingOptions& options) {
    app.add_flag("--complete-only", options.complete_only,
                 "of an unfinished sweep: only the points that are done in every scenario and replicate");
    app.add_flag("--allow-missing", options.allow_missing,
                 "of an unfinished sweep: everything there is; what is missing is empty");
}

bool may_be_read(Store& store, const MissingOptions& options, Language language) {
    if (options.complete_only && options.allow_missing)
        throw InputError("--complete-only and --allow-missing exclude each other; give one of the two");
    const Completeness completeness = completeness_of(store);
    if (completeness.complete()) return true;
    const std::string file = store.file().string();
    const std::string missing = words_about_missing(completeness, language);
    if (options.complete_only) {
        if (completeness.complete_points == 0)
            throw InputError(
                fmt::format("{}: {}; no point is complete yet", file, words_about_missing(completeness, Language::en)));
        say(language, Word::w_missing_complete, file, missing, count_of(completeness.complete_points, language));
        store.show_complete_points_only();
        return true;
    }
    say(language, options.allow_missing ? Word::w_missing_all : Word::w_missing_choose, file, missing);
    return options.allow_missing;
}

}  // namespace algemeente::cli
