// The fast kernel of the benchmark does what the naive one does, bit for bit, and spreads as arithmetic says.
#include "benchmark/net_adopt.h"
#include "benchmark/naive_net_adopt.h"

#include <gtest/gtest.h>

#include <cmath>

namespace algemeente::benchmarks {

namespace {

double mean_of(const NetAdopt& model) {
    return static_cast<double>(model.adopters().back()) / model.count();
}

}  // namespace

TEST(NetAdopt, has_the_same_bits_as_the_naive_version_in_every_month) {
    // sizes: less than a block, whole blocks, and a rest behind the last one
    for (const std::uint32_t count : {9U, 700U, 2048U, 20011U}) {
        const Luck luck(7, count);
        NetAdopt fast(count, luck);
        NaiveNetAdopt naive(count, luck);
        for (int month = 0; month < 40; ++month) {
            fast.pass_month();
            naive.pass_month();
            for (std::uint32_t agent = 0; agent < count; ++agent)
                ASSERT_EQ(fast.state(agent), naive.state(agent))
                    << count << " agents, month " << month << ", " << agent;
            ASSERT_DOUBLE_EQ(mean_of(fast), naive.mean());
        }
    }
}

TEST(NetAdopt, starts_with_the_chance_of_loners_and_ends_near_the_mean_field) {
    constexpr std::uint32_t count = 200000;
    NetAdopt model(count, Luck(1, 0));
    model.pass_month();
    EXPECT_NEAR(mean_of(model), .01, 5 * std::sqrt(.01 * .99 / count));  // 5 standard errors
    for (int month = 0; month < 200; ++month) model.pass_month();
    // where (1 - x)(.01 + .38 x) = .02 x; neighbours' likeness moves it by less than the bound
    const double mean_field = (.35 + std::sqrt(.35 * .35 + 4 * .38 * .01)) / (2 * .38);
    EXPECT_NEAR(mean_of(model), mean_field, .002);
    EXPECT_EQ(model.adopters().size(), 201U);
}

TEST(NetAdopt, rewires_a_tenth_of_the_ties) {
    constexpr std::uint32_t count = 100000;
    const NetAdopt model(count, Luck(3, 0));
    const double ties = double{count} * tie_count;
    EXPECT_NEAR(static_cast<double>(model.ties_rewired()), rewiring_chance * ties,
                5 * std::sqrt(rewiring_chance * (1 - rewiring_chance) * ties));  // 5 standard errors
}

}  // namespace algemeente::benchmarks
