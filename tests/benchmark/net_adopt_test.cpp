// The fast kernel of the benchmark does what the naive one does, bit for bit, and spreads as arithmetic says.
#include "benchmark/net_adopt.h"

#include <gtest/gtest.h>

#include <cmath>

namespace algemeente::benchmark {

namespace {

/// Agent by agent, tie by tie, one full draw each: as one would write it down first.
class NaiveNetAdopt {
public:
    NaiveNetAdopt(std::uint32_t count, const Luck& luck) : luck_(luck), states_(count) {
        for (std::uint32_t agent = 0; agent < count; ++agent) {
            std::array<std::uint32_t, tie_count> ties = acquaintances_of(luck, agent, count);
            for (std::uint32_t tie = 0; tie < tie_count; ++tie)
                if (ties[tie] == agent)
                    ties[tie] = (agent + count + static_cast<std::uint32_t>(ring_steps[tie])) % count;
            ties_.push_back(ties);
        }
    }

    void pass_month() {
        const std::vector<std::uint8_t> before = states_;
        for (std::uint32_t agent = 0; agent < before.size(); ++agent) {
            std::uint32_t neighbours = 0;
            for (const std::uint32_t other : ties_[agent]) neighbours += before[other];
            states_[agent] = draw_of(luck_, agent, month_) < chance_of(before[agent], neighbours) ? 1 : 0;
        }
        ++month_;
    }

    std::uint8_t state(std::uint32_t agent) const { return states_[agent]; }
    double mean() const {
        double sum = 0;
        for (const std::uint8_t state : states_) sum += state;
        return sum / static_cast<double>(states_.size());
    }

private:
    Luck luck_;
    int month_ = 0;
    std::vector<std::uint8_t> states_;
    std::vector<std::array<std::uint32_t, tie_count>> ties_;
};

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

}  // namespace algemeente::benchmark
