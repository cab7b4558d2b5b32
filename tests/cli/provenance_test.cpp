// What a store was filled with: other data or another program never go on with it in silence, and rerun names the
// cause.
#include "experiments/small_experiment.h"
#include "netherlands/country.h"
#include "netherlands/data_files.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <thread>

namespace algemeente::testing {

namespace {

/// A sweep on a copy of the data that can be edited.
struct OnACopy {
    OnACopy() {
        std::filesystem::create_directory(folder / "data");
        for (const auto& entry : std::filesystem::directory_iterator(data_folder()))
            std::filesystem::copy(entry.path(), std::filesystem::path(folder / "data") / entry.path().filename());
    }
    ProgramResult run(std::vector<std::string> words) const {
        words.insert(words.begin(), {"ALGEMEENTE_DATA=" + (folder / "data"), places::program()});
        return RunningProgram(words, "env").wait();
    }
    ProgramResult sweep(std::vector<std::string> more = {}) const {
        std::vector<std::string> words{"sweep", experiment, "--store", store, "--quiet"};
        words.insert(words.end(), more.begin(), more.end());
        return run(words);
    }
    /// Every municipality ten times as large.
    void edit_the_data() const {
        const std::filesystem::path file = std::filesystem::path(folder / "data") / municipalities_file;
        std::string text = content_of(file);
        std::size_t line = text.find('\n') + 1;
        const std::string header = text.substr(0, line);
        std::size_t column = 0;
        for (std::size_t i = 0; i < header.find("population_2024"); ++i) column += header[i] == ',' ? 1U : 0U;
        ASSERT_GT(column, 0U);
        while (line < text.size()) {
            std::size_t cell = line;
            for (std::size_t i = 0; i < column; ++i) cell = text.find(',', cell) + 1;
            const std::size_t end = text.find_first_of(",\n", cell);
            if (end > cell) text.insert(end, "0");
            line = text.find('\n', cell);
            line = line == std::string::npos ? text.size() : line + 1;
        }
        std::ofstream(file) << text;
    }
    void forget_runs_from(int run) const { change("DELETE FROM %s WHERE run >= " + std::to_string(run)); }
    void sql(const std::string& text) const { SqliteConnection(store, SqliteConnection::Mode::write).execute(text); }
    std::string cell(const std::string& query) const {
        SqliteConnection connection(store, SqliteConnection::Mode::read);
        SqliteStatement row(connection, query);
        return row.step() ? row.text(0) : "";
    }

    TemporaryFolder folder;
    std::string experiment = folder.write("small.toml", small_experiment_text(10));
    std::string store = folder / "a.sqlite";

private:
    void change(const std::string& pattern) const {
        for (const std::string table : {"runs", "outcomes"}) {
            std::string text = pattern;
            sql(text.replace(text.find("%s"), 2, table));
        }
    }
};

}  // namespace

TEST(Provenance, other_data_are_refused_with_the_file_that_has_changed) {
    const OnACopy swept;
    ASSERT_EQ(swept.sweep().exit_code, 0);
    swept.forget_runs_from(7);
    swept.edit_the_data();
    const ProgramResult result = swept.sweep();
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_NE(result.err.find("was begun with other data"), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("municipalities.csv has changed"), std::string::npos) << result.err;
    EXPECT_EQ(swept.cell("SELECT count(*) FROM runs"), "7");  // nothing was added
    EXPECT_EQ(swept.sweep({"--allow-other-program"}).exit_code, 2);
}

TEST(Provenance, data_that_change_during_a_sweep_end_it) {
    const OnACopy swept;
    std::ofstream(swept.experiment) << small_experiment_text(20'000, 60);
    RunningProgram program({"ALGEMEENTE_DATA=" + (swept.folder / "data"), places::program(), "sweep", swept.experiment,
                            "--store", swept.store, "--quiet"},
                           "env");
    for (int i = 0; i < 1000 && !(std::filesystem::exists(swept.store) && swept.cell("SELECT run FROM runs") != "");
         ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    swept.edit_the_data();
    const ProgramResult result = program.wait();
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_NE(result.err.find("the data changed while the sweep was running"), std::string::npos) << result.err;
    EXPECT_EQ(files_in(swept.folder / "."), (std::set<std::string>{"a.sqlite", "data", "small.toml"}));
}

TEST(Provenance, rerun_names_the_data_as_the_cause) {
    const OnACopy swept;
    ASSERT_EQ(swept.sweep().exit_code, 0);
    swept.edit_the_data();
    const ProgramResult result = swept.run({"rerun", swept.store, "--run", "0"});
    EXPECT_EQ(result.exit_code, 1) << result.err;
    EXPECT_NE(result.out.find("NOT the same; the data have changed since the sweep: municipalities.csv has changed\n"),
              std::string::npos)
        << result.out;
}

TEST(Provenance, rerun_names_the_program_as_the_cause) {
    const OnACopy swept;
    ASSERT_EQ(swept.sweep().exit_code, 0);
    swept.sql("UPDATE programs SET commit_id = 'another'; UPDATE runs SET fingerprint = '1'");
    const ProgramResult result = swept.run({"rerun", swept.store, "--run", "0"});
    EXPECT_EQ(result.exit_code, 1) << result.err;
    EXPECT_NE(result.out.find("NOT the same; the store was filled by another build: commit another, now "),
              std::string::npos)
        << result.out;
    EXPECT_EQ(result.out.find("data"), std::string::npos) << result.out;
}

TEST(Provenance, another_program_needs_leave_and_is_written_down) {
    const OnACopy swept;
    ASSERT_EQ(swept.sweep().exit_code, 0);
    EXPECT_EQ(swept.cell("SELECT count(*) FROM programs"), "1");
    swept.forget_runs_from(7);
    swept.sql("UPDATE programs SET commit_id = 'another', flags = 'slow'");
    const ProgramResult refused = swept.sweep();
    EXPECT_EQ(refused.exit_code, 2);
    EXPECT_NE(refused.err.find("commit another, now "), std::string::npos) << refused.err;
    EXPECT_NE(refused.err.find("build slow, now "), std::string::npos) << refused.err;
    EXPECT_NE(refused.err.find("--allow-other-program"), std::string::npos) << refused.err;
    EXPECT_EQ(swept.cell("SELECT count(*) FROM runs"), "7");
    EXPECT_EQ(swept.sweep({"--allow-other-program"}).exit_code, 0);
    EXPECT_EQ(swept.cell("SELECT count(*) FROM programs"), "2");
    EXPECT_EQ(swept.cell("SELECT commit_id FROM programs WHERE program = 1"), "another");
    EXPECT_EQ(swept.cell("SELECT count(*) FROM runs"), "20");
}

TEST(Provenance, a_program_that_gives_other_results_is_refused_even_with_leave) {
    const OnACopy swept;
    ASSERT_EQ(swept.sweep().exit_code, 0);
    swept.forget_runs_from(7);
    swept.sql("UPDATE programs SET commit_id = 'another'; UPDATE runs SET fingerprint = '1'");
    const ProgramResult result = swept.sweep({"--allow-other-program"});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_NE(result.err.find("run 0 gives another result now"), std::string::npos) << result.err;
}

// A store of before programs and data were kept, filled in the old order: scenario after scenario.
TEST(Provenance, an_old_store_is_resumed_and_from_then_on_knows_its_data) {
    const OnACopy swept;
    ASSERT_EQ(swept.sweep().exit_code, 0);
    const std::vector<std::string> whole = rows_of(swept.store);
    swept.forget_runs_from(7);
    swept.sql("DROP TABLE programs; DROP TABLE data_files");
    EXPECT_EQ(swept.sweep().exit_code, 0);
    EXPECT_EQ(rows_of(swept.store), whole);
    EXPECT_EQ(swept.cell("SELECT count(*) FROM data_files"), "4");

    swept.forget_runs_from(7);
    swept.sql("DROP TABLE programs; DROP TABLE data_files");
    swept.edit_the_data();
    const ProgramResult result = swept.sweep();
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_NE(result.err.find("run 0 gives another result now"), std::string::npos) << result.err;
}

TEST(Provenance, of_a_run_is_in_its_manifest) {
    const OnACopy data;
    const auto manifest_of = [&](const std::string& name) {
        const ProgramResult result = data.run({"run", "scenarios/baseline.toml", "--months", "3", "--municipalities",
                                               "5", "--replicates", "1", "--quiet", "--out", data.folder / name});
        EXPECT_EQ(result.exit_code, 0) << result.err;
        return nlohmann::json::parse(content_of(data.folder / (name + "/manifest.json")));
    };
    const nlohmann::json before = manifest_of("before");
    EXPECT_EQ(before["data"].size(), 4U);
    EXPECT_NE(before["flags"].get<std::string>().find("-ffp-contract=off"), std::string::npos);
    EXPECT_EQ(before["flags"].get<std::string>().find("-W"), std::string::npos);
    EXPECT_FALSE(before["commit"].get<std::string>().empty());
    data.edit_the_data();
    const nlohmann::json after = manifest_of("after");
    EXPECT_NE(after["data"]["municipalities.csv"], before["data"]["municipalities.csv"]);
    EXPECT_EQ(after["data"]["population_2017_2026.csv"], before["data"]["population_2017_2026.csv"]);
}

}  // namespace algemeente::testing
