// sheet: one printable page about a municipality like the one that is named.
#include "cli/arguments.h"
#include "cli/cancellation.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/message.h"
#include "cli/progress.h"
#include "cli/result_folder.h"
#include "netherlands/country.h"
#include "netherlands/towns.h"
#include "output/result_file.h"
#include "output/sheet.h"
#include "text/error.h"

#include <limits>

namespace algemeente::cli {

namespace {

constexpr std::string_view answer_words[] = {"as-elsewhere", "yes", "no"};  // in the order of SheetAnswer
constexpr const char* meanings[] = {
    "are the data in order: recording standards and the quality of sources in 2015",
    "is there an own data team: what it adds to the capacity", "is it tied to one supplier: vendor lock-in in 2015",
    "is there an ethics committee, from 2021 on", "do citizens trust their municipality, in 2015"};
static_assert(std::size(meanings) == sheet_questions_count);

struct SheetOptions {
    std::string town;
    SheetAnswers answers{};
    std::filesystem::path out;
    Earlier earlier = Earlier::refuse;
    EnsembleOptions ensemble;
    ProgressMode progress = ProgressMode::automatic;
    present::Language language = present::language_of_locale();
    bool quiet = false;
};

void add_options(CLI::App& app, SheetOptions& options) {
    app.add_option("TOWN", options.town, "the municipality, by name or code: Haarlem, GM0392")->type_name("");
    for (std::size_t i = 0; i < sheet_questions_count; ++i) {
        const std::string name(sheet_questions()[i].option);
        add_option(app, name.c_str(), "yes|no", std::string(meanings[i]) + " (default: as elsewhere)",
                   [&options, i, name](const std::string& text) {
                       options.answers[i] = static_cast<SheetAnswer>(one_of(name, text, answer_words));
                   });
    }
    add_option(app, "--out", "FILE.html", "the page", [&](const std::string& text) { options.out = page_from(text); });
    add_force_option(app, options.earlier);
    add_option(app, "--replicates", "N", "number of replicates (default 64: fewer bear a count, but no word)",
               [&](const std::string& text) {
                   options.ensemble.replicates = static_cast<int>(whole_number("--replicates", text, 1, 10'000));
               });
    add_option(app, "--seed", "S", "seed of all random numbers (default 1)", [&](const std::string& text) {
        options.ensemble.seed = whole_number("--seed", text, 0, std::numeric_limits<std::uint64_t>::max());
    });
    add_option(app, "--threads", "N", "worker threads; results do not depend on it (default 0: all cores)",
               [&](const std::string& text) {
                   options.ensemble.threads = static_cast<int>(whole_number("--threads", text, 0, 1024));
               });
    add_language_option(app, options.language);
    app.add_flag("--quiet", options.quiet, "print errors only");
}

std::string code_of_town(const std::string& name) {
    MunicipalityChoice choice{.kind = MunicipalityChoice::Kind::listed, .gm_codes = {name}};
    name_by_codes(choice, "sheet: TOWN");
    return choice.gm_codes.front();
}

Ensemble run(const SheetOptions& options, const std::atomic<bool>& cancel) {
    Progress progress(options.quiet ? ProgressMode::never : options.progress, {.language = options.language});
    EnsembleOptions ensemble = options.ensemble;
    ensemble.events = EventScope::none;
    ensemble.cancel = &cancel;
    ensemble.progress = [&progress](std::int64_t done, std::int64_t all) { progress.report(done, all); };
    return run_ensemble(sheet_scenarios(options.answers, data_folder().parent_path()), ensemble);
}

}  // namespace

int perform_sheet(const Invocation& invocation) {
    SheetOptions options;
    CLI::App app(
        "One page to print about a municipality like the one named: where it is among those of its size, what holds "
        "its\n"
        "projects back, and which lever would loosen that. Its size is known by its name; the five answers are yes or\n"
        "no, and what is not answered is as elsewhere. The page says what it cannot say.");
    add_options(app, options);
    if (!parse(app, invocation)) return exit_done;
    if (options.town.empty()) throw InputError("sheet: TOWN is missing; name a municipality, for example Haarlem");
    if (options.out.empty()) throw InputError("sheet: --out is missing; name the page: --out FILE.html");
    const std::string code = code_of_town(options.town);
    check_place(options.out, options.earlier);
    const Ensemble ensemble = run(options, cancel_on_signals());
    if (ensemble.cancelled) {
        if (!options.quiet) tell("{}\n", present::text(present::Word::t_cancelled_nothing, options.language));
        return exit_cancelled;
    }
    write_file(options.out,
               sheet_page(ensemble, {code, options.answers, repeating("algemeente", invocation), options.language}));
    if (!options.quiet)
        tell("{}\n",
             present::filled(present::text(present::Word::t_results_in, options.language), options.out.string()));
    return exit_done;
}

}  // namespace algemeente::cli
