// Vector code gives the bits of the functions one by one, in every lane and at the ends of their ranges.
#include "mathematics/lanes.h"

#include "mathematics/elementary.h"

#include <gtest/gtest.h>

#include <bit>
#include <cstdint>
#include <vector>

namespace algemeente {
namespace {

/// Numbers of all sizes, of both signs, so many that the last vector is not full.
std::vector<double> numbers() {
    std::vector<double> all = {0.0, -0.0, 709.0, 709.5, 1e9, -708.0, -708.5, -1e9, 1e-300, -1e-300};
    for (int i = -70'000; i <= 70'000; ++i) all.push_back(i * 1.0123e-2);
    for (int i = -3'000; i <= 3'003; ++i) all.push_back(i * 3.3e-7);
    return all;
}

template <typename InLanes, typename OneByOne>
void expect_equal_bits(const std::vector<double>& of, InLanes in_lanes, OneByOne one_by_one) {
    std::vector<double> values = of;
    in_lanes(values);
    for (std::size_t i = 0; i < of.size(); ++i)
        ASSERT_EQ(std::bit_cast<std::uint64_t>(values[i]), std::bit_cast<std::uint64_t>(one_by_one(of[i]))) << of[i];
}

TEST(Lanes, exponentials_have_the_bits_of_one_by_one) {
    expect_equal_bits(numbers(), exponentials, [](double x) { return exponential(x); });
}

TEST(Lanes, logistics_have_the_bits_of_one_by_one) {
    expect_equal_bits(numbers(), logistics, [](double x) { return logistic(x); });
}

TEST(Lanes, logarithms_have_the_bits_of_one_by_one) {
    std::vector<double> positive = {1.0, 1.4142135623730951, 1.4142135623730954, 0.5, 2.0, 2.3e-308, 1.7e308};
    for (const double x : numbers()) positive.push_back(exponential(x / 2) + 1e-300);
    expect_equal_bits(positive, logarithms, [](double x) { return logarithm(x); });
}

TEST(Lanes, nothing_is_written_beyond_the_last_number) {
    std::vector<double> values(16, 2.0);
    exponentials(std::span(values).first(13));
    EXPECT_EQ(values[12], exponential(2.0));
    EXPECT_EQ(values[13], 2.0);
}

}  // namespace
}  // namespace algemeente
