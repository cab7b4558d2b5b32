// run and compare leave the files they promise, and only these.
#include "cli/run_program.h"
#include "places.h"
#include "text/csv.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <thread>

namespace algemeente::testing {

namespace {

const std::string baseline = "scenarios/baseline.toml";

const std::set<std::string> files_of_run = {"manifest.json", "outcomes.csv",       "national.csv", "bands.csv",
                                            "events.csv",    "municipalities.csv", "report.html",  "use_cases.csv"};

std::set<std::string> files_of_compare() {
    std::set<std::string> files = files_of_run;
    files.insert("differences.csv");
    return files;
}

/// A case of a second, in `out`.
std::vector<std::string> tiny(std::vector<std::string> arguments, const std::string& out) {
    for (const char* word : {"--municipalities", "10", "--months", "12", "--replicates", "2", "--out"})
        arguments.emplace_back(word);
    arguments.push_back(out);
    return arguments;
}

nlohmann::json manifest_in(const std::string& folder) {
    return nlohmann::json::parse(content_of(folder + "/manifest.json"));
}

/// Where a run writes before the folder takes its place.
std::filesystem::path aside_of(const std::filesystem::path& folder) {
    return folder.parent_path() / ("." + folder.filename().string() + ".part");
}

/// Waits until the program has begun, which is when it holds the lock of its folder.
void wait_for(const std::filesystem::path& folder) {
    for (int tries = 0; tries < 500 && content_of(aside_of(folder) / "lock").empty(); ++tries)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
}

std::vector<std::string> long_run(const std::string& out) {
    return {"run", baseline, "--municipalities", "10", "--replicates", "20000", "--out", out};
}

void expect_all_or_nothing(const std::string& out) {
    const std::set<std::string> files = files_in(out);
    if (files.empty()) return;
    EXPECT_EQ(files, files_of_run);
    EXPECT_NO_THROW(manifest_in(out));
    EXPECT_GT(lines_in(content_of(out + "/outcomes.csv")), 1U);
}

}  // namespace

TEST(Results, a_run_leaves_the_files_of_the_contract_and_no_others) {
    const TemporaryFolder folder;
    const std::string out = folder / "deep/out";
    const ProgramResult result = run_program(tiny({"run", baseline}, out));
    ASSERT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(files_in(out), files_of_run);
    EXPECT_NE(result.out, "");
    EXPECT_NE(result.err.find(out), std::string::npos) << "the last message says where the results are";

    const nlohmann::json manifest = manifest_in(out);
    EXPECT_EQ(manifest["replicates"], 2);
    EXPECT_EQ(manifest["months"], 12);
    EXPECT_EQ(manifest["seed"], 1);
    const std::string outcomes = content_of(out + "/outcomes.csv");
    EXPECT_TRUE(outcomes.starts_with("scenario,replicate,month,date,domain,"));
    EXPECT_EQ(lines_in(outcomes), 1U + 2 * 12 * 2);  // header; replicates, months, domains
}

TEST(Results, the_report_tells_how_to_repeat_the_run) {
    const TemporaryFolder folder;
    const std::string out = folder / "out";
    ASSERT_EQ(run_program(tiny({"run", baseline}, out)).exit_code, 0);
    const std::string report = without_spans(content_of(out + "/report.html"));
    EXPECT_NE(
        report.find("run " + baseline + " --replicates 2 --seed 1 --months 12 --municipalities 10 --lang en --out "),
        std::string::npos)
        << "the language belongs to what is repeated; the tests run in a locale that is not Dutch";
}

TEST(Results, compare_writes_differences_from_the_baseline) {
    const TemporaryFolder folder;
    const std::string out = folder / "out";
    const ProgramResult result = run_program(tiny({"compare", baseline, "scenarios/no_scandal.toml"}, out));
    ASSERT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(files_in(out), files_of_compare());
    const std::string differences = content_of(out + "/differences.csv");
    EXPECT_EQ(first_line(differences),
              "scenario,baseline,month,date,domain,outcome,replicates,mean,p05,p25,p50,p75,p95,share_higher");
    EXPECT_NE(differences.find("\nno_scandal,baseline,"), std::string::npos);
}

TEST(Results, a_decision_with_a_condition_is_followed_run_by_run) {
    const TemporaryFolder folder;
    const std::string out = folder / "out";
    const std::string base = (places::checkout() / baseline).string();
    const std::string file = folder.write("waiting.toml", "title = \"Waiting\"\nbased_on = '" + base +
                                                              "'\n[[change]]\nlever = \"ethics_committee\"\n"
                                                              "value = 1\nwhen = \"ideas_so_far.physical > 2\"\n");
    const ProgramResult result = run_program(tiny({"compare", baseline, file}, out));
    ASSERT_EQ(result.exit_code, 0) << result.err;
    std::set<std::string> files = files_of_compare();
    files.insert("conditions.csv");
    EXPECT_EQ(files_in(out), files);
    EXPECT_EQ(lines_in(content_of(out + "/conditions.csv")), 1U + 2) << "a row for each replicate";
    EXPECT_EQ(manifest_in(out)["conditions"]["waiting"][0]["begins"].size(), 2U);
    EXPECT_NE(result.out.find("waiting: Ethics committee: on once this is seen: ideas so far (physical) above 2. This "
                              "happens in "),
              std::string::npos)
        << result.out;
}

TEST(Results, scenarios_of_one_name_are_told_apart) {
    const TemporaryFolder folder;
    const std::string out = folder / "out";
    const ProgramResult result = run_program(tiny({"compare", baseline, baseline}, out));
    ASSERT_EQ(result.exit_code, 0) << result.err;
    EXPECT_NE(content_of(out + "/differences.csv").find("\nbaseline-2,baseline,"), std::string::npos);
}

TEST(Results, quiet_is_silent) {
    const TemporaryFolder folder;
    const ProgramResult result =
        run_program(tiny({"run", baseline, "--quiet", "--progress", "always"}, folder / "out"));
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(result.err, "");
}

TEST(Results, a_profile_names_every_mechanism) {
    const TemporaryFolder folder;
    const ProgramResult result = run_program(tiny({"run", baseline, "--quiet", "--profile"}, folder / "out"));
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_TRUE(result.out.starts_with("One replicate of 12 months in 10 municipalities, alone: ")) << result.out;
    for (const char* part : {"make the world", "spread_national_news", "judge_readiness", "inform_citizens", "record"})
        EXPECT_NE(result.out.find(part), std::string::npos) << part;
}

TEST(Results, progress_is_shown_where_it_is_asked_for) {
    const TemporaryFolder folder;
    const ProgramResult unasked = run_program(tiny({"run", baseline}, folder / "one"));
    EXPECT_EQ(unasked.err.find('%'), std::string::npos) << "stderr is no terminal here";
    const ProgramResult asked = run_program(tiny({"run", baseline, "--progress", "always"}, folder / "two"));
    EXPECT_NE(asked.err.find("] 100%  24 of 24 months"), std::string::npos) << asked.err;
    EXPECT_EQ(asked.err.find('\r'), std::string::npos) << "a line is only rewritten on a terminal";
}

TEST(Results, options_before_the_scenario_do_not_swallow_it) {
    const TemporaryFolder folder;
    const ProgramResult result = run_program(tiny({"run", "--set", "media_shock_scale=0", baseline}, folder / "out"));
    EXPECT_EQ(result.exit_code, 0) << result.err;
}

TEST(Results, scenarios_of_different_length_cannot_be_compared) {
    const TemporaryFolder folder;
    const std::string shorter = folder.write("shorter.toml", "title = \"Shorter\"\n[world]\nmonths = 12\n");
    const ProgramResult result = run_program({"compare", baseline, shorter, "--out", folder / "out"});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_NE(result.err.find("month"), std::string::npos) << result.err;
    EXPECT_FALSE(std::filesystem::exists(folder / "out")) << "an empty folder is taken back";
}

TEST(Results, an_earlier_result_is_replaced_only_by_force) {
    const TemporaryFolder folder;
    const std::string out = folder / "out";
    ASSERT_EQ(run_program(tiny({"compare", baseline, "scenarios/no_scandal.toml"}, out)).exit_code, 0);
    const std::string manifest = content_of(out + "/manifest.json");

    const ProgramResult refused = run_program(tiny({"run", baseline}, out));
    EXPECT_EQ(refused.exit_code, 2);
    EXPECT_EQ(refused.err,
              "--out: " + out + ": holds an earlier result; name another folder, or replace it with --force\n");
    EXPECT_EQ(content_of(out + "/manifest.json"), manifest);

    const ProgramResult forced = run_program(tiny({"run", baseline, "--force"}, out));
    EXPECT_EQ(forced.exit_code, 0) << forced.err;
    EXPECT_EQ(files_in(out), files_of_run) << "nothing of the comparison is left";
    EXPECT_EQ(files_in(folder / ""), std::set<std::string>{"out"}) << "nothing is left beside the folder";
}

TEST(Results, a_folder_that_holds_anything_else_is_never_replaced) {
    const TemporaryFolder folder;
    const std::string out = folder / "out";
    std::filesystem::create_directory(out);
    folder.write("out/notes.txt", "mine");
    const ProgramResult result = run_program(tiny({"run", baseline, "--force"}, out));
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_NE(result.err.find("holds 'notes.txt', which is not a result"), std::string::npos) << result.err;
    EXPECT_EQ(files_in(out), std::set<std::string>{"notes.txt"});
}

TEST(Results, an_empty_folder_is_filled) {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "out");
    EXPECT_EQ(run_program(tiny({"run", baseline}, folder / "out/")).exit_code, 0);
    EXPECT_EQ(files_in(folder / "out"), files_of_run);
}

TEST(Results, of_two_runs_in_one_folder_the_second_is_refused) {
    const TemporaryFolder folder;
    const std::string out = folder / "out";
    RunningProgram first(long_run(out));
    wait_for(out);
    const ProgramResult second = run_program(tiny({"run", baseline}, out));
    EXPECT_EQ(second.exit_code, 2);
    EXPECT_TRUE(second.err.starts_with("--out: " + out + ": is being written by process ")) << second.err;
    EXPECT_TRUE(std::filesystem::exists(aside_of(out))) << "what the first run writes is left alone";
    first.send(SIGINT);
    EXPECT_EQ(first.wait().exit_code, 130);
}

TEST(Results, a_killed_run_leaves_nothing_under_the_name_and_the_next_run_clears_up) {
    const TemporaryFolder folder;
    const std::string out = folder / "out";
    RunningProgram killed(long_run(out));
    wait_for(out);
    killed.send(SIGKILL);
    killed.wait();
    EXPECT_FALSE(std::filesystem::exists(out));
    const ProgramResult next = run_program(tiny({"run", baseline}, out));
    EXPECT_EQ(next.exit_code, 0) << next.err;
    EXPECT_EQ(files_in(out), files_of_run);
    EXPECT_FALSE(std::filesystem::exists(aside_of(out)));
}

TEST(Results, what_comes_into_the_folder_during_the_run_stays) {
    const TemporaryFolder folder;
    const std::string out = folder / "out";
    RunningProgram program(long_run(out));
    wait_for(out);
    std::this_thread::sleep_for(std::chrono::seconds(2));
    std::filesystem::create_directory(out);
    folder.write("out/notes.txt", "mine");
    program.send(SIGINT);
    const ProgramResult result = program.wait();
    EXPECT_EQ(result.exit_code, 130);
    EXPECT_EQ(files_in(out), std::set<std::string>{"notes.txt"});
    if (std::filesystem::exists(out + "-2")) expect_all_or_nothing(out + "-2");
}

TEST(Results, ctrl_c_keeps_what_was_finished) {
    const TemporaryFolder folder;
    const std::string out = folder / "out";
    RunningProgram program(long_run(out));
    wait_for(out);
    std::this_thread::sleep_for(std::chrono::seconds(3));
    program.send(SIGINT);
    const ProgramResult result = program.wait();
    EXPECT_EQ(result.exit_code, 130) << result.err;
    EXPECT_NE(result.err.find("cancelled"), std::string::npos) << result.err;
    expect_all_or_nothing(out);
}

TEST(Results, a_run_stopped_at_its_beginning_leaves_all_or_nothing) {
    const TemporaryFolder folder;
    const std::string out = folder / "out";
    RunningProgram program(long_run(out));
    wait_for(out);
    program.send(SIGTERM);
    EXPECT_EQ(program.wait().exit_code, 130);
    expect_all_or_nothing(out);
}

TEST(Results, a_second_ctrl_c_does_not_wait) {
    const TemporaryFolder folder;
    const std::string out = folder / "out";
    RunningProgram program(long_run(out));
    wait_for(out);
    program.send(SIGINT);
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    program.send(SIGINT);
    EXPECT_EQ(program.wait().exit_code, 130);
}

// The same numbers, as a spreadsheet of a country with a decimal comma reads them; the command to repeat says so.
TEST(Results, for_spreadsheets_are_the_same_cells_in_another_form) {
    const TemporaryFolder folder;
    ASSERT_EQ(run_program(tiny({"run", baseline}, folder / "plain")).exit_code, 0);
    ASSERT_EQ(run_program(tiny({"run", baseline, "--csv", "excel"}, folder / "excel")).exit_code, 0);
    for (const std::string& name : files_of_run) {
        if (!name.ends_with(".csv")) continue;
        EXPECT_EQ(content_of((folder / "excel") + "/" + name),
                  csv_for_excel(content_of((folder / "plain") + "/" + name)))
            << name;
    }
    EXPECT_NE(without_spans(content_of((folder / "excel") + "/report.html")).find("--csv excel"), std::string::npos);
    EXPECT_EQ(content_of((folder / "plain") + "/report.html").find("--csv"), std::string::npos);
}

// Two files with one title: the report and the table of the terminal tell them apart.
TEST(Results, of_two_scenarios_of_one_title_can_be_told_apart) {
    const TemporaryFolder folder;
    const std::string text = "title = \"Same\"\n[world]\nmonths = 12\nmunicipalities = 5\n";
    const std::string one = folder.write("one.toml", text);
    const std::string other = folder.write("other.toml", text);
    const ProgramResult result =
        run_program({"compare", one, other, "--replicates", "2", "--out", folder / "out", "--lang", "en"});
    ASSERT_EQ(result.exit_code, 0) << result.err;
    EXPECT_NE(content_of((folder / "out") + "/report.html").find("Same (other)"), std::string::npos);
}

}  // namespace algemeente::testing
