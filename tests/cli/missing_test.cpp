// A sweep that is not finished: what there is of it is never taken for the whole.
#include "experiments/missing_runs.h"
#include "experiments/small_experiment.h"
#include "experiments/sweep_table.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <thread>

namespace algemeente::testing {

namespace {

/// Ten points in two scenarios and two replicates. Run 7 (point 3, first scenario) has failed, and the last two points
/// of the second scenario were not run.
struct Unfinished {
    Unfinished() {
        std::string text = small_experiment_text(10);
        const std::string scenario = "scenario = \"" + places::checkout().string() + "/scenarios/baseline.toml\"";
        text.replace(text.find(scenario), scenario.size(),
                     "scenarios = [\"" + places::checkout().string() + "/scenarios/baseline.toml\", \"" +
                         places::checkout().string() + "/scenarios/standards_first.toml\"]");
        text.replace(text.find("[[lever]]"), std::string::npos, "[[uncertainty]]\nname = \"ideas_per_month\"\n");
        experiment = folder.write("small.toml", text);
        whole = run_program({"sweep", experiment, "--store", store, "--quiet"});
        SqliteConnection connection(store, SqliteConnection::Mode::write);
        connection.execute(
            "DELETE FROM runs WHERE run >= 36; DELETE FROM outcomes WHERE run >= 36 OR run = 7;"
            "UPDATE runs SET status = 'failed', fingerprint = NULL, error = 'on purpose' WHERE run = 7");
    }

    TemporaryFolder folder;
    std::string experiment;
    std::string store = folder / "a.sqlite";
    ProgramResult whole;
    std::string out = folder / "out";
    std::string what =
        store + ": 3 of 10 points are incomplete: of 40 runs, 4 have not been run, 1 failed, 0 took too long; ";
};

const std::vector<std::string> kinds{"summary", "regression", "convergence", "robustness"};

}  // namespace

TEST(Missing, without_leave_nothing_is_exported_or_analysed) {
    const Unfinished sweep;
    ASSERT_EQ(sweep.whole.exit_code, 0) << sweep.whole.err;
    std::vector<std::vector<std::string>> commands{{"export", sweep.store}, {"export", sweep.store, "--format", "ema"}};
    for (const std::string& kind : kinds) commands.push_back({"analyse", kind, sweep.store});
    commands.push_back({"analyse", "prim", sweep.store, "--fails", "in_use.social.2016-12 < p25"});
    for (std::vector<std::string> command : commands) {
        command.insert(command.end(), {"--out", sweep.out});
        const ProgramResult result = run_program(command);
        EXPECT_EQ(result.exit_code, 4) << command[1];
        EXPECT_EQ(result.err, sweep.what +
                                  "repeat the sweep to finish it, or add --complete-only (only complete points) "
                                  "or --allow-missing (everything there is)\n");
        EXPECT_EQ(result.out, "") << command[1];
        EXPECT_FALSE(std::filesystem::exists(sweep.out)) << command[1];
    }
}

TEST(Missing, is_told_in_the_language_asked_for) {
    const Unfinished sweep;
    const ProgramResult refused = run_program({"export", sweep.store, "--out", sweep.out, "--lang", "nl"});
    EXPECT_EQ(refused.exit_code, 4);
    EXPECT_EQ(refused.err,
              sweep.store +
                  ": 3 van de 10 punten zijn niet compleet: van 40 runs zijn er 4 nog niet gedaan, 1 mislukt en 0 te "
                  "lang bezig geweest; herhaal de sweep om die af te maken, of geef --complete-only (alleen complete "
                  "punten) of --allow-missing (alles wat er is)\n");
    const ProgramResult complete = run_program({"analyse", "summary", sweep.store, "--complete-only", "--lang", "nl"});
    EXPECT_NE(complete.err.find("; gebruikt worden 7 complete punten\n"), std::string::npos) << complete.err;
}

TEST(Missing, allowed_is_exported_with_a_list_of_what_is_missing) {
    const Unfinished sweep;
    const ProgramResult result = run_program({"export", sweep.store, "--out", sweep.out, "--allow-missing"});
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_EQ(result.err, sweep.what + "what there is of them is used\n");
    EXPECT_EQ(content_of(sweep.out + "/missing.csv"),
              "point,scenario,runs,done,failed,timeout,not_run\n"
              "3,baseline,2,1,1,0,0\n18,standards_first,2,0,0,0,2\n19,standards_first,2,0,0,0,2\n");
    EXPECT_EQ(lines_in(content_of(sweep.out + "/experiments.csv")), 1U + 20);
    EXPECT_EQ(lines_in(content_of(sweep.out + "/runs.csv")), 1U + 36);
}

TEST(Missing, complete_points_are_those_that_are_done_in_all_scenarios) {
    const Unfinished sweep;
    const ProgramResult result = run_program({"export", sweep.store, "--out", sweep.out, "--complete-only"});
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_EQ(result.err, sweep.what + "7 complete points are used\n");
    EXPECT_EQ(lines_in(content_of(sweep.out + "/experiments.csv")), 1U + 14);
    EXPECT_EQ(lines_in(content_of(sweep.out + "/runs.csv")), 1U + 28);
    EXPECT_EQ(lines_in(content_of(sweep.out + "/outcomes.csv")), 1U + 28 * 20);
    EXPECT_EQ(lines_in(content_of(sweep.out + "/missing.csv")), 1U + 3);
}

TEST(Missing, in_the_archive_for_the_ema_workbench_is_nan_or_left_out) {
    const Unfinished sweep;
    const auto outcome = [&](const std::string& option) {
        EXPECT_EQ(
            run_program({"export", sweep.store, "--out", sweep.out, "--format", "ema", "--force", option}).exit_code,
            0);
        EXPECT_EQ(files_in(sweep.out), (std::set<std::string>{"a.tar.gz", "missing.csv"}));
        return RunningProgram({"xzOf", sweep.out + "/a.tar.gz", "in_use_social_max.csv"}, "tar").wait().out;
    };
    const std::string all = outcome("--allow-missing");
    EXPECT_EQ(lines_in(all), 20U);
    EXPECT_NE(all.find("\nnan,nan\nnan,nan\n"), std::string::npos) << all;
    const std::string complete = outcome("--complete-only");
    EXPECT_EQ(lines_in(complete), 14U);
    EXPECT_EQ(complete.find("nan"), std::string::npos) << complete;
}

TEST(Missing, analyses_use_what_they_are_told_to_use_and_list_the_rest) {
    const Unfinished sweep;
    for (const std::string& kind : kinds)
        for (const std::string option : {"--complete-only", "--allow-missing"}) {
            const ProgramResult result = run_program({"analyse", kind, sweep.store, "--outcome",
                                                      "value.physical.2016-12", "--out", sweep.out, "--force", option});
            EXPECT_EQ(result.exit_code, 0) << kind << option << result.err;
            EXPECT_TRUE(result.err.starts_with(sweep.what)) << result.err;
            EXPECT_EQ(lines_in(content_of(sweep.out + "/missing.csv")), 4U);
            const std::string words =
                "This sweep is not finished: 3 of 10 points are incomplete, and 5 of 40 runs are missing or failed.";
            EXPECT_NE(result.out.find(words), std::string::npos) << result.out;
            EXPECT_NE(content_of(sweep.out + "/" + kind + ".html").find(words), std::string::npos) << kind;
            EXPECT_EQ(result.out.find("same in every run"), std::string::npos) << "another outcome is needed here";
            for (const char* no_number : {"nan", "\u2013"})  // a dash stands for it in words
                EXPECT_EQ(result.out.find(no_number), std::string::npos) << kind << option << result.out;
        }
    const ProgramResult summary = run_program({"analyse", "summary", sweep.store, "--complete-only", "--format", "csv",
                                               "--outcome", "in_use.social.2016-12"});
    EXPECT_EQ(lines_in(summary.out), 1U + 14) << summary.out;
    EXPECT_EQ(run_program({"analyse", "summary", sweep.store, "--complete-only", "--allow-missing"}).exit_code, 2);
}

TEST(Missing, a_layout_keeps_its_places_when_only_complete_points_are_shown) {
    const TemporaryFolder folder;
    std::string text = small_experiment_text(4);
    text.replace(text.find("\"lhs\""), 5, "\"saltelli\"");
    const std::string file = folder / "a.sqlite";
    ASSERT_EQ(run_program({"sweep", folder.write("s.toml", text), "--store", file, "--quiet"}).exit_code, 0);
    SqliteConnection(file, SqliteConnection::Mode::write).execute("DELETE FROM runs WHERE run = 5");
    for (const char* kind : {"sobol", "morris"})
        EXPECT_EQ(run_program({"analyse", kind, file, "--out", folder / "out"}).exit_code, 4) << kind;
    Store store(file, Store::Access::read);
    store.show_complete_points_only();
    const SweepTable table = read_sweep_table(store);
    ASSERT_EQ(table.points.size(), 16U);
    EXPECT_TRUE(std::isnan(table.values[2][0][0]));  // run 4 is there, but its point is not complete
    EXPECT_FALSE(std::isnan(table.values[3][0][0]));
}

TEST(Missing, of_a_complete_store_is_an_empty_list_and_no_word) {
    const TemporaryFolder folder;
    const std::string store = folder / "a.sqlite";
    ASSERT_EQ(
        run_program({"sweep", folder.write("s.toml", small_experiment_text(5)), "--store", store, "--quiet"}).exit_code,
        0);
    const ProgramResult result = run_program({"export", store, "--out", folder / "out"});
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_EQ(result.err, "");
    EXPECT_EQ(lines_in(content_of((folder / "out") + "/missing.csv")), 1U);
}

TEST(Missing, a_copy_of_the_one_file_of_a_running_sweep_has_what_ended_seconds_ago) {
    const TemporaryFolder folder;
    const std::string experiment = folder.write("small.toml", small_experiment_text(20'000, 120));
    const std::string store = folder / "a.sqlite";
    const std::string copy = folder / "copy.sqlite";
    RunningProgram program({"sweep", experiment, "--store", store, "--quiet", "--threads", "1"});
    std::int64_t copied = 0;
    // five seconds: sooner than so few runs fill the log, of which SQLite would then make an end by itself
    for (int i = 0; i < 50 && copied == 0; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        if (!std::filesystem::exists(store)) continue;
        std::filesystem::copy_file(store, copy, std::filesystem::copy_options::overwrite_existing);
        copied = Store(copy, Store::Access::read).counts().done;
    }
    EXPECT_GT(copied, 0);
    // what the log holds besides, killed or not, is never less
    program.send(SIGKILL);
    program.wait();
    EXPECT_GE(Store(store, Store::Access::read).counts().done, copied);
}

}  // namespace algemeente::testing
