// patterns and explain-gap as a user meets them.
#include "cli/run_program.h"
#include "places.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <string>

namespace algemeente::testing {

TEST(PatternsCommand, lists_every_pattern_without_running_any) {
    const ProgramResult result = run_program({"patterns", "--list"});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    for (const char* id : {"P01", "P10", "P39"}) EXPECT_NE(result.out.find(id), std::string::npos);
    EXPECT_EQ(result.out.find("P11"), std::string::npos);
    EXPECT_EQ(result.out.find("P25"), std::string::npos);
}

TEST(PatternsCommand, lists_the_patterns_in_dutch) {
    const ProgramResult result = run_program({"patterns", "--list", "--lang", "NL"});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_NE(result.out.find("Algoritmen bereiken in het fysieke domein"), std::string::npos);
    EXPECT_NE(result.out.find("bewijs"), std::string::npos);
    EXPECT_TRUE(result.out.ends_with("\nDe eisen staan in het Engels: het is de tekst van het protocol.\n"));
}

TEST(PatternsCommand, tells_verdicts_and_numbers_in_dutch) {
    const std::string equal_mix = (places::checkout() / "scenarios/diagnostics/equal_mix.toml").string();
    const ProgramResult result = run_program({"patterns", "--only", "P01", "--scenario", equal_mix, "--municipalities",
                                              "10", "--replicates", "2", "--lang", "nl"});
    EXPECT_EQ(result.exit_code, 3) << result.err;
    EXPECT_NE(result.out.find("faalt"), std::string::npos) << result.out;
    EXPECT_NE(result.out.find("0 van 1 patronen houden stand; niet: P01 (faalt)"), std::string::npos) << result.out;
    EXPECT_NE(result.out.find(" tot "), std::string::npos) << result.out;
}

TEST(ExplainGapCommand, tells_the_gap_in_dutch) {
    const ProgramResult result =
        run_program({"explain-gap", "--municipalities", "6", "--replicates", "2", "--lang", "nl"});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    for (const char* words : {"kloof ln(fysiek / sociaal) in juni 2027", "persoonsgegevens", "in de proef",
                              "uit 2 runs. Een interval van 95\u00a0% vraagt minstens 6 runs; daarom staat er geen"})
        EXPECT_NE(result.out.find(words), std::string::npos) << words << "\n" << result.out;
    EXPECT_EQ(result.out.find(" tot "), std::string::npos) << "an interval over two runs: " << result.out;
    EXPECT_EQ(result.out.find("data_readiness"), std::string::npos) << "ids are for files: " << result.out;
}

TEST(ExplainGapCommand, writes_for_spreadsheets_and_records_what_it_was_made_with) {
    const TemporaryFolder folder;
    const auto explain = [&](const std::string& out, const std::string& replicates, const std::string& form) {
        const ProgramResult result = run_program({"explain-gap", "--municipalities", "6", "--replicates", replicates,
                                                  "--quiet", "--csv", form, "--out", folder / out});
        EXPECT_EQ(result.exit_code, 0) << result.err;
    };
    explain("two", "2", "excel");
    const std::string excel = content_of(folder / "two/passages.csv");
    EXPECT_TRUE(
        excel.starts_with("\xEF\xBB\xBF"
                          "domain;stage;share_that_passes;low;high;"))
        << excel;
    EXPECT_NE(excel.find(";;"), std::string::npos) << "two runs have no interval: " << excel;
    explain("six", "6", "standard");
    const std::string passages = content_of(folder / "six/passages.csv");
    EXPECT_EQ(passages.substr(0, passages.find('\n', passages.find('\n') + 1)).find(",,"), std::string::npos)
        << passages;

    const nlohmann::json record = nlohmann::json::parse(content_of(folder / "two/explain_gap.json"));
    EXPECT_EQ(record["data"].size(), 4U) << record;
    EXPECT_EQ(record["data"]["municipalities.csv"].get<std::string>().size(), 16U) << record;
    EXPECT_NE(record["flags"].get<std::string>().find("-ffp-contract=off"), std::string::npos) << record;
    EXPECT_FALSE(record["commit"].get<std::string>().empty());
}

TEST(PatternsCommand, writes_for_spreadsheets) {
    const TemporaryFolder folder;
    const std::string file = folder / "p.csv";
    run_program({"patterns", "--only", "P01", "--municipalities", "10", "--replicates", "2", "--quiet", "--csv",
                 "excel", "--out", file});
    EXPECT_TRUE(
        content_of(file).starts_with("\xEF\xBB\xBF"
                                     "pattern;class;"))
        << content_of(file);
}

TEST(PatternsCommand, refuses_a_pattern_that_does_not_exist) {
    const ProgramResult result = run_program({"patterns", "--only", "P01,P11"});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_NE(result.err.find("--only: unknown pattern 'P11'"), std::string::npos) << result.err;
}

TEST(PatternsCommand, ends_with_3_when_a_pattern_does_not_hold) {
    // with equal mixes there is no gap for P01 to find
    const std::string equal_mix = places::checkout().string() + "/scenarios/diagnostics/equal_mix.toml";
    const ProgramResult result = run_program(
        {"patterns", "--only", "P01", "--scenario", equal_mix, "--municipalities", "20", "--replicates", "4"});
    EXPECT_EQ(result.exit_code, 3) << result.err;
    EXPECT_NE(result.out.find("fails"), std::string::npos) << result.out;
}

TEST(PatternsCommand, a_place_that_cannot_be_written_is_refused_before_the_work) {
    const TemporaryFolder folder;
    const ProgramResult nowhere = run_program({"patterns", "--out", folder / "not/there.csv"});
    EXPECT_EQ(nowhere.exit_code, 2);
    EXPECT_NE(nowhere.err.find("its folder is not there"), std::string::npos) << nowhere.err;
    const std::string earlier = folder.write("earlier.csv", "mine");
    const ProgramResult refused = run_program({"patterns", "--out", earlier});
    EXPECT_EQ(refused.exit_code, 2);
    EXPECT_NE(refused.err.find("replace it with --force"), std::string::npos) << refused.err;
    EXPECT_EQ(content_of(earlier), "mine");
}

TEST(PatternsCommand, tells_which_draws_of_the_assumptions_keep_a_pattern) {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder / "draws.csv";
    const ProgramResult result = run_program({"patterns", "--only", "P01,P24", "--priors", "3", "--replicates", "2",
                                              "--municipalities", "10", "--out", file.string()});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    std::ifstream stream(file);
    std::string line;
    int lines = 0;
    while (std::getline(stream, line)) ++lines;
    EXPECT_EQ(lines, 4);
    EXPECT_TRUE(std::filesystem::exists(std::filesystem::path(file).replace_extension("html")));
}

TEST(RunCommand, with_priors_tells_luck_from_assumptions) {
    const TemporaryFolder place;
    const std::filesystem::path folder = place / "priors";
    const std::string baseline = places::checkout().string() + "/scenarios/baseline.toml";
    const ProgramResult result = run_program({"run", baseline, "--priors", "3", "--replicates", "2", "--municipalities",
                                              "10", "--months", "60", "--out", folder.string()});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_NE(result.out.find("spread over assumptions"), std::string::npos) << result.out;
    EXPECT_TRUE(std::filesystem::exists(folder / "spread.csv"));
    EXPECT_TRUE(std::filesystem::exists(folder / "draws.csv"));
    const nlohmann::json manifest = nlohmann::json::parse(content_of(folder / "manifest.json"));
    EXPECT_EQ(manifest["priors"], 3);
    EXPECT_EQ(manifest["replicates"], 2);
    EXPECT_NE(manifest["command"].get<std::string>().find("--priors 3"), std::string::npos) << manifest;
}

}  // namespace algemeente::testing
