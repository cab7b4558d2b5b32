#include "statistics/poisson_slope.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace algemeente {
namespace {

double slope(const std::vector<double>& sizes, const std::vector<double>& counts) {
    return poisson_slope(sizes, counts);
}

TEST(PoissonSlope, finds_the_exponent_of_counts_that_follow_a_power_exactly) {
    const std::vector<double> sizes = {5000, 12000, 26500, 80000, 160000, 900000};
    for (const double exponent : {0., .5, 1., 1.5, 2.5, -1.}) {
        std::vector<double> counts;
        for (const double size : sizes) counts.push_back(2.5 * std::pow(size / 26500, exponent));
        EXPECT_NEAR(slope(sizes, counts), exponent, 1e-8) << exponent;
    }
    EXPECT_NEAR(slope({1, 2}, {3, 12}), 2, 1e-8);  // four times as many at twice the size
}

TEST(PoissonSlope, does_not_depend_on_the_unit_of_size_or_on_how_often_is_counted) {
    const std::vector<double> sizes = {5, 12, 26.5, 80, 900}, counts = {1, 0, 4, 3, 90};
    std::vector<double> inhabitants, tenfold;
    for (const double size : sizes) inhabitants.push_back(1000 * size);
    for (const double count : counts) tenfold.push_back(10 * count);
    EXPECT_NEAR(slope(inhabitants, counts), slope(sizes, counts), 1e-8);
    EXPECT_NEAR(slope(sizes, tenfold), slope(sizes, counts), 1e-8);
}

TEST(PoissonSlope, is_where_the_likelihood_is_highest_and_zeros_count) {
    // at sizes 1 and 2 with two municipalities each only the means count: (0 + 2) / 2 and (0 + 8) / 2, so log2(4)
    EXPECT_NEAR(slope({1, 1, 2, 2}, {0, 2, 0, 8}), 2, 1e-8);
    EXPECT_NEAR(slope({1, 1, 2, 2}, {1, 1, 4, 4}), 2, 1e-8);
    // without the zero at size 1 the mean there would be 2, and the exponent 1
    EXPECT_NEAR(slope({1, 2, 2}, {2, 0, 8}), 1, 1e-8);
    // sizes 1, 2 and 4 with counts 1, 0 and 5: c (1 + x + x^2) = 6 and c (x + 2 x^2) = 10 for x = 2^e,
    // so 2 x^2 - 4 x - 10 = 0 and x = 1 + sqrt(6)
    EXPECT_NEAR(slope({1, 2, 4}, {1, 0, 5}), std::log2(1 + std::sqrt(6.)), 1e-8);
}

TEST(PoissonSlope, is_not_a_number_where_there_is_nothing_to_compare) {
    EXPECT_TRUE(std::isnan(slope({}, {})));
    EXPECT_TRUE(std::isnan(slope({5000}, {3})));
    EXPECT_TRUE(std::isnan(slope({5000, 9000}, {0, 0})));
    EXPECT_TRUE(std::isnan(slope({5000, 5000}, {1, 3})));
    for (const double size : {3., 7., 5000., 26500.})
        for (std::size_t count = 2; count < 12; ++count) {
            std::vector<double> counts(count, 1.0);
            counts.back() = 4;
            EXPECT_TRUE(std::isnan(slope(std::vector<double>(count, size), counts))) << count << " of " << size;
        }
}

TEST(PoissonSlope, does_not_mind_where_a_row_stands) {
    EXPECT_NEAR(slope({4, 1, 2}, {5, 1, 0}), slope({1, 2, 4}, {1, 0, 5}), 1e-9);
}

}  // namespace
}  // namespace algemeente
