// NetAdopt-8: agents on a small world adopt a novelty from their neighbours. The smallest model that needs what agent
// models need (a network, keyed luck, a record), to compare engines by; built from the parts that citizens are made of.
//
// A ring lattice of four neighbours on either side; each of these eight ties is, with chance .1, replaced by a tie to
// anybody (directed, so that everybody keeps eight). Each month, all at once: who has not adopted does so with chance
// .01 + .38 k / 8, where k of the eight had adopted; who has adopted gives up with chance .02.
#pragma once

#include "random/luck.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace algemeente::benchmarks {

inline constexpr std::uint32_t tie_count = 8;
inline constexpr double rewiring_chance = 0.1;
/// Steps along the ring to an agent's neighbours.
inline constexpr std::array<int, tie_count> ring_steps = {-4, -3, -2, -1, 1, 2, 3, 4};

/// Chances in units of 2^-32: adopting without neighbours, more for each neighbour, and staying once adopted.
inline constexpr std::uint32_t adopt_alone = 42949673;          // .01
inline constexpr std::uint32_t adopt_by_neighbour = 204010947;  // .38 / 8
inline constexpr std::uint32_t stay = 4209067950;               // 1 - .02

/// Chance to have adopted after a month: `before`, 0 or 1, is an agent's own state, `neighbours` have adopted.
constexpr std::uint32_t chance_of(std::uint8_t before, std::uint32_t neighbours) {
    return before != 0 ? stay : adopt_alone + adopt_by_neighbour * neighbours;
}

/// An agent's draw of the month at full resolution. Its upper half is a half of a word that it shares out with 64
/// others: words of eight blocks beside each other, so that lanes of vector code need no shuffling. The lower half is
/// a word of its own, which one agent in 65,536 needs.
std::uint32_t draw_of(const Luck& luck, std::uint32_t agent, int month);

/// Who replaces whom, by one look at luck. Empty (the agent itself) where the tie along the ring is kept.
std::array<std::uint32_t, tie_count> acquaintances_of(const Luck& luck, std::uint32_t agent, std::uint32_t count);

class NetAdopt {
public:
    /// `count` agents, at least nine, none of whom has adopted.
    NetAdopt(std::uint32_t count, const Luck& luck);

    void pass_month();

    std::uint32_t count() const { return count_; }
    int month() const { return static_cast<int>(adopters_.size()); }
    /// 0 or 1.
    std::uint8_t state(std::uint32_t agent) const { return now_[margin + agent]; }
    /// The record: how many had adopted at the end of each month.
    const std::vector<std::uint32_t>& adopters() const { return adopters_; }
    std::size_t ties_rewired() const { return acquaintance_.size(); }

    /// Agents are handled in blocks that fit the first-level cache.
    static constexpr std::uint32_t block_size = 1024;

private:
    /// Room before the first agent and behind the last, where the ring closes.
    static constexpr std::uint32_t margin = 64;

    void rewire();
    void close_ring();
    std::uint32_t pass_block(std::uint32_t block);

    std::uint32_t count_;
    Luck luck_;
    std::vector<std::uint8_t> before_, now_;  ///< 0 or 1; whole blocks and margins
    std::vector<std::uint8_t> kept_;          ///< bit j: the tie along ring_steps[j] was not rewired
    // rewired ties, sorted by agent
    std::vector<std::uint16_t> agent_in_block_;
    std::vector<std::uint32_t> acquaintance_;
    std::vector<std::uint32_t> first_tie_;  ///< per block, and one past the last
    std::vector<std::uint32_t> adopters_;
};

}  // namespace algemeente::benchmarks
