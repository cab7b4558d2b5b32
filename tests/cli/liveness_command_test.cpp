// liveness as a user meets it.
#include "cli/run_program.h"
#include "places.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace algemeente::testing {

namespace {

/// A tiny study of what is named.
std::vector<std::string> tiny(const std::string& only, const std::vector<std::string>& more = {},
                              const std::string& months = "60", const std::string& replicates = "2") {
    std::vector<std::string> words = {"liveness", "--only", only,           "--municipalities", "3",
                                      "--months", months,   "--replicates", replicates};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

constexpr const char* few = "ethics,turnover,start_trust_mean,committee_effort";

}  // namespace

TEST(LivenessCommand, writes_tables_a_page_and_a_record) {
    const TemporaryFolder place;
    const std::filesystem::path folder = place / "alive";
    const ProgramResult result = run_program(tiny(few, {"--out", folder.string(), "--threads", "1"}));
    EXPECT_TRUE(result.exit_code == 0 || result.exit_code == 3) << result.err;
    EXPECT_EQ(files_in(folder),
              (std::set<std::string>{"liveness.csv", "liveness_summary.csv", "liveness.html", "manifest.json"}));
    const std::string rows = content_of(folder / "liveness.csv");
    EXPECT_EQ(first_line(rows), "kind,name,setting,value,outcome,domain,change,standard_error,unit");
    EXPECT_NE(rows.find("factor,ethics,one_sd_lower,-0."), std::string::npos);
    EXPECT_NE(rows.find("agents,turnover,without,,in_use,social,"), std::string::npos);
    EXPECT_NE(rows.find("parameter,start_trust_mean,high,0.7,mean_trust,nation,0.1"), std::string::npos);
    const std::string summary = content_of(folder / "liveness_summary.csv");
    EXPECT_EQ(lines_in(summary), 5U);
    EXPECT_NE(summary.find(",ethics_committee=1,"), std::string::npos);
    const nlohmann::json record = nlohmann::json::parse(content_of(folder / "manifest.json"));
    EXPECT_EQ(record["replicates"], 2);
    EXPECT_EQ(record["municipality_count"], 3);
    EXPECT_EQ(record["months"], 60);
    EXPECT_NE(content_of(folder / "liveness.html").find("The ten factors"), std::string::npos);

    const std::filesystem::path again = place / "again";
    const ProgramResult on_two = run_program(tiny(few, {"--out", again.string(), "--threads", "2"}));
    EXPECT_EQ(on_two.exit_code, result.exit_code) << on_two.err;
    EXPECT_EQ(content_of(again / "liveness.csv"), rows) << "results depend on the number of threads";
    EXPECT_EQ(content_of(again / "liveness_summary.csv"), summary);

    const ProgramResult refused = run_program(tiny(few, {"--out", folder.string()}));
    EXPECT_EQ(refused.exit_code, 2) << "an earlier result is not replaced";
    EXPECT_NE(refused.err.find("--force"), std::string::npos) << refused.err;
}

TEST(LivenessCommand, ends_with_3_when_something_is_inert_without_a_reason) {
    // in two months nothing has been in use yet that could end
    const ProgramResult dead = run_program(tiny("redecision_stop_use", {}, "2"));
    EXPECT_EQ(dead.exit_code, 3) << dead.out << dead.err;
    EXPECT_NE(dead.out.find("no reason is given"), std::string::npos) << dead.out;
    EXPECT_NE(dead.out.find("0 of 1 move something; 1 are inert, 1 of them without a reason."), std::string::npos)
        << dead.out;
    const ProgramResult alive = run_program(tiny("start_trust_mean"));
    EXPECT_EQ(alive.exit_code, 0) << alive.out << alive.err;
}

TEST(LivenessCommand, tells_it_in_dutch) {
    const TemporaryFolder place;
    const std::filesystem::path folder = place / "levend";
    const ProgramResult result =
        run_program(tiny("start_trust_mean,citizens", {"--lang", "nl", "--csv", "excel", "--out", folder.string()}));
    EXPECT_TRUE(result.exit_code == 0 || result.exit_code == 3) << result.err;
    for (const char* words : {"grootste effect", "heeft effect", "burgers", "van 2 hebben effect"})
        EXPECT_NE(result.out.find(words), std::string::npos) << words << "\n" << result.out;
    EXPECT_NE(content_of(folder / "liveness.html").find("Wat effect heeft, het zwakste eerst"), std::string::npos);
    EXPECT_NE(content_of(folder / "liveness.csv").find("parameter;start_trust_mean;high;0,7;"), std::string::npos);
}

TEST(LivenessCommand, refuses_what_it_does_not_know_before_the_work) {
    const ProgramResult name = run_program(tiny("suport_base"));
    EXPECT_EQ(name.exit_code, 2);
    EXPECT_NE(name.err.find("--only: unknown name 'suport_base'; did you mean 'support_base'?"), std::string::npos)
        << name.err;
    const ProgramResult file = run_program(tiny(few, {"no_such_scenario.toml"}));
    EXPECT_EQ(file.exit_code, 2);
    EXPECT_NE(file.err.find("no_such_scenario.toml"), std::string::npos) << file.err;
    EXPECT_EQ(run_program(tiny(few, {}, "60", "1")).exit_code, 2) << "one replicate has no standard error";
    EXPECT_EQ(run_program(tiny(few, {"--priors", "3"})).exit_code, 2);
}

TEST(LivenessCommand, takes_a_scenario) {
    const std::string equal_mix = (places::checkout() / "scenarios/diagnostics/equal_mix.toml").string();
    const TemporaryFolder place;
    const std::filesystem::path folder = place / "equal";
    const ProgramResult result = run_program(tiny("start_trust_mean", {equal_mix, "--out", folder.string()}));
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(nlohmann::json::parse(content_of(folder / "manifest.json"))["scenario"], "equal_mix");
}

}  // namespace algemeente::testing
