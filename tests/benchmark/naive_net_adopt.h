// NetAdopt-8 as one would write it down first: what the fast version must agree with, and be faster than.
#pragma once

#include "benchmark/net_adopt.h"

#include <array>
#include <cstdint>
#include <vector>

namespace algemeente::benchmarks {

/// Agent by agent, tie by tie, one full draw each: plain arrays.
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

}  // namespace algemeente::benchmarks
