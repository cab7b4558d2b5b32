#include "world/uses.h"

#include "world/world.h"

#include <gtest/gtest.h>

namespace algemeente {
namespace {

TEST(Uses, are_kept_apart_for_as_many_use_cases_as_a_world_can_hold) {
    for (std::size_t marked = 0; marked < use_case_capacity; ++marked) {
        UseCounts uses;
        EXPECT_TRUE(uses.empty());
        uses.mark(marked);
        uses.mark(marked);  // a second use of one kind counts once
        EXPECT_FALSE(uses.empty());
        for (std::size_t a = 0; a < use_case_capacity; ++a) EXPECT_EQ(uses.of(a), a == marked ? 1U : 0U) << marked;
    }
}

TEST(Uses, of_all_peers_add_up_without_spilling_over) {
    UseCounts everything;
    for (std::size_t a = 0; a < use_case_capacity; ++a) everything.mark(a);
    UseCounts sum;
    for (int peer = 0; peer < peer_count; ++peer) sum.add(everything);
    for (std::size_t a = 0; a < use_case_capacity; ++a) EXPECT_EQ(sum.of(a), std::uint64_t{peer_count});
}

}  // namespace
}  // namespace algemeente
