#include "search/search.h"

#include "ensemble/ensemble.h"
#include "front/kept_front.h"
#include "netherlands/country_of.h"
#include "present/words/names.h"
#include "search/package_words.h"
#include "search/small_search.h"
#include "search/write_search.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <fstream>
#include <iterator>

namespace algemeente {
namespace {

std::filesystem::path new_store(const std::string& name) {
    std::filesystem::path file = std::filesystem::path(testing::TempDir()) / (name + ".sqlite");
    std::filesystem::remove(file);
    return file;
}

SearchResult searched(const Search& search, const std::filesystem::path& file, int threads = 1) {
    SearchStore store(file, search, false);
    SearchOptions options;
    options.threads = threads;
    return search_packages(search, store, options);
}

/// Everything that a search decided, as text.
std::string decided(const Search& search, const SearchResult& result) {
    return table_as_csv(front_table(search, result)) + table_as_csv(packages_table(search, result)) +
           table_as_csv(rounds_table(result));
}

/// Runs until so many are in the store, and is stopped there.
SearchResult stopped_after(const Search& search, const std::filesystem::path& file, std::int64_t runs) {
    SearchStore store(file, search, false);
    std::atomic<bool> cancel{false};
    SearchOptions options;
    options.threads = 1;
    options.cancel = &cancel;
    options.progress = [&](std::int64_t done, std::int64_t) {
        if (done >= runs) cancel = true;
    };
    return search_packages(search, store, options);
}

}  // namespace

TEST(SearchFiles, of_the_front_that_ships_are_of_the_search_that_ships) {
    const Search search = read_search(places::checkout() / "scenarios/search/packages.toml");
    std::ifstream stream(shipped_front() / "objectives.csv", std::ios::binary);
    const std::string kept{std::istreambuf_iterator<char>(stream), {}};
    EXPECT_EQ(kept, table_as_csv(objectives_table(search), CsvDigits::seven)) << "run scripts/keep_search";
    const auto front = read_kept_front(shipped_front());
    ASSERT_TRUE(front);
    EXPECT_EQ(front->scenario, search.base.name);
    for (const KeptPackage& package : front->packages)
        for (const DatedChange& change : package.changes) {
            const auto lever = std::find_if(search.levers.begin(), search.levers.end(),
                                            [&](const SearchedLever& one) { return one.name == change.lever; });
            ASSERT_NE(lever, search.levers.end()) << change.lever;
            EXPECT_EQ(std::count(lever->values.begin(), lever->values.end(), change.value), 1) << change.lever;
        }
}

TEST(SearchFiles, are_read_as_what_was_found) {
    const Search search = small_search::read();
    const SearchResult result = searched(search, new_store("search_kept"));
    const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "kept_small_search";
    std::filesystem::create_directories(folder);
    write_search(search, result, folder);
    std::ofstream(folder / "search.json")
        << R"({"scenario": "baseline", "municipalities": "6", "months": 36, "date": "2026-11-28"})";
    const auto front = read_kept_front(folder);
    ASSERT_TRUE(front);
    ASSERT_GE(front->packages.size(), result.front.size());
    for (std::size_t i = 0; i < result.front.size(); ++i) {
        const KeptPackage& read = front->packages[i];
        EXPECT_EQ(read.name, std::to_string(result.front[i].number));
        EXPECT_EQ(read.changes, changes_of(search, result.front[i].package));
        EXPECT_NEAR(read.good_share, result.front[i].good_share, 1e-6);
    }
    EXPECT_EQ(front->fresh_runs, 3U);
    EXPECT_EQ(front->members, 0U);
}

TEST(SearchPackages, finds_the_same_front_on_any_number_of_threads) {
    const Search search = small_search::read();
    const SearchResult one = searched(search, new_store("search_one"), 1);
    ASSERT_FALSE(one.front.empty());
    EXPECT_EQ(decided(search, one), decided(search, searched(search, new_store("search_three"), 3)));
}

TEST(SearchPackages, that_is_stopped_anywhere_goes_on_to_the_same_front) {
    const Search search = small_search::read();
    const std::string whole = decided(search, searched(search, new_store("search_whole")));
    const auto file = new_store("search_stopped");
    for (const std::int64_t runs : {1, 9, 17}) EXPECT_TRUE(stopped_after(search, file, runs).cancelled);
    EXPECT_EQ(decided(search, searched(search, file)), whole);
    const SearchResult again = searched(search, file);
    EXPECT_EQ(again.runs_done, 0) << "nothing is left to do";
    EXPECT_EQ(decided(search, again), whole);
}

TEST(SearchPackages, of_another_search_is_refused_by_the_store) {
    Search search = small_search::read();
    const auto file = new_store("search_other");
    searched(search, file);
    search.seed = 6;
    EXPECT_THROW(SearchStore(file, search, false), InputError);
}

TEST(SearchPackages, runs_what_the_scenario_with_that_package_runs) {
    const Search search = small_search::read();
    const SearchResult result = searched(search, new_store("search_runs"));
    ASSERT_TRUE(result.base.has_value());
    const auto package =
        std::find_if(result.front.begin(), result.front.end(), [](const Result& one) { return one.number > 0; });
    ASSERT_NE(package, result.front.end());
    Scenario scenario = search.base;
    add_package(scenario, search, package->package);
    for (int run = 0; run < search.fresh_runs; ++run) {
        const Country country = country_of(scenario, search.seed, static_cast<std::uint64_t>(search.runs + run));
        const History history = run_replicate(scenario, country, search.seed, search.runs + run, false);
        std::vector<double> values;
        for (const Measure& measure : search.measures()) values.push_back(read_measure(measure, history));
        EXPECT_EQ(package->runs[static_cast<std::size_t>(run)], values) << "from the shared past, to the last bit";
    }
}

TEST(SearchPackages, keeps_within_the_limits_and_lays_others_beside) {
    const Search search = small_search::read();
    const SearchResult result = searched(search, new_store("search_limits"));
    EXPECT_EQ(result.base->number, 0);
    EXPECT_EQ(result.base->good_share, 0) << "the scenario is not better than itself";
    for (const Result& one : result.front)
        EXPECT_LE(one.judged.objectives[1], 3 * 1.2) << "fresh runs may exceed a limit by a little";
    ASSERT_EQ(result.others.size(), 1U);
    EXPECT_EQ(result.others[0].number, -1);
    EXPECT_EQ(result.rounds.size(), 3U);
    for (std::size_t i = 1; i < result.rounds.size(); ++i)
        EXPECT_GE(result.rounds[i].looked_at, result.rounds[i - 1].looked_at);
}

TEST(SearchPackages, that_must_not_cost_anything_find_the_scenario_alone) {
    Search search = small_search::read();
    search.limits[0].at = 0;
    const SearchResult result = searched(search, new_store("search_free"));
    ASSERT_EQ(result.front.size(), 1U) << "no lever is free";
    EXPECT_EQ(result.front[0].number, 0);
}

TEST(Judge, turns_objectives_and_adds_up_what_exceeds_limits) {
    Search search = small_search::read();
    const std::vector<std::vector<double>> base{{10, 0}, {20, 0}};
    const std::vector<std::vector<double>> runs{{12, 2}, {22, 7}};
    const Judged judged = judge(search, runs, base);
    EXPECT_EQ(judged.objectives, (std::vector<double>{-17, 4.5}));
    EXPECT_DOUBLE_EQ(judged.violation, 1.5 / 3);
    search.objectives[0].against_base = true;
    EXPECT_EQ(judge(search, runs, base).objectives[0], -2);
    search.objectives[0].over = Over::worst_decile;
    search.objectives[0].against_base = false;
    EXPECT_DOUBLE_EQ(judge(search, runs, base).objectives[0], -13) << "one in ten is worse than that";
    const Judged nothing = judge(search, {{std::nan(""), 0}, {1, 0}}, base);
    EXPECT_TRUE(std::isinf(nothing.violation)) << "what cannot be measured is never chosen";
}

TEST(Robustness, counts_runs_that_are_good_enough_and_regret_against_the_best_of_each_run) {
    Search search = small_search::read();
    SearchResult result;
    const auto with = [](std::int64_t number, std::vector<std::vector<double>> runs) {
        Result one;
        one.number = number;
        one.runs = std::move(runs);
        return one;
    };
    result.base = with(0, {{10, 0}, {10, 0}});
    result.front = {with(1, {{12, 1}, {9, 1}}), with(2, {{14, 2}, {15, 2}})};
    judge_robustness(search, result);
    EXPECT_EQ(result.front[0].number, 2) << "the most robust first";
    EXPECT_EQ(result.front[0].good_share, 1);
    EXPECT_EQ(result.front[1].good_share, .5);
    EXPECT_EQ(result.front[1].good, (std::vector<bool>{true, false}));
    // of effort: 2 in one run, 6 in the other, of a range from 10.5 to 14.5
    EXPECT_NEAR(result.front[1].regret, (2 + .9 * 4) / 4, 1e-12);
    EXPECT_NEAR(result.front[1].regret_90[0], 2 + .9 * 4, 1e-12);
}

TEST(PackageWords, read_as_one_says_them) {
    const Search search = small_search::read();
    EXPECT_EQ(package_words(search, {{-1, 0, 0}, {-1, 0, 0}}, present::Language::en), "nothing added");
    EXPECT_EQ(package_words(search, {{0, 1, 0}, {0, 0, 0}}, present::Language::en),
              "Ethics committee from 2017 and Change capacity: 2\u00D7 from June 2016 in 50% of municipalities");
    EXPECT_EQ(measure_words(search, search.measures()[0], present::Language::en),
              present::name_of("effort", present::Language::en) + ", both domains");
}

}  // namespace algemeente
