// roles: the role kit as one page to print.
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/message.h"
#include "cli/result_folder.h"
#include "netherlands/country.h"
#include "output/result_file.h"
#include "output/role_kit.h"
#include "present/words/catalogue.h"
#include "text/error.h"

namespace algemeente::cli {

int perform_roles(const Invocation& invocation) {
    std::filesystem::path out;
    Earlier earlier = Earlier::refuse;
    present::Language language = present::language_of_locale();
    bool quiet = false;
    CLI::App app(
        "The role kit of scenarios/roles as one page to print, each sheet on a page of its own: plan, proposal form,\n"
        "rounds, seven roles and the debrief.");
    add_option(app, "--out", "FILE.html", "the page", [&out](const std::string& text) { out = page_from(text); });
    add_force_option(app, earlier);
    add_language_option(app, language);
    app.add_flag("--quiet", quiet, "print errors only");
    if (!parse(app, invocation)) return exit_done;
    if (out.empty()) throw InputError("roles: --out is missing; name the page: --out FILE.html");
    check_place(out, earlier);
    write_file(out, role_kit_page(data_folder().parent_path(), language));
    if (!quiet) tell("{}\n", present::filled(present::text(present::Word::t_results_in, language), out.string()));
    return exit_done;
}

}  // namespace algemeente::cli
