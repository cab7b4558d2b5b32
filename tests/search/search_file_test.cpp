#include "search/search_file.h"

#include "search/small_search.h"
#include "text/error.h"

#include <gtest/gtest.h>

namespace algemeente {
namespace {

std::string refusal_of(const std::string& words) {
    try {
        read_search(small_search::file_with(words));
    } catch (const InputError& error) {
        return error.what();
    }
    return "nothing was refused";
}

/// The small search with one text replaced by another.
std::string changed(const std::string& from, const std::string& to) {
    std::string words = small_search::text();
    const std::size_t at = words.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return words.replace(at, from.size(), to);
}

void expect_refusal(const std::string& words, const std::string& problem) {
    const std::string refusal = refusal_of(words);
    EXPECT_NE(refusal.find(problem), std::string::npos) << "expected: " << problem << "\ngot: " << refusal;
    EXPECT_NE(refusal.find("small_search.toml:"), std::string::npos) << refusal;
}

}  // namespace

TEST(SearchFile, holds_levers_objectives_and_limits) {
    const Search search = small_search::read();
    ASSERT_EQ(search.levers.size(), 2U);
    EXPECT_EQ(search.levers[0].from_months, (std::vector<int>{17, 24}));
    EXPECT_EQ(search.levers[1].values, (std::vector<double>{2, 4})) << "leaving it alone is always a choice";
    EXPECT_EQ(search.levers[1].shares, (std::vector<double>{.5, 1}));
    ASSERT_EQ(search.objectives.size(), 2U);
    EXPECT_EQ(search.objectives[1].measure.of, Measure::Of::nation);
    EXPECT_EQ(search.objectives[1].measure.month, 35) << "the last month";
    ASSERT_EQ(search.limits.size(), 1U);
    EXPECT_EQ(search.measures().size(), 2U) << "a limit on what is an objective is measured once";
    EXPECT_EQ(first_choice_month(search), 17);
    EXPECT_EQ(search.others.front().months(), 36) << "others are run as the scenario is";
}

TEST(SearchFile, refuses_what_it_does_not_know_with_the_nearest_name) {
    expect_refusal(changed("population", "populatoin"), "unknown key; did you mean 'population'?");
    expect_refusal(changed("ethics_committee", "ethics_comittee"), "did you mean 'ethics_committee'?");
    expect_refusal(changed("\"effort\"", "\"efort\""), "did you mean 'effort'?");
    expect_refusal(changed("shares", "share"), "did you mean 'shares'?");
}

TEST(SearchFile, refuses_what_cannot_be) {
    expect_refusal(changed("values = [1, 2, 4]", "values = [1]"), "no other value than that of the scenario");
    expect_refusal(changed("values = [1, 2, 4]", "values = [2, 2]"), "2 is listed twice");
    expect_refusal(changed("values = [1, 2, 4]", "values = [9]"), "9 is outside 0..5");
    expect_refusal(changed("shares = [0.5, 1]", "shares = [0, 1]"), "no share above 0");
    expect_refusal(changed("\"2017-01\"", "\"2019-01\""), "2019-01 lies after the last month, 2017-12");
    expect_refusal(changed("epsilon = 0.01", "epsilon = 0"), "is not above 0");
    expect_refusal(changed("at_most = 3", "at_most = 3\nat_least = 1"), "needs one of at_most and at_least");
    expect_refusal(changed("at_most = 3", "at_most = -3"), "-3 euros are less than nothing");
    expect_refusal(changed("\"effort\"", "\"usage\""), "do not add up");
    expect_refusal(changed("name = \"ethics_committee\"", "name = \"start_trust_mean\""),
                   "is read only while the world is made");
    expect_refusal(changed("seed = 5", "seed = 5\nmember_count = 9"), "means nothing without members");
    expect_refusal(changed("runs = 2\nfresh_runs = 3\n", "members = \"history\"\nmember_count = 7000\n"),
                   "is more than the");
}

TEST(SearchFile, without_objectives_is_none) {
    EXPECT_FALSE(is_search_file(places::checkout() / "scenarios/baseline.toml"));
    EXPECT_TRUE(is_search_file(small_search::file_with(small_search::text())));
}

TEST(SearchFile, with_members_runs_each_of_them) {
    const Search search = read_search(
        small_search::file_with(changed("runs = 2\nfresh_runs = 3\n", "members = \"history\"\nmember_count = 7\n")));
    ASSERT_NE(search.members, nullptr);
    EXPECT_EQ(search.members->count(), 7U);
    EXPECT_EQ(search.runs, 7);
    EXPECT_EQ(search.fresh_runs, 7);
}

TEST(Packages, come_from_genes_and_forget_choices_of_levers_that_are_left_alone) {
    const Search search = small_search::read();
    ASSERT_EQ(gene_count(search), 4U);  // committee: value, date; capacity: value, share
    const Package none = package_of(search, {0, .9, 0, .9});
    EXPECT_EQ(none, package_of(search, {.4, 0, .3, 0}));
    EXPECT_EQ(package_text(none), "-1:0:0 -1:0:0");
    const Package both = package_of(search, {1, .6, 1, .2});
    EXPECT_EQ(package_text(both), "0:1:0 1:0:0");
    Scenario scenario = search.base;
    const std::size_t before = scenario.changes.size();
    add_package(scenario, search, both);
    ASSERT_EQ(scenario.changes.size(), before + 2);
    EXPECT_EQ(scenario.changes[before].from_month, 24);
    EXPECT_EQ(scenario.changes[before + 1].value, 4);
    EXPECT_EQ(scenario.changes[before + 1].municipality_share, .5);
}

TEST(SearchIdentity, changes_with_what_runs_and_choices_depend_on_alone) {
    const Search search = small_search::read();
    Search other = search;
    other.title = "Another title";
    other.rounds = 50;
    EXPECT_EQ(search_identity(search), search_identity(other)) << "more rounds go on with the same store";
    other.objectives[0].epsilon = .5;
    EXPECT_NE(search_identity(search), search_identity(other));
    other = search;
    other.levers[0].values = {0};
    EXPECT_NE(search_identity(search), search_identity(other));
}

}  // namespace algemeente
