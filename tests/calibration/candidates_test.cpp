// Which candidates are run next: by chance and weight, each at most once.
#include "calibration/candidates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace algemeente {

namespace {

CandidateOdds odds_with(std::size_t count, double (*chance)(std::size_t), bool (*possible)(std::size_t)) {
    CandidateOdds odds;
    for (std::size_t i = 0; i < count; ++i) {
        odds.chances.push_back(chance(i));
        odds.is_possible.push_back(possible(i));
    }
    return odds;
}

std::vector<std::size_t> drawn_from(const CandidateOdds& odds, std::size_t count, double even_share,
                                    std::uint64_t seed = 1, std::uint64_t first = 0) {
    return drawn_candidates(odds.chances, odds.is_possible, count, even_share, seed, first);
}

bool always(std::size_t /*candidate*/) {
    return true;
}

}  // namespace

TEST(DrawnCandidates, are_different_and_as_many_as_asked_for) {
    const CandidateOdds odds = odds_with(
        1000, [](std::size_t i) { return i < 5 ? .9 : 0; }, [](std::size_t i) { return i < 20; });
    const std::vector<std::size_t> drawn = drawn_from(odds, 100, .2, 1, 0);
    EXPECT_EQ(drawn.size(), 100U);
    EXPECT_EQ(std::set<std::size_t>(drawn.begin(), drawn.end()).size(), 100U);
    for (std::size_t i = 0; i < 20; ++i)  // first what is likely, then what is possible, then the rest
        EXPECT_NE(std::find(drawn.begin(), drawn.begin() + 20, i), drawn.begin() + 20) << i;
}

TEST(DrawnCandidates, follow_their_chances) {
    const CandidateOdds odds = odds_with(
        20'000, [](std::size_t i) { return i % 2 == 0 ? .03 : .01; }, always);
    const std::vector<std::size_t> drawn = drawn_from(odds, 1000, 0, 1, 0);
    const auto even = std::count_if(drawn.begin(), drawn.end(), [](std::size_t i) { return i % 2 == 0; });
    EXPECT_NEAR(static_cast<double>(even), 750, 45);  // a standard error is 14
}

TEST(DrawnCandidates, are_partly_spread_over_what_is_possible) {
    const CandidateOdds odds = odds_with(
        20'000, [](std::size_t i) { return i < 10'000 ? 1. : 1e-9; }, [](std::size_t i) { return i < 15'000; });
    const std::vector<std::size_t> drawn = drawn_from(odds, 1000, .4, 1, 0);
    const auto likely = std::count_if(drawn.begin(), drawn.end(), [](std::size_t i) { return i < 10'000; });
    const auto impossible = std::count_if(drawn.begin(), drawn.end(), [](std::size_t i) { return i >= 15'000; });
    EXPECT_EQ(impossible, 0);
    EXPECT_NEAR(static_cast<double>(likely), 600 + 400 * (10'000 - 600) / 14'400., 35);
}

TEST(DrawnCandidates, hang_on_the_seed_and_on_nothing_else) {
    const CandidateOdds odds = odds_with(
        500, [](std::size_t) { return .5; }, always);
    EXPECT_EQ(drawn_from(odds, 50, .2, 1, 0), drawn_from(odds, 50, .2, 1, 0));
    EXPECT_NE(drawn_from(odds, 50, .2, 1, 0), drawn_from(odds, 50, .2, 2, 0));
    EXPECT_NE(drawn_from(odds, 50, .2, 1, 0), drawn_from(odds, 50, .2, 1, 1000));
}

}  // namespace algemeente
