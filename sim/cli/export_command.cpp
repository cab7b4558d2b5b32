// export: a store for spreadsheets, pandas, R and the EMA workbench.
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/missing_options.h"
#include "cli/output_folder.h"
#include "cli/result_folder.h"
#include "experiments/export.h"
#include "text/error.h"

#include <fmt/format.h>

#include <filesystem>
#include <string>

namespace algemeente::cli {

int perform_export(const Invocation& invocation) {
    std::string store;
    std::string out;
    std::string format = "csv";
    constexpr std::string_view formats[] = {"csv", "ema"};
    CLI::App app("Writes a store as CSV files, or as the archive that the EMA workbench loads.");
    app.add_option("STORE", store, "store of a sweep")->type_name("");
    app.add_option("--out", out, "folder for the files (required); created if it does not exist")->type_name("DIR");
    app.add_option("--format", format, "csv (default) or ema")->type_name("FORMAT");
    MissingOptions missing;
    add_missing_options(app, missing);
    add_csv_option(app);
    present::Language language = present::language_of_locale();
    add_language_option(app, language);
    Earlier earlier = Earlier::refuse;
    add_force_option(app, earlier);
    if (!parse(app, invocation)) return exit_done;
    if (store.empty()) throw InputError("export: STORE is missing; name the store of a sweep");
    if (out.empty()) throw InputError("export: --out is missing; name the folder for the files: --out DIR");
    const bool for_ema = one_of("--format", format, formats) == 1;
    const OutputFolder folder(out, OutputFolder::Use::alone);
    const std::filesystem::path main_file =
        for_ema ? std::filesystem::path(store).stem() += ".tar.gz" : std::filesystem::path("outcomes.csv");
    check_place(std::filesystem::path(out) / main_file, earlier);
    Store filled(store, Store::Access::read);
    if (!may_be_read(filled, missing, language)) return exit_incomplete;
    if (for_ema) {
        fmt::print("{}\n", export_ema(filled, out).string());
    } else {
        export_csv(filled, out);
        fmt::print("{}\n", (std::filesystem::path(out) / "outcomes.csv").string());
    }
    return exit_done;
}

}  // namespace algemeente::cli
