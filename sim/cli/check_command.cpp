// check: reads scenario and experiment files; runs nothing except, for an experiment, a short probe of its time.
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/experiment_forecast.h"
#include "cli/message.h"
#include "netherlands/towns.h"
#include "present/words/catalogue.h"
#include "present/words/late.h"
#include "scenario/scenario.h"
#include "text/error.h"

#include <fmt/format.h>

#include <cstdio>

namespace algemeente::cli {

namespace {

std::string counted(std::size_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string municipalities_in_words(const MunicipalityChoice& choice) {
    switch (choice.kind) {
        case MunicipalityChoice::Kind::all: return "all municipalities";
        case MunicipalityChoice::Kind::sample: return fmt::format("a sample of {} municipalities", choice.count);
        case MunicipalityChoice::Kind::listed: break;
    }
    return "municipalities " + municipalities_text(choice);
}

std::string in_words(const std::string& file, const Scenario& scenario) {
    std::string words = fmt::format(
        "{}: ok: '{}', {}, {}, {}, {}", file, scenario.title,
        counted(static_cast<std::size_t>(scenario.months()), "month"), municipalities_in_words(scenario.municipalities),
        counted(scenario.changes.size(), "change"), counted(scenario.shocks.size(), "shock"));
    for (const std::string& sentence : present::late_sentences(scenario, present::Language::en))
        words += "\n" + present::filled(present::text(present::Word::s_warning, present::Language::en), file, sentence);
    return words;
}

/// Reads a file and its municipalities, since a code that does not exist would only be found by a run.
std::string checked(const std::string& file) {
    if (is_experiment_file(file)) return fmt::format("{}: ok: {}", file, forecast(read_experiment(file)));
    Scenario scenario = read_scenario(file);
    name_by_codes(scenario);
    return in_words(file, scenario);
}

}  // namespace

int perform_check(const Invocation& invocation) {
    std::vector<std::string> files;
    CLI::App app(
        "Checks scenario and experiment files and reports mistakes. Runs nothing except, for an experiment, "
        "a short probe to estimate how long it will take.");
    app.add_option("FILE", files, "scenario or experiment files (TOML)")->type_name("");
    if (!parse(app, invocation)) return exit_done;
    if (files.empty()) throw InputError("check: FILE is missing; name at least one scenario file");

    int exit_code = exit_done;
    for (const std::string& file : files) {
        try {
            fmt::print("{}\n", checked(file));
        } catch (const InputError& error) {
            std::fflush(stdout);  // keeps the order of files where both streams end in one place
            tell("{}\n", error.what());
            exit_code = exit_bad_input;
        }
    }
    return exit_code;
}

}  // namespace algemeente::cli
