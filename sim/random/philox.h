// Philox4x32-10: a counter-based random number generator (Salmon et al. 2011, "Parallel random numbers: as easy
// as 1, 2, 3"). A few lines of our own, held against the known-answer vectors and Debian's Random123 in
// tests/random/philox_test.cpp, so that the people's loops can use it in vector form and on the web.
#pragma once

#include <array>
#include <cstdint>

namespace algemeente {

using PhiloxBlock = std::array<std::uint32_t, 4>;

/// The four random words at address `counter` of the stream `key`.
constexpr PhiloxBlock philox4x32(PhiloxBlock counter, std::uint64_t key) {
    auto key_low = static_cast<std::uint32_t>(key);
    auto key_high = static_cast<std::uint32_t>(key >> 32U);
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t product0 = std::uint64_t{0xD2511F53U} * counter[0];
        const std::uint64_t product1 = std::uint64_t{0xCD9E8D57U} * counter[2];
        counter = {
            static_cast<std::uint32_t>(product1 >> 32U) ^ counter[1] ^ key_low, static_cast<std::uint32_t>(product1),
            static_cast<std::uint32_t>(product0 >> 32U) ^ counter[3] ^ key_high, static_cast<std::uint32_t>(product0)};
        key_low += 0x9E3779B9U;
        key_high += 0xBB67AE85U;
    }
    return counter;
}

}  // namespace algemeente
