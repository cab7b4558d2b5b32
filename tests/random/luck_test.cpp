#include "random/luck.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <vector>

namespace algemeente {
namespace {

/// Pearson's chi-square of draws over equal cells.
double chi_square(const std::vector<int>& counts) {
    double draws = 0;
    for (const int count : counts) draws += count;
    const double expected = draws / static_cast<double>(counts.size());
    double sum = 0;
    for (const int count : counts) sum += (count - expected) * (count - expected) / expected;
    return sum;
}

/// Holds for all but 1 in 15,000 good generators (four standard deviations, Wilson and Hilferty 1931).
double largest_chi_square(int degrees) {
    const double spread = 2.0 / (9.0 * degrees);
    return degrees * std::pow(1 - spread + 4 * std::sqrt(spread), 3);
}

TEST(UnitInterval, never_reaches_zero_or_one) {
    EXPECT_GT(unit_interval(0), 0.0);
    EXPECT_LT(unit_interval(0xffffffff), 1.0);
    EXPECT_EQ(unit_interval(0x80000000) - 0.5, 0x1p-33);
}

TEST(Luck, is_looked_up_so_the_order_of_questions_does_not_matter) {
    const Luck luck(1, 0);
    std::vector<double> upwards;
    for (std::uint64_t who = 0; who < 100; ++who) upwards.push_back(luck.uniform(Purpose::incident, who, 7));
    for (std::uint64_t who = 100; who-- > 0;) {
        luck.uniform(Purpose::gate, who, 3);  // a question of somebody else in between
        ASSERT_EQ(luck.uniform(Purpose::incident, who, 7), upwards[who]);
    }
}

TEST(Luck, is_the_same_for_the_same_seed_and_replicate) {
    EXPECT_EQ(Luck(1, 5).draws(Purpose::idea_count, 42, 12), Luck(1, 5).draws(Purpose::idea_count, 42, 12));
}

TEST(Luck, differs_with_every_part_of_its_address) {
    const auto first = Luck(1, 0).words(Purpose::idea_count, 42, 12);
    EXPECT_NE(first, Luck(2, 0).words(Purpose::idea_count, 42, 12));
    EXPECT_NE(first, Luck(1, 1).words(Purpose::idea_count, 42, 12));
    EXPECT_NE(first, Luck(1, 0).words(Purpose::idea_choice, 42, 12));
    EXPECT_NE(first, Luck(1, 0).words(Purpose::idea_count, 43, 12));
    EXPECT_NE(first, Luck(1, 0).words(Purpose::idea_count, 42 + (1ULL << 32U), 12));
    EXPECT_NE(first, Luck(1, 0).words(Purpose::idea_count, 42, 13));
    EXPECT_NE(first, Luck(1, 0).words(Purpose::idea_count, 42, 12, 1));
    EXPECT_NE(Luck(1, 0).words(Purpose::citizen_start, 42, before_first_month),
              Luck(1, 0).words(Purpose::citizen_start, 42, 0));
}

TEST(Luck, has_another_key_for_every_nearby_seed_and_replicate) {
    std::set<std::uint64_t> keys;
    for (std::uint64_t seed = 0; seed < 100; ++seed)
        for (std::uint64_t replicate = 0; replicate < 100; ++replicate) keys.insert(Luck(seed, replicate).key());
    EXPECT_EQ(keys.size(), 10'000U);
}

TEST(Luck, answers_uniform_with_the_first_of_its_four_draws) {
    const Luck luck(3, 4);
    EXPECT_EQ(luck.uniform(Purpose::gate, 9, 10), luck.draws(Purpose::gate, 9, 10)[0]);
}

TEST(Luck, of_many_pairs_at_once_is_that_of_each_pair) {
    const Luck luck(3, 4);
    std::vector<std::uint32_t> others(300);  // more than two blocks
    for (std::uint32_t j = 0; j < others.size(); ++j) others[j] = 1000003U * j;
    std::vector<double> uniforms(others.size());
    luck.uniforms_of_pairs(Purpose::peer_choice, 363, others, before_first_month, uniforms);
    for (std::size_t j = 0; j < others.size(); ++j) {
        const std::uint64_t pair = (std::uint64_t{363} << 32U) | others[j];
        EXPECT_EQ(uniforms[j], luck.uniform(Purpose::peer_choice, pair, before_first_month)) << j;
    }
}

TEST(Luck, is_spread_evenly) {
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        const Luck luck(seed, 0);
        std::vector<int> counts(100);
        for (std::uint64_t who = 0; who < 50'000; ++who)
            for (const double draw : luck.draws(Purpose::citizen_experience, who, 60))
                ++counts[static_cast<std::size_t>(draw * 100)];
        EXPECT_LT(chi_square(counts), largest_chi_square(99)) << "seed " << seed;
    }
}

/// Cells of a 20 by 20 square that pairs of draws fall into.
template <typename PairOf>
double chi_square_of_pairs(PairOf pair_of) {
    std::vector<int> counts(400);
    for (std::uint64_t i = 0; i < 100'000; ++i) {
        const auto [one, other] = pair_of(i);
        ++counts[static_cast<std::size_t>(one * 20) * 20 + static_cast<std::size_t>(other * 20)];
    }
    return chi_square(counts);
}

TEST(Luck, of_neighbours_in_the_address_space_is_independent) {
    const Luck luck(1, 0);
    const Luck next(1, 1);
    using Pair = std::pair<double, double>;
    const auto at = [&](std::uint64_t who, int month) { return luck.uniform(Purpose::incident, who, month); };

    const double persons = chi_square_of_pairs([&](std::uint64_t i) { return Pair{at(i, 5), at(i + 1, 5)}; });
    const double months = chi_square_of_pairs([&](std::uint64_t i) { return Pair{at(i, 5), at(i, 6)}; });
    const double purposes = chi_square_of_pairs([&](std::uint64_t i) {
        return Pair{at(i, 5), luck.uniform(Purpose::discontinuation, i, 5)};
    });
    const double replicates = chi_square_of_pairs([&](std::uint64_t i) {
        return Pair{at(i, 5), next.uniform(Purpose::incident, i, 5)};
    });
    const double words = chi_square_of_pairs([&](std::uint64_t i) {
        const Draws draws = luck.draws(Purpose::incident, i, 5);
        return Pair{draws[1], draws[2]};
    });
    for (const double sum : {persons, months, purposes, replicates, words}) EXPECT_LT(sum, largest_chi_square(399));
}

}  // namespace
}  // namespace algemeente
