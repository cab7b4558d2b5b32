// run --save and --from: a run that is interrupted and gone on from, as a person does it.
#include "cli/run_program.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace algemeente::testing {

namespace {

const std::string baseline = "scenarios/baseline.toml";
const std::string scandal = "scenarios/national_scandal.toml";  // the same until January 2024

nlohmann::json manifest_in(const std::string& folder) {
    return nlohmann::json::parse(content_of(folder + "/manifest.json"));
}

ProgramResult saving_run(const std::string& out, const std::string& month = "2018-03") {
    return run_program({"run", baseline, "--municipalities", "8", "--replicates", "3", "--seed", "7", "--months", "60",
                        "--save", month, "--out", out});
}

ProgramResult going_on(const std::string& file, const std::string& out, std::vector<std::string> more = {}) {
    std::vector<std::string> words{"run", baseline, "--from", file, "--months", "60", "--out", out};
    words.insert(words.end(), more.begin(), more.end());
    return run_program(words);
}

void expect_refused(const ProgramResult& result, const std::string& words) {
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_NE(result.err.find(words), std::string::npos) << result.err;
    EXPECT_EQ(lines_in(result.err), 1U) << result.err;
}

}  // namespace

TEST(SavedWorldsCommand, goes_on_to_the_files_of_an_uninterrupted_run) {
    const TemporaryFolder folder;
    ASSERT_EQ(saving_run(folder / "whole").exit_code, 0);
    const std::string file = folder / "whole/saved-2018-03.worlds";
    ASSERT_TRUE(std::filesystem::exists(file));
    const ProgramResult result = going_on(file, folder / "again");
    ASSERT_EQ(result.exit_code, 0) << result.err;
    for (const char* name :
         {"outcomes.csv", "national.csv", "bands.csv", "municipalities.csv", "use_cases.csv", "events.csv"})
        EXPECT_EQ(content_of(folder / "again" + "/" + name), content_of(folder / "whole" + "/" + name)) << name;
    const nlohmann::json manifest = manifest_in(folder / "again");
    EXPECT_EQ(manifest.at("fingerprints"), manifest_in(folder / "whole").at("fingerprints"));
    EXPECT_EQ(manifest.at("seed"), 7);
    EXPECT_EQ(manifest.at("replicates"), 3);
    EXPECT_EQ(manifest.at("municipality_count"), 8);
    EXPECT_EQ(manifest.at("from").at("file"), file);
    EXPECT_EQ(manifest.at("from").at("month"), "2018-03");
    EXPECT_NE(manifest.at("command_line").get<std::string>().find("--from " + file), std::string::npos);
    EXPECT_NE(without_spans(content_of(folder / "again/report.html")).find("--from " + file), std::string::npos);
    EXPECT_EQ(manifest_in(folder / "whole").count("from"), 0U);
}

TEST(SavedWorldsCommand, branches_into_several_scenarios) {
    const TemporaryFolder folder;
    const std::vector<std::string> size{"--municipalities", "4", "--replicates", "2", "--months", "120"};
    std::vector<std::string> whole{"compare", baseline, scandal, "--out", folder / "whole"};
    std::vector<std::string> past{"run", baseline, "--save", "2024-01", "--out", folder / "past"};
    whole.insert(whole.end(), size.begin(), size.end());
    past.insert(past.end(), size.begin(), size.end());
    ASSERT_EQ(run_program(whole).exit_code, 0);
    ASSERT_EQ(run_program(past).exit_code, 0);
    const ProgramResult branched = run_program({"compare", baseline, scandal, "--months", "120", "--from",
                                                folder / "past/saved-2024-01.worlds", "--out", folder / "branched"});
    ASSERT_EQ(branched.exit_code, 0) << branched.err;
    EXPECT_EQ(manifest_in(folder / "branched").at("fingerprints"), manifest_in(folder / "whole").at("fingerprints"));
    EXPECT_EQ(content_of(folder / "branched/differences.csv"), content_of(folder / "whole/differences.csv"));
}

TEST(SavedWorldsCommand, can_be_saved_again_later_and_lengthened) {
    const TemporaryFolder folder;
    ASSERT_EQ(saving_run(folder / "whole", "2020-01").exit_code, 0);  // the month after its last
    ASSERT_EQ(saving_run(folder / "early", "2015-06").exit_code, 0);
    ASSERT_EQ(going_on(folder / "early/saved-2015-06.worlds", folder / "late", {"--save", "2020-01"}).exit_code, 0);
    EXPECT_EQ(content_of(folder / "late/saved-2020-01.worlds"), content_of(folder / "whole/saved-2020-01.worlds"));
    EXPECT_EQ(run_program({"run", baseline, "--from", folder / "late/saved-2020-01.worlds", "--months", "66", "--out",
                           folder / "longer"})
                  .exit_code,
              0);
}

TEST(SavedWorldsCommand, replaces_only_folders_with_results_and_not_the_file_itself) {
    const TemporaryFolder folder;
    ASSERT_EQ(saving_run(folder / "whole").exit_code, 0);
    const std::string file = folder / "whole/saved-2018-03.worlds";
    expect_refused(going_on(file, folder / "whole", {"--force"}), "holds the file of --from");
    EXPECT_TRUE(std::filesystem::exists(file));
    expect_refused(saving_run(folder / "whole"), "holds an earlier result");
    EXPECT_EQ(run_program({"run", baseline, "--municipalities", "4", "--replicates", "1", "--months", "6", "--force",
                           "--out", folder / "whole"})
                  .exit_code,
              0);
    EXPECT_FALSE(std::filesystem::exists(file));  // an earlier result, replaced with the others
}

TEST(SavedWorldsCommand, refuses_what_does_not_fit_the_file) {
    const TemporaryFolder folder;
    ASSERT_EQ(saving_run(folder / "whole").exit_code, 0);
    const std::string file = folder / "whole/saved-2018-03.worlds";
    const std::string out = folder / "out";
    expect_refused(going_on(file, out, {"--replicates", "4"}), "has replicates 3, not 4; leave --replicates out");
    expect_refused(going_on(file, out, {"--seed", "8"}), "has seed 7, not 8");
    expect_refused(going_on(file, out, {"--events", "all"}), "has events first, not all");
    expect_refused(going_on(file, out, {"--municipalities", "9"}), "has municipalities 8, not 9");
    expect_refused(going_on(file, out, {"--set", "ethics_committee=1"}),
                   "was saved at the beginning of 2018-03, and 'baseline' differs from the saved 'baseline' before: "
                   "parameters.ethics_committee is 1, not 0");
    expect_refused(going_on(file, out, {"--people-per-agent", "1000"}), "world.people_per_agent is 1000, not ");
    expect_refused(run_program({"run", baseline, "--from", file, "--months", "20", "--out", out}), "ends before");
    expect_refused(going_on(file, out, {"--save", "2018-02"}), "--save: 2018-02 is outside this run");
    expect_refused(going_on(file, out, {"--priors", "3"}), "--priors: ");
    EXPECT_EQ(going_on(file, out, {"--replicates", "3", "--seed", "7", "--municipalities", "8"}).exit_code, 0);
}

TEST(SavedWorldsCommand, refuses_files_that_are_damaged_or_something_else) {
    const TemporaryFolder folder;
    ASSERT_EQ(saving_run(folder / "whole").exit_code, 0);
    std::string bytes = content_of(folder / "whole/saved-2018-03.worlds");
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    expect_refused(going_on(folder.write("damaged.worlds", bytes), folder / "out"), "is cut off or damaged");
    expect_refused(going_on(folder.write("cut.worlds", bytes.substr(0, 5000)), folder / "out"),
                   "is cut off or damaged");
    expect_refused(going_on(baseline, folder / "out"), "is not a file of saved worlds");
    expect_refused(going_on(folder / "nowhere.worlds", folder / "out"), "cannot be read");
    expect_refused(going_on(folder / "", folder / "out"), "cannot be read");
    EXPECT_FALSE(std::filesystem::exists(folder / "out"));
}

TEST(SavedWorldsCommand, refuses_months_that_are_none) {
    const TemporaryFolder folder;
    expect_refused(saving_run(folder / "out", "2018"), "--save: '2018' is not a month from 2015-01 on");
    expect_refused(saving_run(folder / "out", "2020-02"),
                   "--save: 2020-02 is outside this run; expected a month from 2015-01 to 2020-01");
}

TEST(SavedWorldsCommand, refuses_other_data) {
    const TemporaryFolder folder;
    std::filesystem::copy(places::checkout() / "scenarios/data", folder / "data",
                          std::filesystem::copy_options::recursive);
    ASSERT_EQ(saving_run(folder / "whole").exit_code, 0);
    std::ofstream(folder / "data/municipalities.csv", std::ios::app) << "\n";
    expect_refused(going_on(folder / "whole/saved-2018-03.worlds", folder / "out", {"--data", folder / "data"}),
                   "was saved with other data (municipalities.csv has changed)");
}

}  // namespace algemeente::testing
