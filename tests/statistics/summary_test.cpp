#include "statistics/summary.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace algemeente {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

TEST(Quantile, is_interpolated_as_r_and_numpy_do) {
    // by hand: position = share * (count - 1)
    const std::vector<double> values = {1, 2, 4, 8, 16};
    EXPECT_DOUBLE_EQ(quantile_of_sorted(values, 0.0), 1);
    EXPECT_DOUBLE_EQ(quantile_of_sorted(values, 0.05), 1.2);   // position 0.2
    EXPECT_DOUBLE_EQ(quantile_of_sorted(values, 0.25), 2);     // position 1
    EXPECT_DOUBLE_EQ(quantile_of_sorted(values, 0.5), 4);      // position 2
    EXPECT_DOUBLE_EQ(quantile_of_sorted(values, 0.6), 5.6);    // position 2.4
    EXPECT_DOUBLE_EQ(quantile_of_sorted(values, 0.95), 14.4);  // position 3.8
    EXPECT_DOUBLE_EQ(quantile_of_sorted(values, 1.0), 16);
}

TEST(Quantile, of_an_even_count_lies_between_the_middle_two) {
    const std::vector<double> values = {1, 3, 5, 11};
    EXPECT_DOUBLE_EQ(quantile_of_sorted(values, 0.5), 4);
    EXPECT_DOUBLE_EQ(quantile_of_sorted(values, 0.25), 2.5);
}

TEST(Quantile, of_one_value_is_that_value) {
    const std::vector<double> values = {7};
    for (const double share : {0.0, 0.05, 0.5, 1.0}) EXPECT_EQ(quantile_of_sorted(values, share), 7);
}

TEST(Quantile, of_nothing_does_not_exist) {
    EXPECT_TRUE(std::isnan(quantile_of_sorted({}, 0.5)));
}

TEST(Quantile, never_falls_as_its_share_rises) {
    const std::vector<double> values = {-3, -3, 0, 0.1, 9, 9, 9, 40};
    double previous = values.front();
    for (int i = 0; i <= 1000; ++i) {
        const double value = quantile_of_sorted(values, i / 1000.0);
        ASSERT_GE(value, previous);
        previous = value;
    }
}

TEST(Mean, is_the_sum_over_the_count) {
    EXPECT_DOUBLE_EQ(mean_of(std::vector<double>{1, 2, 6}), 3);
    EXPECT_TRUE(std::isnan(mean_of({})));
}

TEST(Variance, divides_by_one_less_than_the_count) {
    EXPECT_DOUBLE_EQ(variance_of(std::vector<double>{1, 2, 3, 4}), 5. / 3);
    EXPECT_EQ(variance_of(std::vector<double>{7}), 0);
    EXPECT_EQ(variance_of(std::vector<double>{}), 0);
}

TEST(SortedKnown, leaves_out_what_does_not_exist) {
    const std::vector<double> values = {3, nothing, -1, 2, nothing};
    EXPECT_EQ(sorted_known(values), (std::vector<double>{-1, 2, 3}));
    EXPECT_TRUE(sorted_known(std::vector<double>{nothing, nothing}).empty());
    EXPECT_TRUE(sorted_known({}).empty());
}

TEST(SortedKnown, keeps_equal_and_infinite_values) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const std::vector<double> values = {infinity, 1, 1, -infinity};
    EXPECT_EQ(sorted_known(values), (std::vector<double>{-infinity, 1, 1, infinity}));
}

}  // namespace
}  // namespace algemeente
