// sweep, rerun, export and check as a person meets them.
#include "experiments/small_experiment.h"
#include "places.h"
#include "text/csv.h"

#include <gtest/gtest.h>

namespace algemeente::testing {

namespace {

struct Swept {
    TemporaryFolder folder;
    std::string experiment = folder.write("small.toml", small_experiment_text(10));
    std::string store = folder / "a.sqlite";
    ProgramResult result = run_program({"sweep", experiment, "--store", store});
};

}  // namespace

TEST(SweepCommand, fills_a_store_and_says_so) {
    const Swept swept;
    EXPECT_EQ(swept.result.exit_code, 0) << swept.result.err;
    EXPECT_EQ(swept.result.out, swept.store + ": 20 of 20 runs done, 0 failed, 0 took too long\n");
    EXPECT_NE(swept.result.err.find("100%  20 of 20 runs"), std::string::npos) << swept.result.err;
}

TEST(SweepCommand, speaks_dutch_when_it_is_asked_to) {
    const TemporaryFolder folder;
    const std::string experiment = folder.write("small.toml", small_experiment_text(10));
    const std::string store = folder / "a.sqlite";
    const ProgramResult result = run_program({"sweep", experiment, "--store", store, "--lang", "nl"});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(result.out, store + ": 20 van 20 runs gedaan, 0 mislukt, 0 duurden te lang\n");
    EXPECT_NE(result.err.find("': 20 runs, waarvan 0 eerder gedaan\n"), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("100\u00a0%  20 van 20 runs"), std::string::npos) << result.err;
    const ProgramResult again = run_program({"sweep", experiment, "--store", store, "--lang", "nl"});
    EXPECT_EQ(again.err, "niets te doen: elke run is klaar\n");
}

TEST(SweepCommand, needs_a_store_and_one_experiment) {
    EXPECT_EQ(first_line(run_program({"sweep", "a.toml"}).err),
              "sweep: --store is missing; name the file to keep the runs in");
    EXPECT_EQ(run_program({"sweep", "--store", "a.sqlite"}).exit_code, 2);
    EXPECT_EQ(run_program({"sweep", "a.toml", "--from", "b.sqlite", "--store", "a.sqlite"}).exit_code, 2);
}

TEST(SweepCommand, repeats_a_whole_store_from_itself) {
    const Swept swept;
    const std::string again = swept.folder / "again.sqlite";
    const ProgramResult result = run_program({"sweep", "--from", swept.store, "--store", again, "--threads", "3"});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(rows_of(again), rows_of(swept.store));
}

TEST(SweepCommand, refuses_the_store_of_another_experiment) {
    const Swept swept;
    const std::string other = swept.folder.write("other.toml", small_experiment_text(11));
    const ProgramResult result = run_program({"sweep", other, "--store", swept.store});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_NE(result.err.find("is the store of another experiment"), std::string::npos) << result.err;
}

TEST(SweepCommand, a_run_that_takes_too_long_is_recorded_and_can_be_tried_again) {
    const TemporaryFolder folder;
    const std::string experiment =
        folder.write("slow.toml", "title = \"Slow\"\nscenario = \"" + places::checkout().string() +
                                      "/scenarios/baseline.toml\"\ndesign = \"factorial\"\npeople_per_agent = 10\n"
                                      "[[lever]]\nname = \"ethics_committee\"\nvalues = [0]\n");
    const std::string store = folder / "a.sqlite";
    const ProgramResult result = run_program({"sweep", experiment, "--store", store, "--run-timeout", "1"});
    EXPECT_EQ(result.exit_code, 1);
    EXPECT_NE(result.err.find("run 0: timeout: took longer than 1 s"), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("--retry-failed"), std::string::npos) << result.err;
}

TEST(RerunCommand, repeats_any_run_to_the_last_bit) {
    const Swept swept;
    for (const char* run : {"0", "7", "19"}) {
        const ProgramResult result = run_program({"rerun", swept.store, "--run", run});
        EXPECT_EQ(result.exit_code, 0) << result.err;
        EXPECT_NE(result.out.find("the same to the last bit"), std::string::npos) << result.out;
    }
    EXPECT_EQ(run_program({"rerun", swept.store, "--run", "20"}).err,
              "--run: 20 is not possible; this sweep has runs 0 to 19\n");
}

TEST(RerunCommand, says_when_a_run_is_not_the_same) {
    const Swept swept;
    SqliteConnection(swept.store, SqliteConnection::Mode::write)
        .execute("UPDATE runs SET fingerprint = '0000000000000001' WHERE run = 4");
    const ProgramResult result = run_program({"rerun", swept.store, "--run", "4"});
    EXPECT_EQ(result.exit_code, 1);
    EXPECT_NE(result.out.find("NOT the same"), std::string::npos) << result.out;
}

TEST(ExportCommand, writes_every_number_in_long_form) {
    const Swept swept;
    const std::string out = swept.folder / "csv";
    ASSERT_EQ(run_program({"export", swept.store, "--out", out}).exit_code, 0);
    EXPECT_EQ(files_in(out),
              (std::set<std::string>{"experiments.csv", "labels.csv", "missing.csv", "outcomes.csv", "runs.csv"}));
    EXPECT_EQ(lines_in(content_of(out + "/experiments.csv")), 11U);
    EXPECT_EQ(lines_in(content_of(out + "/runs.csv")), 21U);
    EXPECT_EQ(lines_in(content_of(out + "/outcomes.csv")), 1U + 20 * 20);
    EXPECT_EQ(first_line(content_of(out + "/outcomes.csv")), "run,point,scenario,replicate,outcome,domain,at,value");
}

TEST(ExportCommand, and_analyse_replace_an_earlier_result_only_by_force) {
    const Swept swept;
    const std::vector<std::vector<std::string>> commands = {
        {"export", swept.store, "--out", swept.folder / "export"},
        {"analyse", "summary", swept.store, "--out", swept.folder / "analyse"}};
    const std::vector<std::string> files = {"export/outcomes.csv", "analyse/summary.html"};
    for (std::size_t i = 0; i < commands.size(); ++i) {
        ASSERT_EQ(run_program(commands[i]).exit_code, 0) << commands[i].front();
        swept.folder.write(files[i], "mine");
        const ProgramResult refused = run_program(commands[i]);
        EXPECT_EQ(refused.exit_code, 2) << commands[i].front();
        EXPECT_NE(refused.err.find(files[i] + ": is an earlier result; name another place, or replace it with --force"),
                  std::string::npos)
            << refused.err;
        EXPECT_EQ(content_of(swept.folder / files[i]), "mine");
        std::vector<std::string> forced = commands[i];
        forced.emplace_back("--force");
        EXPECT_EQ(run_program(forced).exit_code, 0) << commands[i].front();
        EXPECT_GT(content_of(swept.folder / files[i]).size(), 100U) << files[i];
    }
}

TEST(ExportCommand, writes_an_archive_for_the_ema_workbench) {
    const Swept swept;
    const std::string out = swept.folder / "ema";
    ASSERT_EQ(run_program({"export", swept.store, "--out", out, "--format", "ema"}).exit_code, 0);
    ASSERT_EQ(files_in(out), (std::set<std::string>{"a.tar.gz", "missing.csv"}));
    const ProgramResult listing = RunningProgram({"tzf", out + "/a.tar.gz"}, "tar").wait();
    EXPECT_EQ(first_line(listing.out), "experiments.csv");
    EXPECT_NE(listing.out.find("in_use_social_2017_12.csv\n"), std::string::npos);
    EXPECT_TRUE(listing.out.ends_with("metadata.json\n"));
    const ProgramResult one = RunningProgram({"xzOf", out + "/a.tar.gz", "in_use_social_max.csv"}, "tar").wait();
    EXPECT_EQ(lines_in(one.out), 10U);  // a row per point, a column per replicate
}

// Follows the workbench's own loader with pandas, in tests/cli/load_as_ema.py.
TEST(ExportCommand, is_loaded_as_the_ema_workbench_loads) {
    for (const int replicates : {1, 2}) {
        const TemporaryFolder folder;
        std::string text = small_experiment_text(10);
        const std::string word = "replicates";
        text.replace(text.find(word), text.find('\n', text.find(word)) - text.find(word),
                     "replicates = " + std::to_string(replicates));
        const std::string store = folder / "a.sqlite";
        ASSERT_EQ(run_program({"sweep", folder.write("small.toml", text), "--store", store}).exit_code, 0);
        ASSERT_EQ(run_program({"export", store, "--out", folder / "ema", "--format", "ema"}).exit_code, 0);
        ASSERT_EQ(run_program({"export", store, "--out", folder / "csv"}).exit_code, 0);
        const ProgramResult result =
            RunningProgram({places::checkout().string() + "/tests/cli/load_as_ema.py", (folder / "ema") + "/a.tar.gz",
                            folder / "csv", std::to_string(replicates)},
                           "/usr/bin/python3")
                .wait();
        EXPECT_EQ(result.exit_code, 0) << result.out << result.err;
    }
}

// The archive of a scenario whose file name has a comma: as many cells in a row as in the header.
TEST(ExportCommand, keeps_columns_in_place_when_a_name_has_a_comma) {
    const TemporaryFolder folder;
    folder.write("cuts, \"deep\".toml", "title = \"Cuts\"\n[world]\nmonths = 3\nmunicipalities = 2\n");
    const std::string file =
        folder.write("comma.toml",
                     "title = \"Comma\"\nscenario = 'cuts, \"deep\".toml'\ndesign = \"factorial\"\n"
                     "[[lever]]\nname = \"ethics_committee\"\nvalues = [0, 1]\n");
    const std::string store = folder / "a.sqlite";
    ASSERT_EQ(run_program({"sweep", file, "--store", store, "--quiet"}).exit_code, 0);
    ASSERT_EQ(run_program({"export", store, "--out", folder / "ema", "--format", "ema"}).exit_code, 0);
    const ProgramResult one = RunningProgram({"xzOf", (folder / "ema") + "/a.tar.gz", "experiments.csv"}, "tar").wait();
    EXPECT_EQ(one.out,
              "ethics_committee,scenario,policy,model\n0,0,ethics_committee=0,\"cuts, \"\"deep\"\"\"\n"
              "1,1,ethics_committee=1,\"cuts, \"\"deep\"\"\"\n");
}

TEST(ExportCommand, refuses_an_archive_without_a_point) {
    const Swept swept;
    SqliteConnection(swept.store, SqliteConnection::Mode::write).execute("UPDATE runs SET status = 'timeout'");
    const ProgramResult result =
        run_program({"export", swept.store, "--out", swept.folder / "ema", "--format", "ema", "--allow-missing"});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_NE(result.err.find("--run-timeout: repeat the sweep with --retry-failed"), std::string::npos) << result.err;
    EXPECT_TRUE(files_in(swept.folder / "ema").empty());
}

// The way round: a design, its export, and a sweep of that list of points.
TEST(ExportCommand, writes_points_that_can_be_swept_again) {
    const TemporaryFolder folder;
    const std::string scenario = "scenario = \"" + places::checkout().string() +
                                 "/scenarios/baseline.toml\"\nmonths = 2\nmunicipalities = 1\n"
                                 "people_per_agent = 100000\n";
    const std::string inputs =
        "[[uncertainty]]\nname = \"approval_closed\"\n[[uncertainty]]\nname = \"legitimacy_trust_threshold\"\n";
    const std::string first =
        folder.write("bounds.toml", "title = \"Bounds\"\ndesign = \"morris\"\nsamples = 6\n" + scenario + inputs);
    ASSERT_EQ(run_program({"sweep", first, "--store", folder / "a.sqlite", "--quiet"}).exit_code, 0);
    ASSERT_EQ(run_program({"export", folder / "a.sqlite", "--out", folder / "a"}).exit_code, 0);
    const std::string again = folder.write(
        "again.toml", "title = \"Again\"\ndesign = \"list\"\npoints = \"a/experiments.csv\"\n" + scenario + inputs);
    const ProgramResult swept = run_program({"sweep", again, "--store", folder / "b.sqlite", "--quiet"});
    ASSERT_EQ(swept.exit_code, 0) << swept.err;
    ASSERT_EQ(run_program({"export", folder / "b.sqlite", "--out", folder / "b"}).exit_code, 0);
    EXPECT_EQ(content_of(folder / "b/outcomes.csv"), content_of(folder / "a/outcomes.csv"));
}

// For a spreadsheet the same cells in another form, for a program the same bytes; and points lead back.
TEST(ExportCommand, for_spreadsheets_has_the_same_cells_and_leads_back) {
    const Swept swept;
    const std::string plain = swept.folder / "plain";
    const std::string excel = swept.folder / "excel";
    ASSERT_EQ(run_program({"export", swept.store, "--out", plain}).exit_code, 0);
    ASSERT_EQ(run_program({"export", swept.store, "--out", excel, "--csv", "excel"}).exit_code, 0);
    ASSERT_EQ(files_in(excel), files_in(plain));
    for (const std::string& name : files_in(plain))
        EXPECT_EQ(content_of(excel + "/" + name), csv_for_excel(content_of(plain + "/" + name))) << name;

    for (const std::string dialect : {"standard", "excel"})
        ASSERT_EQ(run_program({"export", swept.store, "--out", swept.folder / ("ema " + dialect), "--format", "ema",
                               "--csv", dialect})
                      .exit_code,
                  0);
    EXPECT_EQ(content_of(swept.folder / "ema excel/a.tar.gz"), content_of(swept.folder / "ema standard/a.tar.gz"))
        << "the workbench reads one form only";
    EXPECT_GT(content_of(swept.folder / "ema standard/a.tar.gz").size(), 1000U);

    std::string text = small_experiment_text(10);
    const std::string design = "design = \"lhs\"\nsamples = 10\n";
    text.replace(text.find(design), design.size(), "design = \"list\"\npoints = \"excel/experiments.csv\"\n");
    const std::string again = swept.folder / "b.sqlite";
    const ProgramResult back =
        run_program({"sweep", swept.folder.write("again.toml", text), "--store", again, "--quiet"});
    ASSERT_EQ(back.exit_code, 0) << back.err;
    ASSERT_EQ(run_program({"export", again, "--out", swept.folder / "b"}).exit_code, 0);
    EXPECT_EQ(content_of(swept.folder / "b/outcomes.csv"), content_of(plain + "/outcomes.csv"));
}

TEST(CheckCommand, tells_what_an_experiment_will_take) {
    const TemporaryFolder folder;
    const std::string file = folder.write("small.toml", small_experiment_text(10));
    const ProgramResult result = run_program({"check", file});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_TRUE(result.out.starts_with(
        file + ": ok: 'Small', lhs of 10 points over 2 inputs, 1 scenario, 2 replicates: 20 runs; about "))
        << result.out;
    EXPECT_NE(result.out.find("a store of about 1"), std::string::npos) << result.out;  // 1.. kB
}

}  // namespace algemeente::testing
