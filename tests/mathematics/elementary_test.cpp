// The bounds in elementary.h, held against the C library in extended precision over dense grids.
#include "mathematics/elementary.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace algemeente {
namespace {

using Exact = long double;

double relative_error(Exact value, Exact exact) {
    return static_cast<double>(std::abs((value - exact) / exact));
}
double absolute_error(Exact value, Exact exact) {
    return static_cast<double>(std::abs(value - exact));
}

// evaluated by the compiler, so no platform can say otherwise
static_assert(exponential(0.0) == 1.0);
static_assert(logarithm(1.0) == 0.0);
static_assert(logistic(0.0) == 0.5);
static_assert(exponential(-709.0) == 0.0);

TEST(Exponential, errs_less_than_its_docstring_says) {
    double worst = 0;
    for (int i = -699'999; i <= 699'999; ++i) {
        const double x = i * 1e-3;
        worst = std::max(worst, relative_error(exponential(x), std::exp(Exact{x})));
    }
    for (int i = -200'000; i <= 200'000; ++i) {
        const double x = i * 7.77e-6;
        worst = std::max(worst, relative_error(exponential(x), std::exp(Exact{x})));
    }
    EXPECT_LT(worst, 4e-16);
}

TEST(Exponential, ends_in_zero_below_and_in_a_cap_above) {
    EXPECT_EQ(exponential(-708.001), 0.0);
    EXPECT_EQ(exponential(-1e300), 0.0);
    EXPECT_EQ(exponential(-std::numeric_limits<double>::infinity()), 0.0);
    EXPECT_GT(exponential(-708.0), 0.0);
    EXPECT_EQ(exponential(709.001), exponential(709.0));
    EXPECT_EQ(exponential(std::numeric_limits<double>::infinity()), exponential(709.0));
    EXPECT_TRUE(std::isfinite(exponential(709.0)));
}

TEST(Exponential, never_falls_as_its_argument_rises) {
    double previous = 0;
    for (int i = -400'000; i <= 400'000; ++i) {
        const double value = exponential(i * 1e-4);
        ASSERT_GE(value, previous) << i;
        previous = value;
    }
}

TEST(Logarithm, errs_less_than_its_docstring_says) {
    double worst_near_one = 0;
    for (int i = 1; i <= 600'000; ++i) {
        const double x = 0.5 + i * 2.5e-6;
        worst_near_one = std::max(worst_near_one, absolute_error(logarithm(x), std::log(Exact{x})));
    }
    EXPECT_LT(worst_near_one, 3e-16);

    double worst = 0;
    for (int i = -300'000; i <= 300'000; ++i) {
        const double x = std::exp(i * 2.3e-3);
        if (x > 0.5 && x < 2) continue;
        worst = std::max(worst, relative_error(logarithm(x), std::log(Exact{x})));
    }
    EXPECT_LT(worst, 4e-16);
}

TEST(Logarithm, undoes_the_exponential) {
    for (int i = -7000; i <= 7000; ++i) {
        const double x = i * 0.1;
        ASSERT_NEAR(logarithm(exponential(x)), x, 4e-16 * (1 + std::abs(x)));
    }
}

TEST(Logarithm, covers_all_normal_numbers) {
    for (const double x : {std::numeric_limits<double>::min(), std::numeric_limits<double>::max()})
        EXPECT_LT(relative_error(logarithm(x), std::log(Exact{x})), 4e-16) << x;
}

TEST(Power, errs_less_than_its_docstring_says) {
    double worst = 0;
    for (int i = 1; i < 400; ++i) {
        for (int j = -400; j <= 400; ++j) {
            const double x = i * 0.025 * (1 + i % 7);
            const double exponent = j * 0.0173;
            const double error = relative_error(power(x, exponent), std::pow(Exact{x}, Exact{exponent}));
            worst = std::max(worst, error / (1 + std::abs(exponent * std::log(x))));
        }
    }
    EXPECT_LT(worst, 4e-16);
}

TEST(Power, knows_the_simple_cases_exactly) {
    for (const double x : {0.001, 0.5, 1.0, 26'500.0}) EXPECT_EQ(power(x, 0.0), 1.0) << x;
    for (const double exponent : {-3.0, 0.5, 1.1}) EXPECT_EQ(power(1.0, exponent), 1.0) << exponent;
}

TEST(Logistic, errs_less_than_its_docstring_says) {
    double worst = 0;
    for (int i = -700'000; i <= 700'000; ++i) {
        const double x = i * 1e-3;
        worst = std::max(worst, relative_error(logistic(x), 1 / (1 + std::exp(-Exact{x}))));
    }
    EXPECT_LT(worst, 4e-16);
}

TEST(Logistic, stays_between_zero_and_one) {
    for (const double x : {-1e9, -710.0, -709.0, -40.0, 0.0, 40.0, 710.0, 1e9}) {
        EXPECT_GE(logistic(x), 0.0) << x;
        EXPECT_LE(logistic(x), 1.0) << x;
    }
    EXPECT_EQ(logistic(1e9), 1.0);
    EXPECT_NEAR(logistic(2.0) + logistic(-2.0), 1.0, 2e-16);
}

TEST(ChanceOfRate, errs_less_than_its_docstring_says) {
    double worst = 0;
    for (int i = 0; i <= 500'000; ++i) {
        const double rate = i * 1e-5;
        worst = std::max(worst, absolute_error(chance_of_rate(rate), -std::expm1(-Exact{rate})));
    }
    EXPECT_LT(worst, 2e-16);
    EXPECT_EQ(chance_of_rate(0.0), 0.0);
    EXPECT_EQ(chance_of_rate(1000.0), 1.0);
}

TEST(Clip, leaves_what_lies_inside_and_stops_at_the_ends) {
    EXPECT_EQ(clip(-0.1), 0.0);
    EXPECT_EQ(clip(0.3), 0.3);
    EXPECT_EQ(clip(1.1), 1.0);
    EXPECT_EQ(clip(5.0, 2.0, 4.0), 4.0);
    EXPECT_EQ(clip(1.0, 2.0, 4.0), 2.0);
    EXPECT_EQ(clip(3.0, 2.0, 4.0), 3.0);
    EXPECT_EQ(clip(1.5F), 1.0F);
}

TEST(SinglePrecisionExponential, errs_less_than_its_docstring_says) {
    double worst = 0;
    for (int i = -799'999; i <= 799'999; ++i) {
        const float x = static_cast<float>(i) * 1e-4F;
        worst = std::max(worst, relative_error(exponential(x), std::exp(Exact{x})));
    }
    EXPECT_LT(worst, 3e-7);
    EXPECT_EQ(exponential(0.0F), 1.0F);
}

TEST(SinglePrecisionExponential, is_clipped_at_eighty) {
    EXPECT_EQ(exponential(81.0F), exponential(80.0F));
    EXPECT_EQ(exponential(std::numeric_limits<float>::infinity()), exponential(80.0F));
    EXPECT_EQ(exponential(-1e30F), exponential(-80.0F));
    EXPECT_GT(exponential(-80.0F), 0.0F);
}

TEST(SinglePrecisionLogistic, is_near_the_exact_value) {
    double worst = 0;
    for (int i = -200'000; i <= 200'000; ++i) {
        const float x = static_cast<float>(i) * 1e-4F;
        worst = std::max(worst, absolute_error(logistic(x), 1 / (1 + std::exp(-Exact{x}))));
    }
    EXPECT_LT(worst, 2e-7);
}

}  // namespace
}  // namespace algemeente
