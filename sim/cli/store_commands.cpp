// status: how far a store is. merge: stores of shards of one sweep, put together.
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "experiments/merge_stores.h"
#include "experiments/store_status.h"
#include "present/words/catalogue.h"
#include "present/words/numbers.h"
#include "text/error.h"
#include "threads/side_by_side.h"

#include <fmt/format.h>

#include <cmath>
#include <string>
#include <vector>

namespace algemeente::cli {

namespace {

using present::Language;
using present::Word;

/// Says things about a store in one language.
class Teller {
public:
    explicit Teller(Language language) : language_(language) {}

    void status(const std::string& file, const StoreStatus& status, int threads) const {
        print(say(title_of(status.kind), file, status.title));
        if (status.kind == StoreKind::sweep)
            sweep(status, threads);
        else if (status.kind == StoreKind::search)
            print(say(Word::st_rounds, count(status.rounds), count(status.points), count(status.runs.done)));
        else
            print(say(Word::st_visited, count(status.points), count(status.runs.done)));
        print(say(Word::st_size, present::size_words(status.bytes, language_)));
        print(status.writer ? say(Word::st_locked, *status.writer) : say(Word::st_free));
    }

    void merged(const std::string& file, const Merged& merged, std::size_t stores) const {
        print(say(Word::mg_done, file, count(merged.copied), count(static_cast<std::int64_t>(stores)),
                  count(merged.counts.done), count(merged.counts.all)));
    }

private:
    static Word title_of(StoreKind kind) {
        switch (kind) {
            case StoreKind::sweep: return Word::st_sweep;
            case StoreKind::calibration: return Word::st_calibration;
            case StoreKind::exploration: return Word::st_exploration;
            case StoreKind::search: return Word::st_search;
        }
        return Word::st_sweep;
    }

    void sweep(const StoreStatus& status, int threads) const {
        if (!status.shard.is_whole())
            print(say(Word::st_shard, count(status.shard.part), count(status.shard.parts), count(status.points),
                      count(status.points_of_sweep)));
        print(say(Word::st_points, count(status.complete_points), count(status.points)));
        print(say(Word::st_runs, count(status.runs.done), count(status.runs.all), count(status.runs.failed),
                  count(status.runs.timeout), count(status.missing())));
        if (status.missing() == 0)
            print(say(Word::st_complete));
        else if (std::isfinite(status.mean_seconds))
            print(say(Word::st_left,
                      present::duration_words(static_cast<double>(status.missing()) * status.mean_seconds / threads,
                                              language_),
                      say(Word::k_cores, count(threads)), present::duration_words(status.mean_seconds, language_)));
    }

    template <typename... Parts>
    std::string say(Word word, const Parts&... parts) const {
        return present::filled(present::text(word, language_), parts...);
    }
    std::string count(std::int64_t number) const {
        return present::count_words(static_cast<std::size_t>(number), language_);
    }
    static void print(const std::string& line) { fmt::print("{}\n", line); }

    Language language_;
};

}  // namespace

int perform_status(const Invocation& invocation) {
    constexpr int most_threads = 1'000'000;
    std::string file;
    int threads = 0;
    Language language = present::language_of_locale();
    CLI::App app(
        "Says how far a store is: points and runs done, missing and failed, its size, who is writing it, and how long "
        "it still takes. Reads only, also while a sweep is writing.");
    app.add_option("STORE", file, "store of a sweep, a calibration, an exploration or a search")->type_name("");
    add_option(app, "--threads", "N", "threads to estimate the time for (default 0: all cores of this machine)",
               [&threads](const std::string& text) {
                   threads = static_cast<int>(whole_number("--threads", text, 0, most_threads));
               });
    add_language_option(app, language);
    if (!parse(app, invocation)) return exit_done;
    if (file.empty()) throw InputError("status: STORE is missing; name a store");
    Teller(language).status(file, status_of(file), threads > 0 ? threads : thread_count(0));
    return exit_done;
}

int perform_merge(const Invocation& invocation) {
    std::vector<std::string> files;
    std::string out;
    Language language = present::language_of_locale();
    CLI::App app(
        "Puts stores of shards of one sweep together ('sweep --shard K/N'), as the whole sweep would have left its "
        "store. Refuses stores of another experiment, and of another build or other data than each other.");
    app.add_option("STORE", files, "stores of the shards")->type_name("");
    add_option(app, "--store", "FILE", "the store to make (required); must not exist",
               [&out](const std::string& text) { out = text; });
    add_language_option(app, language);
    if (!parse(app, invocation)) return exit_done;
    if (files.empty()) throw InputError("merge: STORE is missing; name the stores of the shards");
    if (out.empty()) throw InputError("merge: --store is missing; name the file to make");
    const Merged merged = merge_stores({files.begin(), files.end()}, out);
    Teller(language).merged(out, merged, files.size());
    return exit_done;
}

}  // namespace algemeente::cli
