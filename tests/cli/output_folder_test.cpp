// Two programs that write the same files: the second one is told who is at work.
#include "cli/run_program.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

namespace algemeente::testing {

TEST(OutputFolder, is_written_by_one_run_at_a_time) {
    const TemporaryFolder folder;
    const std::string out = folder / "out";
    const std::vector<std::string> run{
        "run", "scenarios/baseline.toml", "--quiet", "--municipalities", "100", "--replicates", "20", "--out", out};
    RunningProgram first(run);
    for (int i = 0; i < 1000 && !files_in(out).contains(".algemeente-lock"); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    const ProgramResult second = run_program(run);
    EXPECT_EQ(second.exit_code, 2);
    EXPECT_TRUE(second.err.starts_with("--out: " + out + ": is being written by process ")) << second.err;
    EXPECT_EQ(first.wait().exit_code, 0);
    EXPECT_TRUE(files_in(out).contains("manifest.json"));
    EXPECT_FALSE(files_in(out).contains(".algemeente-lock"));
}

}  // namespace algemeente::testing
