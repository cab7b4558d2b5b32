#include "cli/missing_options.h"

#include "cli/message.h"
#include "experiments/missing_runs.h"
#include "text/error.h"

namespace algemeente::cli {

void add_missing_options(CLI::App& app, MissingOptions& options) {
    app.add_flag("--complete-only", options.complete_only,
                 "of an unfinished sweep: only the points that are done in every scenario and replicate");
    app.add_flag("--allow-missing", options.allow_missing,
                 "of an unfinished sweep: everything there is; what is missing is empty");
}

bool may_be_read(Store& store, const MissingOptions& options) {
    if (options.complete_only && options.allow_missing)
        throw InputError("--complete-only and --allow-missing exclude each other; give one of the two");
    const Completeness completeness = completeness_of(store);
    if (completeness.complete()) return true;
    const std::string missing = words_about_missing(completeness);
    if (options.complete_only) {
        if (completeness.complete_points == 0)
            throw InputError(fmt::format("{}: {}; no point is complete yet", store.file().string(), missing));
        tell("{}: {}; {} complete points are used\n", store.file().string(), missing, completeness.complete_points);
        store.show_complete_points_only();
        return true;
    }
    if (options.allow_missing) {
        tell("{}: {}; what there is of them is used\n", store.file().string(), missing);
        return true;
    }
    tell(
        "{}: {}; repeat the sweep to finish it, or add --complete-only (only complete points) or --allow-missing "
        "(everything there is)\n",
        store.file().string(), missing);
    return false;
}

}  // namespace algemeente::cli
