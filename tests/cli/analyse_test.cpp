// The analyse command: what it refuses, and every kind of analysis on a real store.
#include "cli/run_program.h"
#include "experiments/sqlite.h"
#include "places.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace algemeente::testing {

namespace {

/// A small experiment of any design, in two scenarios.
std::string experiment_text(const std::string& design, bool with_lever = true) {
    return "title = \"Small\"\nquestion = \"What matters?\"\nscenarios = [\"" + places::checkout().string() +
           "/scenarios/baseline.toml\", \"" + places::checkout().string() +
           "/scenarios/standards_first.toml\"]\n"
           "replicates = 2\nseed = 7\noutcomes = [\"in_use\", \"incidents_so_far\"]\nmunicipalities = 6\nmonths = "
           "84\n" +
           design +
           "\n[[uncertainty]]\nname = \"ideas_per_month\"\n[[uncertainty]]\nname = \"capacity_person_months\"\n" +
           (with_lever ? "[[lever]]\nname = \"ethics_committee\"\nvalues = [0, 1]\nfrom = \"2017-01\"\n" : "");
}

std::size_t count_of(const std::string& text, const std::string& word) {
    std::size_t count = 0;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++count;
    return count;
}

/// What any reader may expect of a folder of results.
void expect_readable(const std::string& folder, const std::string& kind) {
    const std::string page = content_of(folder + "/" + kind + ".html");
    EXPECT_TRUE(page.starts_with("<!DOCTYPE html>")) << kind;
    EXPECT_TRUE(page.ends_with("</html>\n")) << kind;
    for (const char* tag : {"table", "tr", "svg", "ul", "li", "h2"})
        EXPECT_EQ(count_of(page, std::string("<") + tag + ">") + count_of(page, std::string("<") + tag + " "),
                  count_of(page, std::string("</") + tag + ">"))
            << kind << ": " << tag;
    EXPECT_EQ(count_of(page, "nan"), 0U) << kind << ": a number that does not exist";
    EXPECT_EQ(count_of(page, "http"), count_of(page, "http://www.w3.org")) << kind << ": asks for another file";
    std::size_t tables = 0;
    for (const std::string& name : files_in(folder)) {
        if (!name.ends_with(".csv")) continue;
        ++tables;
        const std::string csv = content_of(folder + "/" + name);
        const auto json = nlohmann::json::parse(content_of(folder + "/" + name.substr(0, name.size() - 4) + ".json"));
        EXPECT_EQ(lines_in(csv), json.size() + 1) << name;
        EXPECT_EQ(csv.find("nan"), std::string::npos) << name;
        EXPECT_EQ(json.at(0).size(), 1 + count_of(first_line(csv), ",")) << name;
    }
    EXPECT_GT(tables, 0U) << kind;
}

}  // namespace

TEST(Analyse, says_something_readable_of_every_design) {
    struct Case {
        const char* design;
        std::vector<std::vector<std::string>> analyses;
        bool with_lever = true;
    };
    const std::vector<Case> cases = {
        {"design = \"saltelli\"\nsamples = 16\nrandomisations = 4\nsecond_order = true", {{"sobol"}, {"convergence"}}},
        {"design = \"morris\"\nsamples = 6", {{"morris"}, {"convergence"}}},
        {"design = \"lhs\"\nsamples = 24",
         {{"summary"}, {"regression"}, {"prim", "--fails", "in_use.physical.2021-12 < p25", "--halves", "4"}}},
        // levers of a hypercube do not meet every world; scenarios do
        {"design = \"lhs\"\nsamples = 8", {{"robustness", "--threshold", "in_use.social.2021-12 >= 0"}}, false},
    };
    for (const Case& one : cases) {
        const TemporaryFolder folder;
        const std::string store = folder / "a.sqlite";
        const std::string file = folder.write("small.toml", experiment_text(one.design, one.with_lever));
        ASSERT_EQ(run_program({"sweep", file, "--store", store, "--quiet"}).exit_code, 0);
        for (const std::vector<std::string>& analysis : one.analyses) {
            const std::string out = folder / analysis.front();
            std::vector<std::string> command = {"analyse", analysis.front(), store, "--out", out};
            command.insert(command.end(), analysis.begin() + 1, analysis.end());
            const ProgramResult result = run_program(command);
            ASSERT_EQ(result.exit_code, 0) << result.err;
            EXPECT_NE(result.out.find("\n- "), std::string::npos) << analysis.front() << " says nothing in words";
            EXPECT_EQ(result.out.find("nan"), std::string::npos) << result.out;
            expect_readable(out, analysis.front());
        }
    }
}

TEST(Analyse, finds_a_scenario_by_its_file_or_its_title) {
    const TemporaryFolder folder;
    const std::string store = folder / "a.sqlite";
    const std::string file = folder.write("small.toml", experiment_text("design = \"lhs\"\nsamples = 4"));
    ASSERT_EQ(run_program({"sweep", file, "--store", store, "--quiet"}).exit_code, 0);
    const auto summary = [&](const std::string& scenario) {
        return run_program({"analyse", "summary", store, "--scenario", scenario, "--format", "csv"});
    };
    EXPECT_EQ(summary("standards_first").exit_code, 0);
    EXPECT_EQ(summary("standards_first").out, summary("Standards first").out);
    EXPECT_NE(summary("standards_first").out, summary("baseline").out);
    EXPECT_EQ(summary("nobody").err, "--scenario: 'nobody' is not in the store; it holds baseline, standards_first\n");
    // files are there even if nobody reads what is printed to its end
    const std::string out = folder / "files";
    const std::string program = places::program();
    RunningProgram(
        {"-c", program + " analyse summary " + store + " --out " + out + " | head -n 1 > " + (folder / "head")},
        "/bin/sh")
        .wait();
    EXPECT_TRUE(files_in(out).contains("summary.csv"));
}

TEST(Analyse, robustness_is_of_the_scenario_asked_for_and_refuses_one_that_does_not_exist) {
    const TemporaryFolder folder;
    const std::string store = folder / "a.sqlite";
    const std::string file = folder.write("small.toml", experiment_text("design = \"lhs\"\nsamples = 4", false));
    ASSERT_EQ(run_program({"sweep", file, "--store", store, "--quiet"}).exit_code, 0);
    const ProgramResult all = run_program({"analyse", "robustness", store, "--format", "csv"});
    const ProgramResult one =
        run_program({"analyse", "robustness", store, "--format", "csv", "--scenario", "standards_first"});
    EXPECT_EQ(lines_in(all.out), 1 + 2 * (lines_in(one.out) - 1));
    EXPECT_EQ(one.out.find("Baseline"), std::string::npos) << one.out;
    const ProgramResult none = run_program({"analyse", "robustness", store, "--scenario", "nobody"});
    EXPECT_EQ(none.exit_code, 2);
    EXPECT_NE(none.err.find("'nobody' is not in the store"), std::string::npos) << none.err;
    // in the words of the language, with its decimal sign; files and CSV do not follow it
    const ProgramResult dutch = run_program({"analyse", "summary", store, "--lang", "nl"});
    EXPECT_NE(dutch.out.find(','), std::string::npos);
    EXPECT_EQ(run_program({"analyse", "summary", store, "--lang", "nl", "--format", "csv"}).out,
              run_program({"analyse", "summary", store, "--lang", "en", "--format", "csv"}).out);
    // for spreadsheets
    const std::string out = folder / "excel";
    const ProgramResult excel =
        run_program({"analyse", "summary", store, "--format", "csv", "--csv", "excel", "--out", out});
    EXPECT_TRUE(excel.out.starts_with("\xEF\xBB\xBFscenario;outcome;point")) << first_line(excel.out);
    EXPECT_EQ(content_of(out + "/summary.csv"), excel.out);
}

TEST(Analyse, refuses_options_of_another_kind_of_analysis) {
    const ProgramResult threshold = run_program({"analyse", "sobol", "store.sqlite", "--threshold", "x < 1"});
    EXPECT_EQ(threshold.exit_code, 2);
    EXPECT_EQ(threshold.err, "--threshold: means nothing for 'sobol'; it belongs to 'robustness'\n");
    EXPECT_EQ(run_program({"analyse", "prim", "store.sqlite", "--holds", "x < 1", "--outcome", "y"}).exit_code, 2);
    EXPECT_EQ(run_program({"analyse", "prim", "store.sqlite", "--holds", "x < 1", "--least-mass", "nan"}).exit_code, 2);
}

// A chance of so many equal draws is smaller than std::stod reads.
TEST(Analyse, prints_a_chance_that_is_nearly_nothing) {
    const TemporaryFolder folder;
    const std::string store = folder / "a.sqlite";
    const std::string file =
        folder.write("many.toml", "title = \"Many\"\nscenario = \"" + places::checkout().string() +
                                      "/scenarios/baseline.toml\"\ndesign = \"lhs\"\nsamples = 2100\nmonths = 2\n"
                                      "municipalities = 1\npeople_per_agent = 100000\noutcomes = [\"in_use\"]\n"
                                      "[[lever]]\nname = \"ethics_committee\"\nvalues = [0, 1]\n"
                                      "[[uncertainty]]\nname = \"alderman_risk_aversion\"\n");
    ASSERT_EQ(run_program({"sweep", file, "--store", store, "--quiet"}).exit_code, 0);
    for (const int below : {1000, 1060, 1120, 1180}) {
        SqliteConnection(store, SqliteConnection::Mode::write)
            .execute(
                "UPDATE outcomes SET \"in_use.social.2015-02\" = (SELECT alderman_risk_aversion >= (SELECT "
                "alderman_risk_aversion FROM points ORDER BY 1 LIMIT 1 OFFSET " +
                std::to_string(below) + ") FROM points WHERE point = outcomes.run)");
        const ProgramResult result =
            run_program({"analyse", "prim", store, "--holds", "in_use.social.2015-02 > 0.5", "--halves", "0"});
        EXPECT_EQ(result.exit_code, 0) << below << ": " << result.err;
        EXPECT_NE(result.out.find("below 0.0001"), std::string::npos) << result.out;
    }
}

TEST(Analyse, help_lists_the_kinds) {
    const ProgramResult result = run_program({"analyse", "--help"});
    EXPECT_EQ(result.exit_code, 0);
    for (const char* kind : {"summary", "sobol", "morris", "regression", "convergence", "robustness", "prim"})
        EXPECT_NE(result.out.find(kind), std::string::npos) << kind;
}

TEST(Analyse, refuses_what_it_does_not_know) {
    const ProgramResult kind = run_program({"analyse", "sobl", "store.sqlite"});
    EXPECT_EQ(kind.exit_code, 2);
    EXPECT_EQ(kind.err, "sobl: unknown kind of analysis; did you mean 'sobol'?\n");
    EXPECT_EQ(run_program({"analyse"}).exit_code, 2);
    EXPECT_EQ(run_program({"analyse", "sobol"}).exit_code, 2);
    EXPECT_EQ(run_program({"analyse", "sobol", "store.sqlite", "--level", "2"}).exit_code, 2);
    EXPECT_EQ(run_program({"analyse", "sobol", "no/such/store.sqlite"}).exit_code, 2);
}

}  // namespace algemeente::testing
