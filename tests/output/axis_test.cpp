#include "output/axis.h"

#include <gtest/gtest.h>

namespace algemeente {

TEST(RoundTicks, StepByOneTwoOrFive) {
    EXPECT_EQ(round_ticks(0, 437, 5), (std::vector<double>{0, 100, 200, 300, 400, 500}));
    EXPECT_EQ(round_ticks(0, 9, 5), (std::vector<double>{0, 2, 4, 6, 8, 10}));
    EXPECT_EQ(round_ticks(-12, 3, 3), (std::vector<double>{-15, -10, -5, 0, 5}));
    EXPECT_DOUBLE_EQ(round_step(0, 0.9, 3), 0.5);
    EXPECT_DOUBLE_EQ(round_step(0, 0.3, 3), 0.1);
}

TEST(RoundTicks, StillGiveAnAxisWhenNothingVaries) {
    EXPECT_EQ(round_ticks(0, 0, 5), (std::vector<double>{0, 1}));
}

}  // namespace algemeente
