// Ranks and correlations, by the textbook.
#include "statistics/ranks.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace algemeente {

TEST(MeanRanks, are_shared_by_equal_values) {
    EXPECT_EQ(mean_ranks(std::vector<double>{10, 30, 20, 30}), (std::vector<double>{1, 3.5, 2, 3.5}));
    EXPECT_EQ(mean_ranks(std::vector<double>{1, 1, 1}), (std::vector<double>{2, 2, 2}));
    EXPECT_TRUE(mean_ranks({}).empty());
}

TEST(Correlation, of_values_and_of_ranks_is_that_of_the_textbook) {
    const std::array<double, 4> rising = {1, 2, 3, 10};
    const std::array<double, 4> falling = {4, 3, 2, 1};
    EXPECT_NEAR(rank_correlation(rising, rising), 1, 1e-12);
    EXPECT_NEAR(rank_correlation(rising, falling), -1, 1e-12);
    const std::array<double, 4> tied = {1, 1, 2, 2};  // ranks 1.5, 1.5, 3.5, 3.5
    EXPECT_NEAR(rank_correlation(rising, tied), 4 / std::sqrt(5. * 4.), 1e-12);
    EXPECT_NEAR(pearson_correlation(rising, falling), -14 / std::sqrt(50. * 5.), 1e-12);
}

TEST(Correlation, with_a_constant_does_not_exist) {
    EXPECT_TRUE(std::isnan(pearson_correlation(std::array<double, 2>{1, 2}, std::array<double, 2>{3, 3})));
}

}  // namespace algemeente
