// Work that comes in pieces, on several threads: all of it once, and what happens when something stops it.
#include "threads/side_by_side.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

namespace algemeente {

TEST(SideBySide, takes_every_piece_once_on_any_number_of_threads) {
    for (const int threads : {1, 2, 4}) {
        constexpr std::size_t pieces = 1000;
        std::vector<std::atomic<int>> done(pieces);
        std::atomic<std::size_t> next{0};
        work_side_by_side(threads, [&](std::size_t) {
            const std::size_t piece = next.fetch_add(1);
            if (piece >= pieces) return false;
            ++done[piece];
            return true;
        });
        for (const std::atomic<int>& count : done) EXPECT_EQ(count, 1);
    }
}

TEST(SideBySide, numbers_its_threads_from_nought) {
    std::vector<std::atomic<int>> ended(3);
    work_side_by_side(3, [&](std::size_t worker) {
        ++ended.at(worker);
        return false;
    });
    for (const std::atomic<int>& count : ended) EXPECT_EQ(count, 1);
}

TEST(SideBySide, ends_between_two_pieces_when_it_is_stopped) {
    for (const int threads : {1, 3}) {
        std::atomic<bool> stop{false};
        std::atomic<int> pieces{0};
        work_side_by_side(
            threads,
            [&](std::size_t) {
                if (++pieces == 10) stop = true;
                return true;
            },
            &stop);
        EXPECT_GE(pieces, 10);
        EXPECT_LT(pieces, 10 + 1000);
    }
    std::atomic<bool> stopped{true};
    work_side_by_side(
        2, [](std::size_t) -> bool { throw std::logic_error("it should not have begun"); }, &stopped);
}

TEST(SideBySide, throws_what_a_piece_threw_and_lets_the_others_end) {
    for (const int threads : {1, 4}) {
        std::atomic<int> pieces{0};
        const auto step = [&](std::size_t) {
            if (++pieces == 5) throw std::runtime_error("the fifth");
            return pieces < 1'000'000;
        };
        EXPECT_THROW(work_side_by_side(threads, step), std::runtime_error);
        EXPECT_LT(pieces, 1'000'000);
    }
}

TEST(SideBySide, has_as_many_threads_as_are_wanted_or_as_there_are_cores) {
    EXPECT_EQ(thread_count(3), 3);
    EXPECT_GE(thread_count(0), 1);
}

}  // namespace algemeente
