// check: reads scenario, story and experiment files; runs nothing except, for an experiment, a short probe of its time.
#include "calibration/calibration.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/experiment_forecast.h"
#include "cli/message.h"
#include "exploration/exploration.h"
#include "netherlands/products.h"
#include "netherlands/towns.h"
#include "present/words/late.h"
#include "present/words/names.h"
#include "present/words/numbers.h"
#include "present/words/say.h"
#include "scenario/scenario.h"
#include "search/search.h"
#include "stories/story.h"
#include "text/error.h"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <set>

namespace algemeente::cli {

namespace {

using present::Language;
using present::say;
using present::Word;

std::string municipalities_in_words(const MunicipalityChoice& choice, Language language) {
    switch (choice.kind) {
        case MunicipalityChoice::Kind::all: return say(language, Word::k_all);
        case MunicipalityChoice::Kind::sample:
            return say(language, Word::k_sample,
                       present::count_words(static_cast<std::size_t>(choice.count), language));
        case MunicipalityChoice::Kind::listed: break;
    }
    return say(language, Word::k_listed, municipalities_text(choice));
}

std::string in_words(const std::string& file, const Scenario& scenario, Language language) {
    const auto counted = [&](auto count, Word things) {
        return say(language, things, present::count_words(static_cast<std::size_t>(count), language));
    };
    std::string words =
        say(language, Word::k_scenario, file, present::title_of(scenario, language),
            counted(scenario.months(), Word::value_months), municipalities_in_words(scenario.municipalities, language),
            counted(scenario.change_count(), Word::k_changes), counted(scenario.shocks.size(), Word::k_shocks));
    for (const std::string& sentence : present::late_sentences(scenario, language))
        words += "\n" + say(language, Word::s_warning, file, sentence);
    return words;
}

/// A story with all its scenarios.
std::string in_words(const std::string& file, const Story& story, Language language) {
    const auto counted = [&](std::size_t count, Word things) {
        return say(language, things, present::count_words(count, language));
    };
    std::set<std::filesystem::path> scenarios;
    for (const StoryLineUp& line_up : story.line_ups)
        for (const Scenario& scenario : line_up.scenarios) {
            static_cast<void>(products_of(scenario));
            scenarios.insert(scenario.files.front());
        }
    return say(language, Word::k_story, file, story.title[language], counted(story.steps.size(), Word::k_steps),
               counted(static_cast<std::size_t>(story.minutes), Word::story_minutes),
               counted(scenarios.size(), Word::k_scenarios));
}

/// Reads a file, its municipalities and its products, since a name that does not exist would only be found by a run.
std::string checked(const std::string& file, Language language) {
    if (is_calibration_file(file)) {
        const Calibration calibration = read_calibration(file);
        return say(language, Word::cal_checked, file, calibration.title,
                   present::count_words(calibration.dimensions().size(), language),
                   present::count_words(calibration.targets.size(), language));
    }
    if (is_exploration_file(file)) {
        const Exploration exploration = read_exploration(file);
        const auto count = [language](std::size_t number) { return present::count_words(number, language); };
        return say(language, Word::exp_checked, file, exploration.title, count(exploration.dimensions().size()),
                   count(exploration.axes.size()), count(exploration.cell_count()),
                   count(static_cast<std::size_t>(exploration.evaluations)));
    }
    if (is_search_file(file)) {
        const Search search = read_search(file);
        const auto counted = [language](auto count) {
            return present::count_words(static_cast<std::size_t>(count), language);
        };
        return say(language, Word::se_checked, file, search.title, counted(search.levers.size()),
                   counted(search.objectives.size()), counted(search.limits.size()), counted(most_runs(search)));
    }
    if (is_story_file(file)) return in_words(file, read_story(file), language);
    if (is_experiment_file(file))
        return say(language, Word::k_experiment, file, forecast(read_experiment(file), language));
    Scenario scenario = read_scenario(file);
    name_by_codes(scenario);
    static_cast<void>(products_of(scenario));  // refuses a product that is not known
    return in_words(file, scenario, language);
}

}  // namespace

int perform_check(const Invocation& invocation) {
    std::vector<std::string> files;
    CLI::App app(
        "Checks scenario, story, experiment, calibration, exploration and search files and reports mistakes. Runs "
        "nothing except, for an experiment, a short probe to estimate how long it will take.");
    app.add_option("FILE", files, "scenario, story, experiment, calibration, exploration or search files (TOML)")
        ->type_name("");
    Language language = present::language_of_locale();
    add_language_option(app, language);
    if (!parse(app, invocation)) return exit_done;
    if (files.empty()) throw InputError("check: FILE is missing; name at least one scenario file");

    int exit_code = exit_done;
    for (const std::string& file : files) {
        try {
            fmt::print("{}\n", checked(file, language));
        } catch (const InputError& error) {
            std::fflush(stdout);  // keeps the order of files where both streams end in one place
            tell("{}\n", error.what());
            exit_code = exit_bad_input;
        }
    }
    return exit_code;
}

}  // namespace algemeente::cli
