// The same sweep under mpirun gives the same store as threads do. Without MPI this file is not built.
#include "experiments/small_experiment.h"
#include "netherlands/country.h"
#include "netherlands/data_files.h"
#include "places.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

namespace algemeente::testing {

namespace {

/// Allowed here and nowhere else: more ranks than cores, and root (in a container everybody is).
std::vector<std::string> under_mpirun(int ranks, const std::vector<std::string>& words) {
    std::vector<std::string> all{"--oversubscribe", "--allow-run-as-root", "-n", std::to_string(ranks),
                                 places::mpi_program()};
    all.insert(all.end(), words.begin(), words.end());
    return all;
}

ProgramResult mpirun(int ranks, const std::vector<std::string>& words) {
    return RunningProgram(under_mpirun(ranks, words), "mpirun").wait();
}

/// Process ids of the ranks that fill `store`: only this test knows its name.
std::vector<pid_t> ranks_filling(const std::string& store) {
    std::vector<pid_t> ids;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const std::string id = entry.path().filename();
        if (id.find_first_not_of("0123456789") != std::string::npos) continue;
        const std::string line = content_of(entry.path() / "cmdline");
        if (line.starts_with(places::mpi_program()) && line.find(store) != std::string::npos)
            ids.push_back(static_cast<pid_t>(std::stol(id)));
    }
    return ids;
}

}  // namespace

TEST(Mpi, one_two_and_four_ranks_agree_with_threads) {
    const TemporaryFolder folder;
    const std::string experiment = folder.write("small.toml", small_experiment_text(60));
    const std::string threads = folder / "threads.sqlite";
    ASSERT_EQ(run_program({"sweep", experiment, "--store", threads, "--quiet"}).exit_code, 0);
    const std::vector<std::string> expected = rows_of(threads);
    for (const int ranks : {1, 2, 4}) {
        const std::string store = folder / ("ranks-" + std::to_string(ranks) + ".sqlite");
        const ProgramResult result = mpirun(ranks, {"sweep", experiment, "--store", store, "--quiet"});
        ASSERT_EQ(result.exit_code, 0) << result.err;
        EXPECT_EQ(rows_of(store), expected) << ranks << " ranks";
    }
}

TEST(Mpi, calibrates_to_the_same_members_as_threads_do) {
    const TemporaryFolder folder;
    folder.write("targets.csv",
                 "id,statistic,scale,group,kind,value,uncertainty,discrepancy,use,reason,source\n"
                 "A,trust,plain,people,near,.55,.05,.01,tune,r,s\n"
                 "B,uses,log_plus_5,use,at_least,60,.5,.1,tune,r,s\n");
    const std::string file =
        folder.write("c.toml", "title = \"Small\"\nscenario = \"" + places::checkout().string() +
                                   "/scenarios/baseline.toml\"\ntargets = \"targets.csv\"\nmunicipalities = 5\n"
                                   "waves = 1\npoints = 200\ncandidates = 1000\nfinalists = [30, 20]\n"
                                   "replicates = [1, 2]\nmembers = 10\n");
    const auto words = [&](const std::string& name) {
        return std::vector<std::string>{"calibrate", file,          "--store", folder / (name + ".sqlite"),
                                        "--out",     folder / name, "--quiet"};
    };
    const ProgramResult alone = run_program(words("threads"));
    ASSERT_EQ(alone.exit_code, 0) << alone.err;
    const ProgramResult together = mpirun(3, words("ranks"));
    ASSERT_EQ(together.exit_code, 0) << together.err;
    EXPECT_EQ(content_of(folder / "ranks/members.csv"), content_of(folder / "threads/members.csv"));
    EXPECT_EQ(content_of(folder / "ranks/targets.csv"), content_of(folder / "threads/targets.csv"));
    EXPECT_GT(content_of(folder / "ranks/members.csv").size(), 1000U);
}

TEST(Mpi, bad_input_sends_all_ranks_home) {
    const ProgramResult result = mpirun(3, {"sweep", "missing.toml", "--store", "/tmp/never.sqlite"});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_NE(result.err.find("missing.toml: there is no such file"), std::string::npos) << result.err;
}

TEST(Mpi, a_rank_with_other_data_ends_the_job_and_says_so) {
    const TemporaryFolder folder;
    const std::string data = folder / "data";
    std::filesystem::create_directory(data);
    for (const auto& entry : std::filesystem::directory_iterator(data_folder()))
        std::filesystem::copy(entry.path(), std::filesystem::path(data) / entry.path().filename());
    std::ofstream(std::filesystem::path(data) / municipalities_file, std::ios::app) << " ";
    const std::vector<std::string> sweep{"sweep", folder.write("small.toml", small_experiment_text(60)), "--store",
                                         folder / "a.sqlite", "--quiet"};
    std::vector<std::string> words = under_mpirun(1, sweep);
    for (const std::string& word : {std::string(":"), std::string("-n"), std::string("1"), std::string("env"),
                                    "ALGEMEENTE_DATA=" + data, places::mpi_program()})
        words.push_back(word);
    words.insert(words.end(), sweep.begin(), sweep.end());
    const ProgramResult result = RunningProgram(words, "mpirun").wait();
    EXPECT_NE(result.exit_code, 0);
    EXPECT_NE(result.err.find("rank 1: has another build of the program, or other data, than rank 0"),
              std::string::npos)
        << result.err;
    EXPECT_EQ(Store(folder / "a.sqlite", Store::Access::read).counts().done, 0);
}

TEST(Mpi, a_rank_that_is_killed_ends_the_job_but_the_store_goes_on) {
    const TemporaryFolder folder;
    const std::string experiment = folder.write("small.toml", small_experiment_text(3000, 60));
    const std::string store = folder / "a.sqlite";
    RunningProgram job(under_mpirun(3, {"sweep", experiment, "--store", store, "--quiet"}), "mpirun");
    for (int i = 0; i < 1000 && !std::filesystem::exists(store); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    std::this_thread::sleep_for(std::chrono::milliseconds(700));
    const std::vector<pid_t> ranks = ranks_filling(store);
    ASSERT_FALSE(ranks.empty());
    kill(ranks.back(), SIGKILL);
    EXPECT_NE(job.wait().exit_code, 0);
    const std::int64_t kept = Store(store, Store::Access::read).counts().done;
    EXPECT_LT(kept, 6000);
    const ProgramResult resumed = run_program({"sweep", experiment, "--store", store});
    EXPECT_EQ(resumed.exit_code, 0) << resumed.err;
    EXPECT_EQ(Store(store, Store::Access::read).counts().done, 6000);
}

}  // namespace algemeente::testing
