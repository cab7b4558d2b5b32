// Several starts of one store at once: one of them fills it, the others say who, and nothing is left of them.
#include "experiments/store_lock.h"

#include "experiments/small_experiment.h"
#include "experiments/sweep.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <memory>

namespace algemeente::testing {

namespace {

std::string problem_of(const std::function<void()>& what) {
    try {
        what();
    } catch (const InputError& error) {
        return error.what();
    }
    return "nothing was thrown";
}

/// Starts `programs` sweeps of a new store at the same moment, and looks at what they leave.
void race(std::size_t programs) {
    const TemporaryFolder folder;
    const std::string experiment = folder.write("small.toml", small_experiment_text(40, 25));
    const std::string store = folder / "a.sqlite";
    std::vector<std::unique_ptr<RunningProgram>> running;
    for (std::size_t i = 0; i < programs; ++i)
        running.push_back(std::make_unique<RunningProgram>(
            std::vector<std::string>{"sweep", experiment, "--store", store, "--threads", "1", "--quiet"}));
    int successes = 0;
    for (const auto& program : running) {
        const ProgramResult result = program->wait();
        if (result.exit_code == 0) {
            ++successes;
            continue;
        }
        EXPECT_EQ(result.exit_code, 2) << result.err;
        EXPECT_NE(result.err.find("is being written by process "), std::string::npos) << result.err;
    }
    EXPECT_GE(successes, 1);
    EXPECT_EQ(files_in(std::filesystem::path(store).parent_path()), (std::set<std::string>{"a.sqlite", "small.toml"}));
    EXPECT_EQ(Store(store, Store::Access::read).counts().done, 80);
}

class InFolder {
public:
    explicit InFolder(const std::filesystem::path& folder) : before_(std::filesystem::current_path()) {
        std::filesystem::current_path(folder);
    }
    ~InFolder() { std::filesystem::current_path(before_); }
    InFolder(const InFolder&) = delete;
    InFolder& operator=(const InFolder&) = delete;

private:
    std::filesystem::path before_;
};

}  // namespace

TEST(StoreRace, two_starts_of_a_new_store_give_one_store) {
    for (int i = 0; i < 20; ++i) race(2);
}

TEST(StoreRace, three_starts_of_a_new_store_give_one_store) {
    for (int i = 0; i < 16; ++i) race(3);
}

TEST(StoreLock, says_who_has_it_and_leaves_nothing) {
    const TemporaryFolder folder;
    const std::string store = folder / "a.sqlite";
    {
        const StoreLock lock(store);
        const std::string problem = problem_of([&] { const StoreLock second(store); });
        EXPECT_NE(problem.find("is being written by process " + std::to_string(getpid()) + " on "), std::string::npos)
            << problem;
        EXPECT_NE(problem.find(", since 20"), std::string::npos) << problem;
    }
    EXPECT_TRUE(files_in(std::filesystem::path(store).parent_path()).empty());
    const StoreLock again(store);
}

TEST(StoreLock, is_the_same_for_all_names_of_a_store) {
    const TemporaryFolder folder;
    const std::string store = folder / "a.sqlite";
    prepare_store(store, experiment_from_text(small_experiment_text(5)));
    std::filesystem::create_symlink(store, folder / "link.sqlite");
    const Store writer(store, Store::Access::write);
    EXPECT_NE(problem_of([&] {
                  const Store second(folder / "link.sqlite", Store::Access::write);
              }).find("is being written by"),
              std::string::npos);
}

TEST(StoreLock, of_a_program_that_was_killed_is_taken_over) {
    const TemporaryFolder folder;
    folder.write("a.sqlite-lock", "process 1 on elsewhere, since 2020-01-01 00:00:00 UTC\n");
    const StoreLock lock(folder / "a.sqlite");
}

TEST(StoreNames, that_cannot_be_used_are_refused_with_the_reason) {
    const TemporaryFolder folder;
    const Experiment experiment = experiment_from_text(small_experiment_text(5));
    const auto problem = [&](const std::string& name) { return problem_of([&] { prepare_store(name, experiment); }); };
    EXPECT_NE(problem(folder / "missing/a.sqlite").find("there is no folder "), std::string::npos);
    EXPECT_NE(problem(folder / std::string(250, 'a')).find("is too long a name for a store"), std::string::npos);
    EXPECT_NE(problem(folder / (std::string(240, 'a') + "/" + std::string(240, 'b') + "/" + std::string(40, 'c')))
                  .find("is too long a name for a store"),
              std::string::npos);
    EXPECT_NE(problem(folder / ".").find("is a folder"), std::string::npos);
    EXPECT_TRUE(files_in(folder / ".").empty());
}

TEST(StoreNames, that_mean_something_to_sqlite_are_files_like_all_others) {
    const TemporaryFolder folder;
    const InFolder here(folder / ".");
    const Experiment experiment = experiment_from_text(small_experiment_text(5));
    for (const char* name : {":memory:", "file:x", "file:y?mode=memory", "-odd name"}) {
        prepare_store(name, experiment);
        EXPECT_TRUE(files_in(".").contains(name)) << name;
        EXPECT_EQ(Store(name, Store::Access::read).counts().all, 10) << name;
    }
}

TEST(StoreNames, an_empty_file_is_refused_and_left_alone) {
    const TemporaryFolder folder;
    const std::string file = folder.write("a.sqlite", "");
    EXPECT_NE(problem_of([&] {
                  prepare_store(file, experiment_from_text(small_experiment_text(5)));
              }).find("is empty, and no store"),
              std::string::npos);
}

TEST(StoreNames, what_is_left_of_an_earlier_store_is_not_mixed_into_a_new_one) {
    const TemporaryFolder folder;
    folder.write("a.sqlite-wal", "the log of a store that is gone");
    EXPECT_NE(problem_of([&] {
                  prepare_store(folder / "a.sqlite", experiment_from_text(small_experiment_text(5)));
              }).find("a.sqlite-wal is left of one"),
              std::string::npos);
}

TEST(StoreProblems, give_the_reason_of_sqlite_and_the_remedy) {
    const TemporaryFolder folder;
    const std::string store = folder / "a.sqlite";
    prepare_store(store, experiment_from_text(small_experiment_text(500)));
    const auto problem = [](const std::string& file) {
        return problem_of([&] { const Store opened(file, Store::Access::read); });
    };

    const std::string cut = folder.write("cut.sqlite", content_of(store).substr(0, 9000));
    EXPECT_NE(problem(cut).find("database disk image is malformed; it is damaged"), std::string::npos) << problem(cut);

    const std::string other = folder.write("other.sqlite", "this is not a database, but long enough to look like one");
    EXPECT_NE(problem(other).find("file is not a database; it is not the store of a sweep"), std::string::npos)
        << problem(other);

    SqliteConnection holder(store, SqliteConnection::Mode::write);
    holder.execute("BEGIN EXCLUSIVE");
    EXPECT_NE(problem(store).find("database is locked; another program has locked it"), std::string::npos)
        << problem(store);
}

// After a kill the last runs are in the log, and reading it needs a file beside it that a read-only folder refuses.
// Here a link to nowhere refuses it, to root as well.
TEST(StoreProblems, of_a_folder_that_cannot_be_written_name_the_log) {
    const TemporaryFolder folder;
    const std::string store = folder / "a.sqlite";
    prepare_store(store, experiment_from_text(small_experiment_text(5)));
    SqliteConnection(store, SqliteConnection::Mode::write).execute("PRAGMA journal_mode = WAL");
    std::filesystem::remove(store + "-shm");
    std::filesystem::create_symlink(folder / "nowhere/at/all", store + "-shm");
    const std::string problem = problem_of([&] { const Store opened(store, Store::Access::read); });
    EXPECT_NE(problem.find("unable to open database file; file or folder cannot be written; where a sweep was killed"),
              std::string::npos)
        << problem;
    EXPECT_EQ(problem.find("not the store of a sweep"), std::string::npos) << problem;
}

// What a kill leaves in the moment in which the log becomes a journal, or a journal the log.
TEST(StoreProblems, a_journal_that_a_kill_left_is_played_back_for_who_only_reads) {
    const TemporaryFolder folder;
    const std::string store = folder / "a.sqlite";
    const std::string killed = folder / "killed.sqlite";
    prepare_store(store, experiment_from_text(small_experiment_text(5000)));
    SqliteConnection writer(store, SqliteConnection::Mode::write);
    // so small a cache that half of the change is in the file before it is committed
    writer.execute("PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN IMMEDIATE; DELETE FROM points");
    std::filesystem::copy_file(store, killed);
    std::filesystem::copy_file(store + "-journal", killed + "-journal");
    writer.execute("ROLLBACK");
    ASSERT_NE(content_of(killed), content_of(store)) << "nothing of the change was in the file";

    Store read(killed, Store::Access::read);
    EXPECT_EQ(read.counts().all, 10'000);
    EXPECT_FALSE(std::filesystem::exists(killed + "-journal"));
    EXPECT_EQ(content_of(killed), content_of(store));
}

}  // namespace algemeente::testing
