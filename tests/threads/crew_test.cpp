// A crew shares out numbered pieces, again and again.
#include "threads/crew.h"

#include <gtest/gtest.h>

#include <vector>

namespace algemeente {

TEST(Crew, does_every_piece_once_round_after_round) {
    for (const int threads : {1, 2, 4}) {
        Crew crew(threads);
        EXPECT_EQ(crew.threads(), threads);
        for (const std::size_t count : {0U, 1U, 3U, 500U}) {
            std::vector<std::atomic<int>> done(count);
            crew.share_out(count, [&](std::size_t piece) { ++done[piece]; });
            for (const std::atomic<int>& times : done) EXPECT_EQ(times, 1);
        }
    }
}

TEST(Crew, has_done_everything_when_it_returns) {
    Crew crew(3);
    for (int round = 0; round < 200; ++round) {
        std::vector<int> squares(50, 0);
        crew.share_out(squares.size(), [&](std::size_t piece) { squares[piece] = static_cast<int>(piece * piece); });
        for (std::size_t piece = 0; piece < squares.size(); ++piece)
            ASSERT_EQ(squares[piece], static_cast<int>(piece * piece));
    }
}

}  // namespace algemeente
