// check reads every file it is given and says what is wrong with each.
#include "cli/run_program.h"
#include "places.h"

#include <gtest/gtest.h>

namespace algemeente::testing {

TEST(Check, a_good_scenario_is_summed_up) {
    const TemporaryFolder folder;
    const std::string file = folder.write("short.toml",
                                          "title = \"A short story\"\n"
                                          "[world]\nmonths = 24\nmunicipalities = 10\n"
                                          "[[change]]\nlever = \"ethics_committee\"\nvalue = 1\nfrom = \"2015-06\"\n"
                                          "[[shock]]\nframe = \"risk\"\nfrom = \"2016-01\"\nmonths = 2\n"
                                          "stories_per_month = 5\n");
    const ProgramResult result = run_program({"check", file});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(result.out,
              file + ": ok: 'A short story', 24 months, a sample of 10 municipalities, 1 change, 1 shock\n");
    EXPECT_EQ(result.err, "");
}

TEST(Check, a_decision_with_a_condition_counts_and_is_checked) {
    const TemporaryFolder folder;
    const auto file = [&](const std::string& name, const std::string& condition) {
        return folder.write(name,
                            "title = \"Waiting\"\n[world]\nmonths = 24\nmunicipalities = 10\n[[change]]\n"
                            "lever = \"ethics_committee\"\nvalue = 1\nwhen = \"" +
                                condition + "\"\n");
    };
    const std::string good = file("good.toml", "incidents_so_far.social > 3");
    const ProgramResult result = run_program({"check", good});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_NE(result.out.find("1 change, 0 shocks"), std::string::npos) << result.out;
    const std::string bad = file("bad.toml", "incident_so_far.social > 3");
    const ProgramResult refused = run_program({"check", bad});
    EXPECT_EQ(refused.exit_code, 2);
    EXPECT_EQ(refused.err,
              bad + ":8: change.when: unknown outcome 'incident_so_far'; did you mean 'incidents_so_far'?\n");
}

TEST(Check, sums_up_in_dutch_as_well) {
    const TemporaryFolder folder;
    const std::string file = folder.write("one.toml", "title = \"Kort\"\n[world]\nmonths = 1\n");
    const ProgramResult result = run_program({"check", file, "--lang", "nl"});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(result.out, file + ": in orde: 'Kort', 1 maand, alle gemeenten, 0 besluiten, 0 stromen berichten\n");
}

TEST(Check, a_decision_after_the_last_month_is_noted) {
    const TemporaryFolder folder;
    const std::string file =
        folder.write("late.toml",
                     "title = \"Late\"\n[world]\nmonths = 24\n"
                     "[[change]]\nlever = \"ethics_committee\"\nvalue = 1\nfrom = \"2017-01\"\n"
                     "[[change]]\nlever = \"algorithm_register\"\nvalue = 1\nfrom = \"2016-12\"\n"
                     "[[shock]]\nframe = \"risk\"\nfrom = \"2018-01\"\nmonths = 2\nstories_per_month = 5\n");
    const ProgramResult result = run_program({"check", file});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_NE(result.out.find(file + ": note: Ethics committee begins in January 2017, after the last month (December "
                                     "2016), and so does nothing."),
              std::string::npos)
        << result.out;
    EXPECT_NE(result.out.find("begins in January 2018"), std::string::npos) << result.out;
    EXPECT_EQ(result.out.find("Algorithm register"), std::string::npos)
        << "the last month still counts: " << result.out;
}

TEST(Check, names_of_people_lead_to_the_keys) {
    const TemporaryFolder folder;
    const std::string file = folder.write("dutch.toml",
                                          "title = \"In Dutch\"\n[[change]]\nlever = \"Ethische commissie\"\n"
                                          "value = 1\nfrom = \"2017-01\"\n");
    const ProgramResult result = run_program({"check", file});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_EQ(result.err, file +
                              ":3: change.lever: unknown lever 'Ethische commissie'; 'Ethische commissie' is written "
                              "'ethics_committee'\n");
}

TEST(Check, names_of_outcomes_lead_to_the_keys) {
    const TemporaryFolder folder;
    const std::string file = folder.write(
        "dutch.toml", "title = \"In Dutch\"\nscenario = \"" + places::checkout().string() +
                          "/scenarios/baseline.toml\"\ndesign = \"lhs\"\nsamples = 5\n"
                          "outcomes = [\"Algoritmen in gebruik\"]\n[[uncertainty]]\nname = \"support_base\"\n");
    const ProgramResult result = run_program({"check", file});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_EQ(result.err,
              file +
                  ":5: outcomes: unknown outcome 'Algoritmen in gebruik'; 'Algoritmen in gebruik' is written "
                  "'in_use'\n");
}

TEST(Check, a_bad_line_is_named) {
    const TemporaryFolder folder;
    const std::string file =
        folder.write("strict.toml", "title = \"Strict\"\n\n[parameters]\nalderman_risk_aversoin = 9.0\n");
    const ProgramResult result = run_program({"check", file});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(result.err, file +
                              ":4: parameters.alderman_risk_aversoin: unknown parameter; "
                              "did you mean 'alderman_risk_aversion'?\n");
}

TEST(Check, a_file_that_is_not_toml_is_named_with_its_line) {
    const TemporaryFolder folder;
    const std::string file = folder.write("broken.toml", "title = \"Broken\"\n[world\nmonths = 12\n");
    const ProgramResult result = run_program({"check", file});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_TRUE(result.err.starts_with(file + ":2")) << result.err;
}

TEST(Check, all_files_are_checked_before_it_ends) {
    const TemporaryFolder folder;
    const std::string missing = folder / "missing.toml";
    const std::string bad = folder.write("bad.toml", "title = \"Bad\"\n[world]\nmonhts = 12\n");
    const ProgramResult result = run_program({"check", missing, bad, "scenarios/baseline.toml"});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_NE(result.err.find(missing + ": "), std::string::npos) << result.err;
    EXPECT_NE(result.err.find(bad + ":3: world.monhts: "), std::string::npos) << result.err;
    EXPECT_TRUE(result.out.starts_with("scenarios/baseline.toml: ok: ")) << result.out;
}

TEST(Check, municipalities_go_by_names_as_well) {
    const TemporaryFolder folder;
    const std::string file = folder.write("three.toml",
                                          "title = \"Three\"\n[world]\n"
                                          "municipalities = \"Amsterdam, Den Bosch, Bergen (NH.)\"\n");
    const ProgramResult result = run_program({"check", file});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_NE(result.out.find("municipalities GM0363,GM0796,GM0373"), std::string::npos) << result.out;
}

TEST(Check, a_name_that_does_not_exist_is_told_with_its_line) {
    const TemporaryFolder folder;
    const std::string file =
        folder.write("nowhere.toml", "title = \"Nowhere\"\n[world]\nmunicipalities = \"Amsterdm\"\n");
    const ProgramResult result = run_program({"check", file});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_EQ(result.err,
              file + ":3: world.municipalities: 'Amsterdm' is no municipality; did you mean 'Amsterdam'?\n");
}

TEST(Check, a_municipality_that_does_not_exist_is_found_without_a_run) {
    const TemporaryFolder folder;
    const std::string file =
        folder.write("nowhere.toml", "title = \"Nowhere\"\n[world]\nmunicipalities = \"GM0363,GM9999\"\n");
    const ProgramResult result = run_program({"check", file});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_NE(result.err.find("GM9999"), std::string::npos) << result.err;
}

TEST(Check, every_scenario_that_comes_with_the_program_is_good) {
    std::vector<std::string> arguments{"check"};
    for (const auto& entry : std::filesystem::directory_iterator(places::checkout() / "scenarios"))
        if (entry.path().extension() == ".toml") arguments.push_back(entry.path());
    ASSERT_GT(arguments.size(), 1U);
    const ProgramResult result = run_program(arguments);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(lines_in(result.out), arguments.size() - 1);
}

}  // namespace algemeente::testing
