// The command line and the environment of the viewer.
#include "viewer/app/options.h"
#include "netherlands/country_of.h"
#include "text/error.h"
#include "viewer/app/app.h"
#include "viewer/state/preferences.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace algemeente::viewer {
namespace {

/// Sets the scale in the environment for as long as it lives.
struct ScaleVariable {
    explicit ScaleVariable(const char* value) { setenv("ALGEMEENTE_SCALE", value, 1); }
    ScaleVariable(const ScaleVariable&) = delete;
    ~ScaleVariable() { unsetenv("ALGEMEENTE_SCALE"); }
};

/// "compare, why, map": the ids of a table, as messages list them.
template <typename Rows>
std::string ids_of(const Rows& rows, const char* between) {
    std::string ids;
    for (const auto& row : rows) ids += (ids.empty() ? "" : between) + std::string(row.id);
    return ids;
}

std::string problem_of(const std::vector<std::string>& arguments) {
    try {
        parse_options(arguments);
    } catch (const InputError& problem) {
        return problem.what();
    }
    return "nothing was refused";
}

TEST(Options, TheScaleOfTheEnvironmentHoldsUnlessOneIsAskedFor) {
    EXPECT_EQ(parse_options({}).scale, 1);
    const ScaleVariable variable("1.5");
    EXPECT_EQ(parse_options({}).scale, 1.5);
    EXPECT_EQ(parse_options({"--scale", "2"}).scale, 2);
}

TEST(Options, AnEmptyScaleOfTheEnvironmentIsNone) {
    const ScaleVariable variable("");
    EXPECT_EQ(parse_options({}).scale, 1);
    EXPECT_EQ(parse_options({}).ignored_scale, "");
}

TEST(Options, AScaleOutOfReachIsRefusedOnTheCommandLineAndIgnoredInTheEnvironment) {
    for (const char* scale : {"40", "0.4", "nan", "-nan", "inf", "1e999", "large", "2x"}) {
        EXPECT_EQ(problem_of({"--scale", scale}),
                  "--scale: '" + std::string(scale) + "' is not possible; expected a number from 0.5 to 4");
        const ScaleVariable variable(scale);
        EXPECT_EQ(parse_options({}).scale, 1) << scale;
        EXPECT_EQ(parse_options({}).ignored_scale, scale);
    }
    EXPECT_NE(problem_of({"--scale", "-1"}), "nothing was refused");
    EXPECT_NE(problem_of({"--scale", ""}), "nothing was refused");
}

TEST(Options, AnUnknownOptionNamesTheNearest) {
    EXPECT_EQ(problem_of({"--zcale", "2"}), "--zcale: unknown option; did you mean '--scale'?");
    EXPECT_EQ(problem_of({"--projektor"}), "--projektor: unknown option; did you mean '--projector'?");
    EXPECT_EQ(problem_of({"--nothing-like-it"}), "--nothing-like-it: unknown option; see 'algemeente-viewer --help'");
    EXPECT_EQ(problem_of({"--outcome", "in_uze"}), "--outcome: 'in_uze' is not an outcome; did you mean 'in_use'?");
}

TEST(Options, AWrongValueSaysWhatWasExpected) {
    EXPECT_EQ(problem_of({"--tab", "maps"}),
              "--tab: 'maps' is not possible; expected one of " + ids_of(page_table, ", "));
    EXPECT_EQ(problem_of({"--page", "peple"}),
              "--page: 'peple' is not possible; expected one of " + ids_of(sub_page_table, ", "));
    EXPECT_EQ(problem_of({"--open", "door"}),
              "--open: 'door' is not possible; expected one of help, sources, evidence, variable, assumptions, tour, "
              "notices, stories, phones");
    EXPECT_EQ(problem_of({"--time", "2026-13"}), "--time: '2026-13' is not possible; expected a month such as 2026-06");
    EXPECT_EQ(problem_of({"--lang", "de"}), "--lang: 'de' is not possible; expected one of nl, en");
    EXPECT_EQ(problem_of({"--replicates", "2.5"}),
              "--replicates: '2.5' is not possible; expected a whole number from 1 to 1000");
    EXPECT_EQ(problem_of({"--municipalities", "4"}),
              "--municipalities: '4' is not possible; expected a whole number from 5 to 342");
    EXPECT_EQ(problem_of({"--size", "1280"}), "--size: '1280' is not possible; expected pixels such as 1280x720");
    EXPECT_EQ(problem_of({"--zoom", "2024-01:2020-01"}),
              "--zoom: '2024-01:2020-01' is not possible; the first month must come before the last");
    EXPECT_NE(problem_of({"--scale"}), "nothing was refused") << "a missing value";
    EXPECT_EQ(problem_of({"a.toml", "b.toml", "c.toml", "d.toml", "e.toml"}),
              "5 scenarios were given; expected at most four");
}

TEST(Options, AllMunicipalitiesAreThereUnlessASampleIsAskedFor) {
    const Session usual = first_session(parse_options({"--lang", "nl"}));
    EXPECT_EQ(country_of(to_run(usual, 0), usual.seed).size(), 342U);
    const Session small = first_session(parse_options({"--municipalities", "40"}));
    EXPECT_EQ(country_of(to_run(small, 0), small.seed).size(), 40U);
}

TEST(Options, AreReadInAnyOrderAndTheLastOneHolds) {
    const Options options = parse_options({"--tab=why",        "a.toml", "--page", "flow",   "--session", "b.toml",
                                           "--lang",           "nl",     "--lang", "en",     "--size",    "1920x1080",
                                           "--municipalities", "all",    "--pin",  "GM0363", "--pin",     "GM0599",
                                           "--own-scale",      "c.toml"});
    EXPECT_EQ(options.page, Page::why);
    EXPECT_EQ(options.sub_pages, std::vector{SubPage::flow});
    EXPECT_EQ(options.files, (std::vector<std::filesystem::path>{"a.toml", "c.toml", "b.toml"}));
    EXPECT_EQ(options.language, Language::en);
    EXPECT_EQ(options.width, 1920);
    EXPECT_EQ(options.height, 1080);
    EXPECT_EQ(options.sample, 0);
    EXPECT_EQ(options.pinned, (std::vector<std::string>{"GM0363", "GM0599"}));
    EXPECT_TRUE(options.own_scale);
    EXPECT_FALSE(options.projector);
}

TEST(Options, EveryPageAndPartOfAPageCanBeAskedFor) {
    for (const PageInfo& row : page_table) EXPECT_EQ(parse_options({"--tab", std::string(row.id)}).page, row.page);
    for (const SubPageInfo& row : sub_page_table)
        EXPECT_EQ(parse_options({"--page", std::string(row.id)}).sub_pages, std::vector{row.sub_page});
}

TEST(Options, TheHelpIsMadeFromThem) {
    const std::string help = parse_options({"--help"}).help;
    for (const char* name : {"--lang",    "--theme",   "--scale",        "--size",       "--projector",
                             "--tab",     "--page",    "--municipality", "--pin",        "--open",
                             "--time",    "--outcome", "--difference",   "--gap",        "--event",
                             "--zoom",    "--facet",   "--own-scale",    "--replicates", "--municipalities",
                             "--threads", "--shot",    "--session",      "--benchmark",  "--version"})
        EXPECT_NE(help.find(name), std::string::npos) << name;
    EXPECT_NE(help.find(ids_of(page_table, "|")), std::string::npos);
    EXPECT_EQ(parse_options({}).help, "");
}

}  // namespace
}  // namespace algemeente::viewer
