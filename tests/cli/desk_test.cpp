// explore, status, merge, shards and members as a person meets them.
#include "experiments/small_experiment.h"
#include "places.h"

#include <gtest/gtest.h>

namespace algemeente::testing {

TEST(Desk, shards_run_apart_are_merged_into_the_whole_sweep) {
    const TemporaryFolder folder;
    const std::string experiment = folder.write("small.toml", small_experiment_text(5, 30));
    const std::string whole = folder / "whole.sqlite";
    ASSERT_EQ(run_program({"sweep", experiment, "--store", whole}).exit_code, 0);
    const std::string one = folder / "one.sqlite";
    const std::string two = folder / "two.sqlite";
    const ProgramResult first = run_program({"sweep", experiment, "--store", one, "--shard", "1/2"});
    EXPECT_EQ(first.exit_code, 0) << first.err;
    EXPECT_NE(first.err.find("shard 1 of 2: 3 of 5 points"), std::string::npos) << first.err;
    EXPECT_EQ(first.out, one + ": 6 of 6 runs done, 0 failed, 0 took too long\n");
    ASSERT_EQ(run_program({"sweep", experiment, "--store", two, "--shard", "2/2"}).exit_code, 0);
    // half a sweep is not taken for a whole one
    EXPECT_EQ(run_program({"export", one, "--out", folder / "half"}).exit_code, 4);

    const std::string merged = folder / "merged.sqlite";
    const ProgramResult result = run_program({"merge", one, two, "--store", merged});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(result.out, merged + ": 10 runs from 2 stores; 10 of 10 runs done\n");
    EXPECT_EQ(rows_of(merged), rows_of(whole));
    EXPECT_EQ(run_program({"merge", one, two, "--store", merged}).exit_code, 2) << "it is there already";
    EXPECT_EQ(run_program({"sweep", experiment, "--store", one, "--shard", "2/2"}).exit_code, 2);
    EXPECT_EQ(first_line(run_program({"sweep", experiment, "--store", one, "--shard", "3/2"}).err),
              "--shard: '3/2' is no shard; write its number and how many there are, for example 3/8");
}

TEST(Desk, status_says_how_far_a_store_is_in_either_language) {
    const TemporaryFolder folder;
    const std::string experiment = folder.write("small.toml", small_experiment_text(5, 30));
    const std::string store = folder / "a.sqlite";
    ASSERT_EQ(run_program({"sweep", experiment, "--store", store, "--shard", "1/2"}).exit_code, 0);
    const ProgramResult english = run_program({"status", store});
    EXPECT_EQ(english.exit_code, 0) << english.err;
    for (const char* line :
         {": sweep \"Small\"\n", "shard 1 of 2: this one has 3 of 5 points\n", "3 of 3 points done\n",
          "6 of 6 runs done; 0 failed, 0 took too long, 0 are missing\n", "complete\n", "not being written now\n"})
        EXPECT_NE(english.out.find(line), std::string::npos) << line << english.out;
    EXPECT_NE(run_program({"status", store, "--lang", "nl"}).out.find("6 van 6 runs gedaan"), std::string::npos);
    EXPECT_EQ(run_program({"status", folder / "none.sqlite"}).exit_code, 2);
    EXPECT_EQ(first_line(run_program({"status"}).err), "status: STORE is missing; name a store");
    EXPECT_EQ(first_line(run_program({"merge", store}).err), "merge: --store is missing; name the file to make");
}

TEST(Desk, explores_what_the_model_can_do_and_resumes) {
    const TemporaryFolder folder;
    std::filesystem::create_symlink(places::checkout() / "scenarios/baseline.toml", folder / "baseline.toml");
    const std::string file =
        folder.write("e.toml",
                     "title = \"Small\"\nscenario = \"baseline.toml\"\nmunicipalities = 3\nevaluations = 24\n"
                     "plain = 12\ngeneration = 6\n[question]\nresult = \"own_gap\"\nbelow = -9\n");
    EXPECT_NE(run_program({"check", file}).out.find("exploration \"Small\""), std::string::npos);
    const std::string store = folder / "e.sqlite";
    const ProgramResult result =
        run_program({"explore", file, "--store", store, "--out", folder / "out", "--threads", "2"});
    ASSERT_EQ(result.exit_code, 0) << result.err;
    EXPECT_NE(result.out.find("No: in none of 24 runs"), std::string::npos) << result.out;
    EXPECT_NE(result.out.find("120 cells of results were reached"), std::string::npos) << result.out;
    for (const char* name : {"explore.csv", "axes.csv", "cells.csv", "pairs.csv", "growth.csv", "answer.csv",
                             "telling.csv", "exploration.html", "manifest.json"})
        EXPECT_TRUE(files_in(folder / "out").contains(name)) << name;
    EXPECT_NE(run_program({"status", store}).out.find("24 points chosen, 24 runs done"), std::string::npos);
    const ProgramResult more = run_program(
        {"explore", file, "--store", store, "--out", folder / "more", "--evaluations", "30", "--lang", "nl"});
    EXPECT_EQ(more.exit_code, 0) << more.err;
    EXPECT_NE(more.err.find("24 runs gedaan"), std::string::npos) << more.err;
    EXPECT_NE(more.out.find("Nee: in geen van 30 runs"), std::string::npos) << more.out;
    EXPECT_EQ(run_program({"explore", file, "--store", store, "--out", folder / "x", "--seed", "9"}).exit_code, 2)
        << "another seed is another exploration";
}

TEST(Desk, members_of_history_come_with_the_program) {
    const TemporaryFolder folder;
    const ProgramResult result = run_program({"run", "scenarios/baseline.toml", "--members", "history", "--replicates",
                                              "2", "--municipalities", "2", "--months", "12", "--out", folder / "out"});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_NE(result.err.find("sets of assumptions that history allows"), std::string::npos) << result.err;
    EXPECT_NE(content_of(folder / "out/manifest.json").find("--members history"), std::string::npos);
    const ProgramResult both = run_program({"explain-gap", "--members", "history", "--priors", "3"});
    EXPECT_EQ(both.exit_code, 2);
    EXPECT_NE(both.err.find("give one of the two"), std::string::npos) << both.err;
    const ProgramResult typed = run_program({"run", "scenarios/baseline.toml", "--members", "histry"});
    EXPECT_EQ(typed.exit_code, 2);
    EXPECT_NE(typed.err.find("did you mean 'history'?"), std::string::npos) << typed.err;
}

TEST(Desk, every_command_completes_in_a_shell) {
    // bash completion reads the commands from the help, and the options from the help of each
    const std::string help = run_program({"--help"}).out;
    for (const char* command : {"explore", "merge", "status"}) {
        EXPECT_NE(help.find("\n  " + std::string(command) + " "), std::string::npos) << command;
        EXPECT_NE(run_program({command, "--help"}).out.find("--lang"), std::string::npos) << command;
    }
}

}  // namespace algemeente::testing
