// Luck is looked up, not consumed: a draw is a function of (seed, replicate, purpose, who, month, number).
//
// So adding a mechanism, a project or a thread never shifts anybody else's luck, and two scenarios meet the same
// luck: their difference is the policy (common random numbers). Pearson, Klein & Buffalo 2026; specification C4.5.
#pragma once

#include "random/philox.h"

#include <array>
#include <cstdint>
#include <span>

namespace algemeente {

enum class Purpose : std::uint8_t {
#define PURPOSE(name) name,
#include "random/purposes.def"
};

/// A random word as a number in the open interval (0, 1); resolution 2^-32.
constexpr double unit_interval(std::uint32_t word) {
    return (static_cast<double>(word) + 0.5) * 0x1p-32;
}

/// Four independent uniform numbers in (0, 1) at one address.
using Draws = std::array<double, 4>;

class Luck {
public:
    constexpr Luck() = default;
    /// The luck of replicate `replicate` under root seed `seed`: the same in every scenario.
    constexpr Luck(std::uint64_t seed, std::uint64_t replicate) : key_(mixed(mixed(seed) + replicate)) {}

    /// Random words for `who` (a stable key, never a running index) in `month`; `number` addresses further blocks.
    constexpr PhiloxBlock words(Purpose purpose, std::uint64_t who, int month, std::uint32_t number = 0) const {
        return philox4x32(
            {static_cast<std::uint32_t>(who), static_cast<std::uint32_t>(who >> 32U), address(purpose, month), number},
            key_);
    }
    constexpr Draws draws(Purpose purpose, std::uint64_t who, int month, std::uint32_t number = 0) const {
        const PhiloxBlock block = words(purpose, who, month, number);
        return {unit_interval(block[0]), unit_interval(block[1]), unit_interval(block[2]), unit_interval(block[3])};
    }
    constexpr double uniform(Purpose purpose, std::uint64_t who, int month, std::uint32_t number = 0) const {
        return unit_interval(words(purpose, who, month, number)[0]);
    }
    /// uniform() for the pairs of `one` with each of `others`, `who` being (one << 32 | other): many at once, in vector
    /// code. `uniforms` has as many places as there are others.
    void uniforms_of_pairs(Purpose purpose, std::uint32_t one, std::span<const std::uint32_t> others, int month,
                           std::span<double> uniforms) const;
    constexpr std::uint64_t key() const { return key_; }

private:
    static constexpr std::uint32_t address(Purpose purpose, int month) {
        return (static_cast<std::uint32_t>(purpose) << 16U) | static_cast<std::uint32_t>(month + 1);
    }
    /// SplitMix64's finaliser: spreads nearby seeds over the whole key space.
    static constexpr std::uint64_t mixed(std::uint64_t x) {
        x += 0x9E3779B97F4A7C15ULL;
        x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
        return x ^ (x >> 31U);
    }

    std::uint64_t key_ = 0;
};

/// Month of draws that belong to the start of the world.
inline constexpr int before_first_month = -1;

}  // namespace algemeente
