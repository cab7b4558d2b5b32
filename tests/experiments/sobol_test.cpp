// The Sobol' sequence against published points and against the directions it is made from.
#include "experiments/sobol.h"

#include <gtest/gtest.h>

#include <bit>
#include <set>

namespace algemeente {

namespace {

using Points = std::vector<std::vector<double>>;

Points first_points(std::size_t count, std::size_t dimensions, Scramble scramble, std::uint64_t seed = 1) {
    SobolSequence sequence(dimensions, scramble, seed);
    Points points;
    for (std::size_t i = 0; i < count; ++i) points.push_back(sequence.next());
    return points;
}

/// Rows of new-joe-kuo-6.21201 (S. Joe and F. Y. Kuo, SIAM J. Sci. Comput. 30, 2635-2654, 2008) from the second
/// dimension on: the coefficients of the polynomial between its first and last, and the first direction numbers.
struct Directions {
    std::uint32_t coefficients;
    std::vector<std::uint32_t> numbers;
};
const std::vector<Directions> published = {{0, {1}},       {1, {1, 3}},       {1, {1, 3, 1}},
                                           {2, {1, 1, 1}}, {1, {1, 1, 3, 3}}, {4, {1, 3, 5, 13}}};

/// Direction numbers of one dimension, by the recursion of Bratley and Fox (1988).
std::vector<std::uint32_t> directions_from(const Directions& row) {
    const std::size_t degree = row.numbers.size();
    std::vector<std::uint32_t> directions(32);
    for (std::size_t i = 0; i < 32; ++i) {
        if (i < degree) {
            directions[i] = row.numbers[i] << (31U - i);
            continue;
        }
        directions[i] = directions[i - degree] ^ (directions[i - degree] >> degree);
        for (std::size_t k = 1; k < degree; ++k)
            if (((row.coefficients >> (degree - 1 - k)) & 1U) != 0) directions[i] ^= directions[i - k];
    }
    return directions;
}

/// How many points lie in each cell of a `rows` x `columns` grid of two dimensions.
std::multiset<int> cell_counts(const Points& points, int rows, int columns) {
    std::vector<int> counts(static_cast<std::size_t>(rows * columns), 0);
    for (const std::vector<double>& point : points)
        ++counts[static_cast<std::size_t>(static_cast<int>(point[0] * rows) * columns +
                                          static_cast<int>(point[1] * columns))];
    return {counts.begin(), counts.end()};
}

}  // namespace

// SALib tests/test_sobol.py; exact binary fractions
TEST(Sobol, begins_with_the_published_points) {
    const Points expected = {
        {0, 0, 0},          {.5, .5, .5},       {.75, .25, .25},    {.25, .75, .75},       {.375, .375, .625},
        {.875, .875, .125}, {.625, .125, .875}, {.125, .625, .375}, {.1875, .3125, .9375}, {.6875, .8125, .4375}};
    EXPECT_EQ(first_points(10, 3, Scramble::none), expected);
}

// SciPy scipy/stats/tests/test_qmc.py
TEST(Sobol, begins_in_the_corner_and_the_middle_of_1111_dimensions) {
    const Points points = first_points(2, 1111, Scramble::none);
    EXPECT_EQ(points[0], std::vector<double>(1111, 0.0));
    EXPECT_EQ(points[1], std::vector<double>(1111, 0.5));
}

TEST(Sobol, follows_the_directions_of_joe_and_kuo_in_seven_dimensions) {
    constexpr std::uint32_t count = 4096;
    const Points points = first_points(count, 7, Scramble::none);
    for (std::size_t dimension = 1; dimension < 7; ++dimension) {
        const std::vector<std::uint32_t> directions = directions_from(published[dimension - 1]);
        std::uint32_t word = 0;
        for (std::uint32_t i = 0; i < count; ++i) {
            if (i > 0) word ^= directions[static_cast<std::size_t>(std::countr_zero(i))];
            ASSERT_EQ(points[i][dimension], word * 0x1p-32) << "point " << i << ", dimension " << dimension;
        }
    }
}

TEST(Sobol, every_one_of_600_dimensions_hits_each_of_256_strata_once) {
    for (const Scramble scramble : {Scramble::none, Scramble::shift, Scramble::owen}) {
        const Points points = first_points(256, 600, scramble);
        for (std::size_t dimension = 0; dimension < 600; ++dimension) {
            std::set<int> strata;
            for (const std::vector<double>& point : points) strata.insert(static_cast<int>(point[dimension] * 256));
            ASSERT_EQ(strata.size(), 256U) << scramble_word(scramble) << ", dimension " << dimension;
        }
    }
}

TEST(Sobol, scrambling_keeps_every_elementary_interval_of_the_first_two_dimensions) {
    for (const Scramble scramble : {Scramble::none, Scramble::shift, Scramble::owen})
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            const Points points = first_points(256, 2, scramble, seed);
            for (int rows = 1; rows <= 256; rows *= 2) {
                const std::multiset<int> counts = cell_counts(points, rows, 256 / rows);
                ASSERT_EQ(counts.count(1), 256U) << scramble_word(scramble) << ", " << rows << " rows";
            }
        }
}

TEST(Sobol, scrambling_depends_on_the_seed_and_only_on_it) {
    for (const Scramble scramble : {Scramble::shift, Scramble::owen}) {
        EXPECT_EQ(first_points(64, 5, scramble, 3), first_points(64, 5, scramble, 3));
        EXPECT_NE(first_points(64, 5, scramble, 3), first_points(64, 5, scramble, 4));
    }
}

// x * y has mean 1/4; of 4,096 points of plain chance the mean would have a standard error of 0.0034
TEST(Sobol, owen_scrambled_points_integrate_better_than_chance) {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        double sum = 0;
        for (const std::vector<double>& point : first_points(4096, 2, Scramble::owen, seed)) sum += point[0] * point[1];
        EXPECT_NEAR(sum / 4096, .25, 2e-4);
    }
}

}  // namespace algemeente
