// A terminal that closes, a full disk behind stdout, a machine without threads: clear ends, and nothing that was
// computed is lost.
#include "experiments/small_experiment.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

namespace algemeente::testing {

namespace {

/// A command line as a shell takes it; $A is the program.
ProgramResult shell(const std::string& line) {
    return RunningProgram({"-c", "A='" + places::program() + "'; " + line}, "bash").wait();
}

std::int64_t done_in(const std::string& store) {
    return std::filesystem::exists(store) ? Store(store, Store::Access::read).counts().done : 0;
}

struct Small {
    TemporaryFolder folder;
    std::string experiment = folder.write("small.toml", small_experiment_text(10));
    std::string store = folder / "a.sqlite";
    std::string sweep = "$A sweep " + experiment + " --store " + store;
};

/// Every thread would ask for more memory than there are addresses: the system starts none.
const std::string without_threads = "ulimit -s 1099511627776; ";

}  // namespace

TEST(Streams, what_cannot_be_printed_is_told_and_has_its_own_exit_code) {
    for (const char* where : {">/dev/full", ">&-"}) {
        const ProgramResult result = shell(std::string("$A outcomes ") + where);
        EXPECT_EQ(result.exit_code, 5) << where;
        EXPECT_TRUE(result.err.starts_with("stdout cannot be written: ")) << where << result.err;
    }
}

TEST(Streams, a_reader_that_has_seen_enough_is_no_reason_for_words) {
    const ProgramResult result = shell("$A parameters | head -n 1 >/dev/null; exit ${PIPESTATUS[0]}");
    EXPECT_TRUE(result.exit_code == 141 || result.exit_code == 0) << result.exit_code;  // 0: all fitted into the pipe
    EXPECT_EQ(result.err, "");
}

TEST(Streams, a_sweep_is_kept_whatever_happens_to_its_words) {
    for (const char* where :
         {"2>/dev/full", "2>&-", ">/dev/full 2>/dev/full", ">&- 2>&-", "<&- >&- 2>&-", "2>&1 | true"}) {
        const Small small;
        const ProgramResult result = shell(small.sweep + " --progress always " + where + "; exit ${PIPESTATUS[0]}");
        const bool words_lost = std::string(where).find('>') == 0 || std::string(where).find("<&-") == 0 ||
                                std::string(where).find("true") != std::string::npos;
        EXPECT_TRUE(result.exit_code == 0 || (words_lost && (result.exit_code == 5 || result.exit_code == 141)))
            << where << ": " << result.exit_code;
        EXPECT_EQ(done_in(small.store), 20) << where;
        EXPECT_EQ(files_in(small.folder / "."), (std::set<std::string>{"a.sqlite", "small.toml"})) << where;
    }
}

TEST(Streams, results_of_a_run_are_written_before_their_words) {
    for (const char* where : {">/dev/full", ">&-", "2>/dev/full", ">&- 2>&-"}) {
        const TemporaryFolder folder;
        const ProgramResult result = shell(
            "$A run scenarios/baseline.toml --months 6 --municipalities 5 --replicates 2 --progress always --out " +
            (folder / "out") + " " + where);
        EXPECT_EQ(result.exit_code, where[0] == '2' ? 0 : 5) << where << result.err;
        EXPECT_TRUE(std::filesystem::exists(folder / "out/manifest.json")) << where;
    }
}

TEST(Signals, a_terminal_that_closes_stops_a_sweep_in_order) {
    const TemporaryFolder folder;
    const std::string experiment = folder.write("small.toml", small_experiment_text(20'000, 60));
    const std::string store = folder / "a.sqlite";
    RunningProgram program({"sweep", experiment, "--store", store});
    for (int i = 0; i < 1000 && done_in(store) == 0; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(20));
    program.send(SIGHUP);
    program.send(SIGHUP);  // a shell sends it, too
    const ProgramResult result = program.wait();
    EXPECT_EQ(result.exit_code, 130);
    EXPECT_NE(result.err.find("repeat the command to resume"), std::string::npos) << result.err;
    EXPECT_EQ(files_in(folder / "."), (std::set<std::string>{"a.sqlite", "small.toml"}));
}

TEST(Signals, nohup_goes_on_when_the_terminal_closes) {
    const Small small;
    const ProgramResult result =
        shell("nohup " + small.sweep + " & child=$!; sleep 0.1; kill -HUP $child; wait $child");
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(done_in(small.store), 20);
}

TEST(Threads, a_machine_that_starts_none_gives_the_same_results) {
    const Small usual;
    ASSERT_EQ(shell(usual.sweep).exit_code, 0);
    const Small alone;
    const ProgramResult result = shell(without_threads + alone.sweep + " --threads 4");
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(rows_of(alone.store), rows_of(usual.store));
}

TEST(Threads, a_run_on_a_machine_that_starts_none_gives_the_same_results) {
    const TemporaryFolder folder;
    const std::string run =
        "$A run scenarios/baseline.toml --months 6 --municipalities 5 --replicates 3 --quiet --out ";
    ASSERT_EQ(shell(run + (folder / "usual")).exit_code, 0);
    const ProgramResult result = shell(without_threads + run + (folder / "alone") + " --threads 4");
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(content_of(folder / "alone/outcomes.csv"), content_of(folder / "usual/outcomes.csv"));
}

namespace {

/// Files of at most so many kB: a write beyond fails, as on a disk that is full.
std::string with_room_for(int kilobytes) {
    return "trap '' XFSZ; ulimit -f " + std::to_string(kilobytes) + "; ";
}

}  // namespace

TEST(FullDisk, leaves_no_result_and_is_told) {
    for (const int room : {1, 8}) {
        const TemporaryFolder folder;
        const ProgramResult result =
            shell(with_room_for(room) +
                  "$A run scenarios/baseline.toml --months 6 --municipalities 5 --replicates 2 "
                  "--quiet --out " +
                  (folder / "out"));
        EXPECT_EQ(result.exit_code, 2) << room << result.err;
        EXPECT_NE(result.err.find("the disk not full?"), std::string::npos) << room << result.err;
        EXPECT_TRUE(files_in(folder / ".").empty()) << room;
    }
}

TEST(FullDisk, ends_a_sweep_that_goes_on_when_there_is_room) {
    const Small usual;
    ASSERT_EQ(shell(usual.sweep).exit_code, 0);
    const auto whole = static_cast<int>(std::filesystem::file_size(usual.store) / 1024);
    int failures = 0;
    for (const int room : {8, whole / 2, whole - 8, whole - 1}) {
        const Small small;
        const ProgramResult result = shell(with_room_for(room) + small.sweep + " --quiet");
        const bool ended = result.exit_code >= 0 && result.exit_code < 128;
        EXPECT_TRUE(ended) << room << ": died of a signal; " << result.err;
        EXPECT_TRUE(result.exit_code == 0 || !result.err.empty()) << room << ": said nothing";
        failures += result.exit_code == 0 ? 0 : 1;
        const ProgramResult again = shell(small.sweep);
        EXPECT_EQ(again.exit_code, 0) << room << again.err;
        EXPECT_EQ(rows_of(small.store), rows_of(usual.store)) << room;
    }
    EXPECT_GE(failures, 1) << "otherwise no disk was full";
}

// Whoever sets the clock back changes no result, and a run that takes too long is still stopped.
TEST(Clock, that_runs_backwards_changes_nothing) {
    const TemporaryFolder folder;
    const std::string preload = folder / "preload.so";
    const ProgramResult made = shell("cc -shared -fPIC -O1 -o " + preload + " tests/faults/preload.c -ldl");
    ASSERT_EQ(made.exit_code, 0) << made.err;  // who builds has a compiler
    // the last one is for a program with an address sanitizer, which wants to be loaded first
    const std::string backwards =
        "export LD_PRELOAD=" + preload + " FAULT_CLOCK_BACKWARDS=1 ASAN_OPTIONS=verify_asan_link_order=0; ";
    const Small usual;
    const Small back;
    ASSERT_EQ(shell(usual.sweep).exit_code, 0);
    const ProgramResult result = shell(backwards + back.sweep);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(rows_of(back.store), rows_of(usual.store));

    const std::string slow =
        folder.write("slow.toml", "title = \"Slow\"\nscenario = \"" + places::checkout().string() +
                                      "/scenarios/baseline.toml\"\ndesign = \"factorial\"\npeople_per_agent = 10\n"
                                      "[[lever]]\nname = \"ethics_committee\"\nvalues = [0]\n");
    const ProgramResult stopped =
        shell(backwards + "$A sweep " + slow + " --store " + (folder / "slow.sqlite") + " --run-timeout 1");
    EXPECT_EQ(stopped.exit_code, 1);
    EXPECT_NE(stopped.err.find("took longer than 1 s"), std::string::npos) << stopped.err;
}

}  // namespace algemeente::testing
