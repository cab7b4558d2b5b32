// search as a user meets it.
#include "cli/run_program.h"
#include "search/small_search.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>

namespace algemeente::testing {

TEST(SearchCommand, writes_the_front_its_packages_and_a_page_and_resumes) {
    const TemporaryFolder place;
    const std::string file = place.write("small.toml", small_search::text());
    const std::string store = place / "my search.sqlite";
    const ProgramResult first = run_program({"search", file, "--store", store, "--lang", "en"});
    ASSERT_EQ(first.exit_code, 0) << first.err;
    const std::filesystem::path folder = place / "my search";
    EXPECT_EQ(files_in(folder), (std::set<std::string>{"front.csv", "packages.csv", "objectives.csv", "rounds.csv",
                                                       "search.html", "manifest.json"}));
    EXPECT_NE(content_of(folder / "manifest.json").find("--store '" + store + "'"), std::string::npos)
        << "what repeats it is read back by a shell";
    const std::string front = content_of(folder / "front.csv");
    EXPECT_TRUE(
        front.starts_with("package,kind,in_words,unbeaten,beaten_by,violation,fresh_runs,members,good_share,regret,"));
    EXPECT_NE(front.find("0,scenario,nothing added"), std::string::npos) << front;
    EXPECT_NE(front.find("national_scandal,other,"), std::string::npos) << front;
    EXPECT_NE(first.err.find("0 runs are done already"), std::string::npos) << first.err;
    EXPECT_NE(first.out.find("good enough in"), std::string::npos) << first.out;
    EXPECT_NE(content_of(folder / "search.html").find("Where a package falls short"), std::string::npos);

    EXPECT_EQ(run_program({"search", file, "--store", store}).exit_code, 2) << "an earlier result is not replaced";
    const ProgramResult again = run_program({"search", file, "--store", store, "--force", "--lang", "nl"});
    ASSERT_EQ(again.exit_code, 0) << again.err;
    EXPECT_EQ(content_of(folder / "front.csv"), front) << "the same in every language";
    EXPECT_EQ(again.err.find("0 runs zijn al gedaan"), std::string::npos) << again.err;
    EXPECT_NE(content_of(folder / "search.html").find("Waar een pakket tekortschiet"), std::string::npos);
}

TEST(SearchCommand, leaves_a_store_of_which_status_says_how_far_it_is) {
    const TemporaryFolder place;
    const std::string store = place / "small.sqlite";
    ASSERT_EQ(run_program({"search", place.write("small.toml", small_search::text()), "--store", store}).exit_code, 0);
    const ProgramResult english = run_program({"status", store, "--lang", "en"});
    EXPECT_EQ(english.exit_code, 0) << english.err;
    EXPECT_NE(english.out.find("small.sqlite: search \"Small\""), std::string::npos) << english.out;
    // the second round of so small a search finds no package that was not looked at before
    EXPECT_NE(english.out.find("1 round, 9 packages looked at, 27 runs done"), std::string::npos) << english.out;
    const ProgramResult dutch = run_program({"status", store, "--lang", "nl"});
    EXPECT_NE(dutch.out.find("zoektocht \"Small\""), std::string::npos) << dutch.out;
}

TEST(SearchCommand, refuses_what_is_no_search_and_check_says_what_one_is) {
    const TemporaryFolder place;
    const ProgramResult scenario = run_program(
        {"search", (places::checkout() / "scenarios/baseline.toml").string(), "--store", place / "x.sqlite"});
    EXPECT_EQ(scenario.exit_code, 2);
    EXPECT_NE(scenario.err.find("has no [[objective]]"), std::string::npos) << scenario.err;
    EXPECT_EQ(run_program({"search", place.write("s.toml", small_search::text())}).exit_code, 2) << "no store";
    const ProgramResult checked =
        run_program({"check", (places::checkout() / "scenarios/search/packages.toml").string(), "--lang", "en"});
    EXPECT_EQ(checked.exit_code, 0) << checked.err;
    EXPECT_NE(checked.out.find("8 levers, 5 objectives"), std::string::npos) << checked.out;
}

}  // namespace algemeente::testing
