#include "random/philox.h"

#include <Random123/philox.h>
#include <gtest/gtest.h>

#undef philox4x32  // Random123 has a macro of this name

namespace algemeente {
namespace {

constexpr std::uint64_t key_of(std::uint32_t low, std::uint32_t high) {
    return (std::uint64_t{high} << 32U) | low;
}

// Random123's known-answer vectors for philox4x32-10 (tests/kat_vectors)
TEST(Philox, gives_the_published_answer_for_zeros) {
    EXPECT_EQ(philox4x32({0, 0, 0, 0}, 0), (PhiloxBlock{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
}

TEST(Philox, gives_the_published_answer_for_ones) {
    constexpr std::uint32_t ones = 0xffffffff;
    EXPECT_EQ(philox4x32({ones, ones, ones, ones}, key_of(ones, ones)),
              (PhiloxBlock{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
}

TEST(Philox, gives_the_published_answer_for_the_digits_of_pi) {
    EXPECT_EQ(philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, key_of(0xa4093822, 0x299f31d0)),
              (PhiloxBlock{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(Philox, agrees_with_random123) {
    r123::Philox4x32 reference;
    PhiloxBlock counter = {1, 2, 3, 4};
    std::uint64_t key = 5;
    for (int i = 0; i < 5000; ++i) {
        const r123::Philox4x32::ctr_type their_counter = {{counter[0], counter[1], counter[2], counter[3]}};
        const r123::Philox4x32::key_type their_key = {
            {static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(key >> 32U)}};
        const auto theirs = reference(their_counter, their_key);

        const PhiloxBlock ours = philox4x32(counter, key);
        ASSERT_EQ(ours, (PhiloxBlock{theirs[0], theirs[1], theirs[2], theirs[3]})) << "after " << i << " steps";
        // the answer is the next question, so that the counters wander through the whole space
        counter = ours;
        key = key * 6364136223846793005ULL + ours[0];
    }
}

}  // namespace
}  // namespace algemeente
