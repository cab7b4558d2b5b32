#include "random/luck.h"

#include "mathematics/vector_clones.h"

#include <algorithm>

namespace algemeente {

namespace {

constexpr std::size_t block_size = 128;

/// First words of philox4x32 at (low[i], high, purpose_and_month, 0), side by side so that they become vector code.
/// Rounds are the outer loop: all addresses take one step together.
ALGEMEENTE_VECTOR_CLONES
void first_words(const std::uint32_t* __restrict low, std::uint32_t high, std::uint32_t purpose_and_month,
                 std::uint64_t key, std::size_t count, std::uint32_t* __restrict words) {
    std::uint32_t a[block_size], b[block_size], c[block_size], d[block_size];
    for (std::size_t i = 0; i < count; ++i) {
        a[i] = low[i];
        b[i] = high;
        c[i] = purpose_and_month;
        d[i] = 0;
    }
    auto key_low = static_cast<std::uint32_t>(key);
    auto key_high = static_cast<std::uint32_t>(key >> 32U);
    for (int round = 0; round < 10; ++round) {
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint64_t product0 = std::uint64_t{0xD2511F53U} * a[i];
            const std::uint64_t product1 = std::uint64_t{0xCD9E8D57U} * c[i];
            a[i] = static_cast<std::uint32_t>(product1 >> 32U) ^ b[i] ^ key_low;
            b[i] = static_cast<std::uint32_t>(product1);
            c[i] = static_cast<std::uint32_t>(product0 >> 32U) ^ d[i] ^ key_high;
            d[i] = static_cast<std::uint32_t>(product0);
        }
        key_low += 0x9E3779B9U;
        key_high += 0xBB67AE85U;
    }
    std::copy(a, a + count, words);
}

}  // namespace

void Luck::uniforms_of_pairs(Purpose purpose, std::uint32_t one, std::span<const std::uint32_t> others, int month,
                             std::span<double> uniforms) const {
    std::array<std::uint32_t, block_size> words;
    for (std::size_t first = 0; first < others.size(); first += block_size) {
        const std::size_t count = std::min(block_size, others.size() - first);
        first_words(&others[first], one, address(purpose, month), key_, count, words.data());
        for (std::size_t i = 0; i < count; ++i) uniforms[first + i] = unit_interval(words[i]);
    }
}

}  // namespace algemeente
