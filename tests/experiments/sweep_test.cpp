// A sweep on models that cost nothing: what is kept, what is left, and how fast the machinery is.
#include "experiments/sweep.h"

#include "experiments/model_runner.h"
#include "experiments/small_experiment.h"
#include "experiments/sweep_table.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <fstream>

namespace algemeente::testing {

namespace {

const std::atomic<bool> not_cancelled{false};

/// Gives numbers that tell which run they are of.
RunRecord pretend(const RunTask& task, const std::atomic<bool>& /*cancel*/) {
    RunRecord record{.run = task.run, .error = {}, .outcomes = {}, .series = {}};
    record.fingerprint = static_cast<std::uint64_t>(task.run) * 3;
    for (int i = 0; i < 20; ++i)
        record.outcomes.push_back(static_cast<double>(task.run) + task.values[0] / (1 + i) + task.replicate);
    return record;
}

RunCounts fill(const std::string& file, const Experiment& experiment, const RunModel& model, int threads,
               const std::atomic<bool>& cancel = not_cancelled) {
    prepare_store(file, experiment);
    Store store(file, Store::Access::write);
    ThreadWorkforce workforce(model, threads, cancel);
    return run_sweep(store, workforce, cancel, {});
}

/// Resident memory in MB, from the kernel; 0 where it does not tell.
double resident_megabytes() {
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word)
        if (word == "VmRSS:") {
            double kilobytes = 0;
            status >> kilobytes;
            return kilobytes / 1024;
        }
    return 0;
}

}  // namespace

TEST(Sweep, runs_everything_once_on_any_number_of_threads) {
    const Experiment experiment = experiment_from_text(small_experiment_text(700));
    const TemporaryFolder folder;
    const std::string one = folder / "one.sqlite";
    const std::string four = folder / "four.sqlite";
    EXPECT_EQ(fill(one, experiment, pretend, 1).done, 1400);
    EXPECT_EQ(fill(four, experiment, pretend, 4).done, 1400);
    EXPECT_EQ(rows_of(one), rows_of(four));
    EXPECT_EQ(rows_of(one).size(), 1400U + 700U + 1400U);
}

TEST(Sweep, does_nothing_when_all_is_done) {
    const Experiment experiment = experiment_from_text(small_experiment_text(5));
    const TemporaryFolder folder;
    const std::string store = folder / "a.sqlite";
    fill(store, experiment, pretend, 2);
    std::atomic<int> calls{0};
    fill(
        store, experiment,
        [&calls](const RunTask& task, const std::atomic<bool>& cancel) {
            ++calls;
            return pretend(task, cancel);
        },
        2);
    EXPECT_EQ(calls, 0);
}

TEST(Sweep, goes_on_after_a_cancellation_and_ends_like_one_that_was_not_cancelled) {
    const Experiment experiment = experiment_from_text(small_experiment_text(2000));
    const TemporaryFolder folder;
    const std::string whole = folder / "whole.sqlite";
    const std::string parts = folder / "parts.sqlite";
    fill(whole, experiment, pretend, 2);
    std::int64_t before = 0;
    for (int part = 0; part < 3; ++part) {
        std::atomic<bool> cancel{false};
        std::atomic<int> calls{0};
        const RunCounts counts = fill(
            parts, experiment,
            [&](const RunTask& task, const std::atomic<bool>& stop) {
                if (++calls == 500) cancel = true;
                return pretend(task, stop);
            },
            2, cancel);
        EXPECT_GT(counts.done, before);
        EXPECT_LT(counts.done, 4000);
        before = counts.done;
    }
    EXPECT_EQ(fill(parts, experiment, pretend, 2).done, 4000);
    EXPECT_EQ(rows_of(parts), rows_of(whole));
}

TEST(Sweep, records_why_a_run_failed_and_does_the_others) {
    const Experiment experiment = experiment_from_text(small_experiment_text(10));
    const TemporaryFolder folder;
    const std::string file = folder / "a.sqlite";
    const RunModel troubled = [](const RunTask& task, const std::atomic<bool>& cancel) {
        RunRecord record = pretend(task, cancel);
        if (task.run == 3) record.status = RunStatus::failed;
        if (task.run == 7) record.status = RunStatus::timeout;
        if (record.status != RunStatus::done) record.error = "on purpose";
        return record;
    };
    const RunCounts counts = fill(file, experiment, troubled, 2);
    EXPECT_EQ(counts.done, 18);
    EXPECT_EQ(counts.failed, 1);
    EXPECT_EQ(counts.timeout, 1);
    {
        Store store(file, Store::Access::write);
        EXPECT_EQ(store.record(3)->error, "on purpose");
        EXPECT_EQ(store.record(7)->status, RunStatus::timeout);
        EXPECT_TRUE(store.missing_runs(0, 100).tasks.empty());  // they are not tried again by themselves
        EXPECT_EQ(store.forget_failed(), 2);
        const std::vector<RunTask> missing = store.missing_runs(0, 100).tasks;
        ASSERT_EQ(missing.size(), 2U);
        EXPECT_EQ(missing[0].run, 3);
        EXPECT_EQ(missing[1].run, 7);
    }
    EXPECT_EQ(fill(file, experiment, pretend, 1).done, 20);
}

TEST(Sweep, a_run_that_takes_too_long_is_stopped_and_says_so) {
    const Experiment experiment = experiment_from_text(small_experiment_text(5));
    const ModelRunner impatient(experiment, 1e-9);
    const RunRecord record = impatient.run({.run = 1, .replicate = 1, .values = {5, 1}}, not_cancelled);
    EXPECT_EQ(record.status, RunStatus::timeout);
    EXPECT_NE(record.error.find("took longer than"), std::string::npos) << record.error;
}

TEST(Sweep, impossible_values_are_a_failed_run_with_its_reason) {
    Experiment experiment = experiment_from_text(small_experiment_text(5));
    experiment.inputs[0].name = "trust_gain";
    const RunRecord record = ModelRunner(experiment, 0).run({.values = {.9, 1}}, not_cancelled);
    EXPECT_EQ(record.status, RunStatus::failed);
    EXPECT_NE(record.error.find("must not be above"), std::string::npos) << record.error;
}

TEST(Store, of_another_experiment_is_refused) {
    const TemporaryFolder folder;
    const std::string file = folder / "a.sqlite";
    prepare_store(file, experiment_from_text(small_experiment_text(5)));
    EXPECT_NO_THROW(prepare_store(file, experiment_from_text(small_experiment_text(5))));
    EXPECT_THROW(prepare_store(file, experiment_from_text(small_experiment_text(6))), InputError);
}

TEST(Store, has_one_writer_at_a_time) {
    const TemporaryFolder folder;
    const std::string file = folder / "a.sqlite";
    prepare_store(file, experiment_from_text(small_experiment_text(5)));
    const Store writer(file, Store::Access::write);
    EXPECT_THROW(Store(file, Store::Access::write), InputError);
    EXPECT_NO_THROW(Store(file, Store::Access::read));
}

TEST(Store, a_file_of_another_kind_is_refused) {
    const TemporaryFolder folder;
    EXPECT_THROW(Store(folder.write("a.sqlite", "this is not a database, but long enough to look like one ....."),
                       Store::Access::read),
                 InputError);
    EXPECT_THROW(Store(folder / "missing.sqlite", Store::Access::read), InputError);
}

TEST(SweepTable, holds_points_and_values_in_the_order_of_the_design) {
    const Experiment experiment = experiment_from_text(small_experiment_text(30));
    const TemporaryFolder folder;
    const std::string file = folder / "a.sqlite";
    fill(
        file, experiment,
        [](const RunTask& task, const std::atomic<bool>& cancel) {
            RunRecord record = pretend(task, cancel);
            if (task.run == 11) record.status = RunStatus::failed;
            return record;
        },
        3);
    const SweepTable table = read_sweep_table(file);
    EXPECT_EQ(table.inputs, (std::vector<std::string>{"alderman_risk_aversion", "ethics_committee"}));
    EXPECT_EQ(table.is_lever, (std::vector<bool>{false, true}));
    EXPECT_EQ(table.outcomes, kept_outcomes(experiment));
    EXPECT_EQ(table.groups, (std::vector<std::vector<int>>{{0}, {1}}));
    ASSERT_EQ(table.points.size(), 30U);
    ASSERT_EQ(table.values.size(), 30U);
    for (std::size_t point = 0; point < 30; ++point)
        for (std::size_t replicate = 0; replicate < 2; ++replicate) {
            const double value = table.values[point][replicate][0];
            if (point * 2 + replicate == 11)
                EXPECT_TRUE(std::isnan(value));
            else
                EXPECT_EQ(value, static_cast<double>(point * 2 + replicate) + table.points[point][0] +
                                     static_cast<double>(replicate));
        }
}

// A scandal is no decision, and a committee is no circumstance.
TEST(SweepTable, tells_what_is_decided_from_what_happens) {
    const std::string scenarios = places::checkout().string() + "/scenarios/";
    std::string text = small_experiment_text(5, 120);
    const std::string one = "scenario = \"" + scenarios + "baseline.toml\"";
    text.replace(text.find(one), one.size(),
                 "scenarios = [\"" + scenarios + "baseline.toml\", \"" + scenarios + "national_scandal.toml\", \"" +
                     scenarios + "ethics_committee.toml\"]");
    const TemporaryFolder folder;
    const std::string file = folder / "a.sqlite";
    prepare_store(file, experiment_from_text(text));
    const SweepTable table = read_sweep_table(file);
    EXPECT_EQ(table.decisions_of_scenario, (std::vector<int>{0, 0, 1}));
    EXPECT_EQ(table.circumstances_of_scenario, (std::vector<int>{0, 1, 0}));
}

/// Not a verdict: how many runs a second the machinery can take when the model costs nothing.
TEST(Sweep, tells_how_fast_the_machinery_is) {
    const Experiment experiment = experiment_from_text(small_experiment_text(50'000));
    const TemporaryFolder folder;
    const std::string file = folder / "a.sqlite";
    prepare_store(file, experiment);
    const double before = resident_megabytes();
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(fill(file, experiment, pretend, 2).done, 100'000);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const double grown = resident_megabytes() - before;
    std::printf("do-nothing model: %.0f runs a second, memory grew by %.1f MB over 100000 runs, store %.1f MB\n",
                100'000 / seconds, grown, static_cast<double>(std::filesystem::file_size(file)) / 1e6);
    EXPECT_LT(grown, 40);
}

}  // namespace algemeente::testing
