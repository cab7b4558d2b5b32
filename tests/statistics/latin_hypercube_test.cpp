// Latin hypercubes hit every stratum once, with whatever draws they are made.
#include "statistics/latin_hypercube.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace algemeente {

TEST(LatinHypercube, hits_every_stratum_of_every_dimension_once) {
    for (const bool maximin : {false, true})
        for (const std::size_t samples : {2U, 7U, 100U}) {
            const UnitPoints points = latin_hypercube(samples, 6, maximin, 5);
            for (std::size_t dimension = 0; dimension < 6; ++dimension) {
                std::set<int> strata;
                for (const std::vector<double>& point : points)
                    strata.insert(static_cast<int>(point[dimension] * static_cast<double>(samples)));
                EXPECT_EQ(strata.size(), samples);
                EXPECT_EQ(*strata.rbegin(), static_cast<int>(samples) - 1);
            }
        }
}

TEST(LatinHypercube, maximin_moves_the_nearest_points_apart) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const double plain = smallest_square_distance(latin_hypercube(40, 3, false, seed));
        EXPECT_GT(smallest_square_distance(latin_hypercube(40, 3, true, seed)), 2 * plain);
    }
}

TEST(LatinHypercube, columns_are_not_correlated_beyond_chance) {
    const UnitPoints points = latin_hypercube(1000, 2, false, 1);
    double sum = 0;
    for (const std::vector<double>& point : points) sum += (point[0] - .5) * (point[1] - .5);
    EXPECT_NEAR(sum / 1000 * 12, 0, 4 / std::sqrt(1000.0));  // four standard errors
}

TEST(LatinHypercube, is_made_with_the_draws_that_it_is_given) {
    const HypercubeDraws draws = {[](std::uint32_t samples, std::size_t dimension) {
                                      std::vector<std::uint32_t> strata(samples);
                                      for (std::uint32_t i = 0; i < samples; ++i)
                                          strata[i] = dimension == 0 ? i : samples - 1 - i;
                                      return strata;
                                  },
                                  [](std::size_t point, std::size_t) { return point == 0 ? .25 : .5; }};
    EXPECT_EQ(latin_hypercube(2, 2, draws), (UnitPoints{{.125, .625}, {.75, .25}}));
}

}  // namespace algemeente
