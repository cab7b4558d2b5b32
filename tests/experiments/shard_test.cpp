// Parts of a sweep in stores of their own, put together; and how far a store is.
#include "experiments/merge_stores.h"
#include "experiments/model_runner.h"
#include "experiments/small_experiment.h"
#include "experiments/store_status.h"
#include "experiments/sweep.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace algemeente::testing {

namespace {

const std::atomic<bool> not_cancelled{false};

RunRecord pretend(const RunTask& task, const std::atomic<bool>& /*cancel*/) {
    RunRecord record{.run = task.run, .seconds = .5, .error = {}, .outcomes = {}, .series = {}};
    record.fingerprint = static_cast<std::uint64_t>(task.run) * 3 + 1;
    for (int i = 0; i < 20; ++i)
        record.outcomes.push_back(static_cast<double>(task.run) + task.values[0] / (1 + i) + task.replicate);
    return record;
}

RunRecord pretend_otherwise(const RunTask& task, const std::atomic<bool>& cancel) {
    RunRecord record = pretend(task, cancel);
    record.fingerprint += 1;
    return record;
}

RunCounts fill(const std::string& file, const Experiment& experiment, const Shard& shard,
               const RunModel& model = pretend) {
    Store store(file, prepare_store(file, experiment, shard));
    ThreadWorkforce workforce(model, 2, not_cancelled);
    return run_sweep(store, workforce, not_cancelled, {});
}

std::string problem_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const InputError& error) {
        return error.what();
    }
    return {};
}

}  // namespace

TEST(Shard, is_read_and_shares_out_every_step_once) {
    EXPECT_EQ(read_shard("3/8"), (Shard{3, 8}));
    EXPECT_EQ(shard_text({3, 8}), "3/8");
    for (const char* bad : {"", "3", "3/", "/8", "0/8", "9/8", "3/8x", "3 / 8", "-1/8", "1/200000"})
        EXPECT_THROW(read_shard(bad), InputError) << bad;
    for (const std::int64_t steps : {1, 7, 8, 100}) {
        std::int64_t sum = 0;
        for (int part = 1; part <= 8; ++part) {
            const Shard shard{part, 8};
            std::int64_t counted = 0;
            for (std::int64_t step = 0; step < steps; ++step) counted += shard.has(step) ? 1 : 0;
            EXPECT_EQ(shard.steps_of(steps), counted) << part << " of 8 in " << steps;
            sum += counted;
        }
        EXPECT_EQ(sum, steps);
    }
}

TEST(Merge, of_all_shards_is_the_store_of_the_whole_sweep) {
    const Experiment experiment = experiment_from_text(small_experiment_text(50));
    const TemporaryFolder folder;
    fill(folder / "whole.sqlite", experiment, {});
    std::vector<std::filesystem::path> parts;
    for (int part = 1; part <= 3; ++part) {
        parts.emplace_back(folder / ("part" + std::to_string(part) + ".sqlite"));
        const RunCounts counts = fill(parts.back().string(), experiment, {part, 3});
        EXPECT_EQ(counts.done, counts.all);
        EXPECT_EQ(counts.all, part == 3 ? 32 : 34);  // 17, 17 and 16 points, twice
    }
    std::reverse(parts.begin(), parts.end());  // the order does not matter
    const Merged merged = merge_stores(parts, folder / "merged.sqlite");
    EXPECT_EQ(merged.copied, 100);
    EXPECT_EQ(merged.counts.done, 100);
    EXPECT_EQ(rows_of(folder / "merged.sqlite"), rows_of(folder / "whole.sqlite"));
    EXPECT_EQ(fill(folder / "merged.sqlite", experiment, {}, pretend_otherwise).done, 100) << "nothing is left to run";
    EXPECT_EQ(rows_of(folder / "merged.sqlite"), rows_of(folder / "whole.sqlite"));
}

TEST(Merge, of_some_shards_is_gone_on_with) {
    const Experiment experiment = experiment_from_text(small_experiment_text(20));
    const TemporaryFolder folder;
    fill(folder / "whole.sqlite", experiment, {});
    fill(folder / "one.sqlite", experiment, {1, 2});
    merge_stores({folder / "one.sqlite"}, folder / "merged.sqlite");
    EXPECT_EQ(fill(folder / "merged.sqlite", experiment, {}).done, 40);
    EXPECT_EQ(rows_of(folder / "merged.sqlite"), rows_of(folder / "whole.sqlite"));
}

TEST(Merge, refuses_what_does_not_belong_together) {
    const Experiment experiment = experiment_from_text(small_experiment_text(20));
    const TemporaryFolder folder;
    const std::string one = folder / "one.sqlite";
    const std::string two = folder / "two.sqlite";
    fill(one, experiment, {1, 2});
    fill(two, experiment_from_text(small_experiment_text(21)), {2, 2});
    EXPECT_NE(problem_of([&] {
                  merge_stores({one, two}, folder / "a.sqlite");
              }).find("different experiments"),
              std::string::npos);
    fill(folder / "again.sqlite", experiment, {1, 2}, pretend_otherwise);
    EXPECT_NE(problem_of([&] {
                  merge_stores({one, folder / "again.sqlite"}, folder / "b.sqlite");
              }).find("has another result here"),
              std::string::npos);
    fill(folder / "build.sqlite", experiment, {2, 2});
    SqliteConnection(folder / "build.sqlite", SqliteConnection::Mode::write)
        .execute("UPDATE programs SET commit_id = 'another'");
    EXPECT_NE(problem_of([&] {
                  merge_stores({one, folder / "build.sqlite"}, folder / "c.sqlite");
              }).find("different builds of the program"),
              std::string::npos);
    fill(folder / "data.sqlite", experiment, {2, 2});
    SqliteConnection(folder / "data.sqlite", SqliteConnection::Mode::write)
        .execute("UPDATE data_files SET hash = '00000000000000aa'");
    EXPECT_NE(problem_of([&] {
                  merge_stores({one, folder / "data.sqlite"}, folder / "d.sqlite");
              }).find("different data"),
              std::string::npos);
    EXPECT_NE(problem_of([&] { merge_stores({one}, one); }).find("is there already"), std::string::npos);
    EXPECT_NE(problem_of([&] {
                  merge_stores({one, folder / "./one.sqlite"}, folder / "e.sqlite");
              }).find("is named twice"),
              std::string::npos)
        << "a part that stands where another was meant";
    EXPECT_FALSE(std::filesystem::exists(folder / "e.sqlite"));
}

TEST(Shard, of_a_store_is_not_another_one) {
    const Experiment experiment = experiment_from_text(small_experiment_text(20));
    const TemporaryFolder folder;
    fill(folder / "a.sqlite", experiment, {1, 2});
    EXPECT_NE(problem_of([&] {
                  prepare_store(folder / "a.sqlite", experiment, {2, 2});
              }).find("shard 1/2, not of shard"),
              std::string::npos);
    EXPECT_NE(problem_of([&] { prepare_store(folder / "a.sqlite", experiment); }).find("not of the whole sweep"),
              std::string::npos);
    EXPECT_NO_THROW(prepare_store(folder / "a.sqlite", experiment, {1, 2}));
}

TEST(StoreStatus, counts_what_is_done_and_what_is_left) {
    const Experiment experiment = experiment_from_text(small_experiment_text(20));
    const TemporaryFolder folder;
    const std::string file = folder / "a.sqlite";
    {
        Store store(file, prepare_store(file, experiment, {1, 2}));
        int calls = 0;
        std::atomic<bool> cancel{false};
        ThreadWorkforce workforce(
            [&](const RunTask& task, const std::atomic<bool>& stop) {
                if (++calls == 7) cancel = true;
                RunRecord record = pretend(task, stop);
                if (calls == 2) record.status = RunStatus::failed;
                return record;
            },
            1, cancel);
        run_sweep(store, workforce, cancel, {});
        const StoreStatus held = status_of(file);
        ASSERT_TRUE(held.writer);
        EXPECT_EQ(held.writer->find("process " + std::to_string(getpid())), 0U) << *held.writer;
    }
    const StoreStatus status = status_of(file);
    EXPECT_EQ(status.kind, StoreKind::sweep);
    EXPECT_EQ(status.title, "Small");
    EXPECT_EQ(status.shard, (Shard{1, 2}));
    EXPECT_EQ(status.points, 10);
    EXPECT_EQ(status.points_of_sweep, 20);
    EXPECT_EQ(status.runs.all, 20);
    EXPECT_GE(status.runs.done, 6);
    EXPECT_EQ(status.runs.failed, 1);
    EXPECT_EQ(status.missing(), 20 - status.runs.done - 1);
    EXPECT_EQ(status.complete_points, (status.runs.done - 1) / 2);
    EXPECT_EQ(status.mean_seconds, .5);
    EXPECT_GT(status.bytes, 1000);
    EXPECT_FALSE(status.writer);
}

TEST(StoreStatus, of_what_is_no_store_says_so) {
    const TemporaryFolder folder;
    EXPECT_THROW(status_of(folder / "none.sqlite"), InputError);
    EXPECT_THROW(status_of(folder.write("text.sqlite", "not a database at all, but long enough to look like one")),
                 InputError);
}

}  // namespace algemeente::testing
