// kill -9 at any moment: what had ended is there, and the same command ends like one that was never killed.
#include "experiments/small_experiment.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <thread>

namespace algemeente::testing {

namespace {

std::int64_t done_in(const std::string& store) {
    return std::filesystem::exists(store) ? Store(store, Store::Access::read).counts().done : 0;
}

}  // namespace

TEST(KilledSweep, ends_like_one_that_was_never_killed) {
    const TemporaryFolder folder;
    const std::string experiment = folder.write("small.toml", small_experiment_text(500, 60));
    const std::string whole = folder / "whole.sqlite";
    const std::string killed = folder / "killed.sqlite";
    ASSERT_EQ(run_program({"sweep", experiment, "--store", whole, "--quiet"}).exit_code, 0);

    std::mt19937 chance(1);
    std::uniform_int_distribution<int> milliseconds(5, 400);
    std::int64_t before = 0;
    int kills = 0;
    for (int i = 0; i < 20 && before < 1000; ++i) {
        RunningProgram program({"sweep", experiment, "--store", killed, "--threads", "1", "--quiet"});
        std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds(chance)));
        program.send(SIGKILL);
        kills += program.wait().exit_code == -1 ? 1 : 0;
        const std::int64_t done = done_in(killed);
        EXPECT_GE(done, before);  // nothing that was there is lost
        before = done;
    }
    EXPECT_GT(kills, 2);
    const ProgramResult last = run_program({"sweep", experiment, "--store", killed});
    ASSERT_EQ(last.exit_code, 0) << last.err;
    EXPECT_EQ(rows_of(killed), rows_of(whole));

    const ProgramResult again = run_program({"sweep", experiment, "--store", killed});
    EXPECT_EQ(again.exit_code, 0);
    EXPECT_NE(again.err.find("nothing to do"), std::string::npos) << again.err;
}

TEST(CancelledSweep, keeps_what_had_ended_and_says_how_to_go_on) {
    const TemporaryFolder folder;
    const std::string experiment = folder.write("small.toml", small_experiment_text(20'000, 60));
    const std::string store = folder / "a.sqlite";
    RunningProgram program({"sweep", experiment, "--store", store});
    for (int i = 0; i < 1000 && done_in(store) == 0; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(20));
    program.send(SIGINT);
    const ProgramResult result = program.wait();
    EXPECT_EQ(result.exit_code, 130);
    EXPECT_NE(result.err.find("repeat the command to resume"), std::string::npos) << result.err;
    EXPECT_GT(done_in(store), 0);
    EXPECT_EQ(files_in(std::filesystem::path(store).parent_path()), (std::set<std::string>{"a.sqlite", "small.toml"}));
}

// The archive has its name when it is whole; what a kill leaves has another.
TEST(KilledExport, leaves_a_whole_archive_or_none) {
    const TemporaryFolder folder;
    const std::string store = folder / "a.sqlite";
    const std::string experiment = folder.write("small.toml", small_experiment_text(3000, 24));
    ASSERT_EQ(run_program({"sweep", experiment, "--store", store, "--quiet"}).exit_code, 0);
    const std::vector<std::string> command = {"export", store, "--format", "ema", "--force", "--out", folder / "out"};
    const auto started = std::chrono::steady_clock::now();
    ASSERT_EQ(run_program(command).exit_code, 0);
    const auto needed = std::chrono::steady_clock::now() - started;
    const std::string archive = folder / "out/a.tar.gz";
    const std::string whole = content_of(archive);
    int kills = 0;
    for (int i = 1; i <= 10; ++i) {
        std::filesystem::remove(archive);
        RunningProgram program(command);
        std::this_thread::sleep_for(needed * i / 11);
        program.send(SIGKILL);
        kills += program.wait().exit_code == -1 ? 1 : 0;
        const bool there = std::filesystem::exists(archive);
        EXPECT_TRUE(!there || content_of(archive) == whole) << i;
    }
    EXPECT_GT(kills, 2);
    const ProgramResult last = run_program(command);
    EXPECT_EQ(last.exit_code, 0) << last.err;
    EXPECT_EQ(content_of(archive), whole);
}

}  // namespace algemeente::testing
