// Elementary functions of our own, so that no result hangs on the last bit of a C library.
//
// The C library's exp and log differ between versions and platforms; these use additions, multiplications and
// bit moves only, which IEEE 754 fixes, so every compiler, processor and WebAssembly gives the same bits
// (with -ffp-contract=off). Errors against the C library are tested in tests/mathematics/elementary_test.cpp.
#pragma once

#include <bit>
#include <cstdint>

namespace algemeente {

// ln 2 in two parts: the upper bits alone, so that their product with a whole number is exact, and the rest.
inline constexpr double ln2_high = 6.93147180369123816490e-01;
inline constexpr double ln2_low = 1.90821492927058770002e-10;

/// 2^k e^r for |r| <= 0.35 and k within the range of exponents.
constexpr double exponential_of_parts(std::int64_t k, double r) {
    // Taylor series to r^13 (the next term is below 1e-17), in pairs, so that the processor need not wait for each term
    const double r2 = r * r;
    const double r4 = r2 * r2;
    const double low = (1.0 / 2.0 + r * (1.0 / 6.0)) + r2 * (1.0 / 24.0 + r * (1.0 / 120.0));
    const double middle = (1.0 / 720.0 + r * (1.0 / 5040.0)) + r2 * (1.0 / 40320.0 + r * (1.0 / 362880.0));
    const double high =
        (1.0 / 3628800.0 + r * (1.0 / 39916800.0)) + r2 * (1.0 / 479001600.0 + r * (1.0 / 6227020800.0));
    const double sum = r + r2 * (low + r4 * (middle + r4 * high));
    const double power = std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52U);
    return power + sum * power;
}

inline constexpr double log2_e = 1.4426950408889634;
inline constexpr double least_exponent = -708.0, largest_exponent = 709.0;  ///< of e, before numbers run out

/// e^x. Relative error below 4e-16 for |x| < 700; 0 below -708, capped at e^709 above.
constexpr double exponential(double x) {
    if (x < least_exponent) return 0.0;
    if (x > largest_exponent) x = largest_exponent;
    const auto k = static_cast<std::int64_t>(x * log2_e + (x < 0.0 ? -0.5 : 0.5));
    const auto kd = static_cast<double>(k);
    return exponential_of_parts(k, (x - kd * ln2_high) - kd * ln2_low);
}

/// exponent * ln 2 + ln mantissa, for a mantissa between the root of a half and that of two.
constexpr double logarithm_of_parts(double exponent, double mantissa) {
    const double s = (mantissa - 1.0) / (mantissa + 1.0);  // |s| <= 0.1716
    const double s2 = s * s;

    // 2 atanh(s) = 2 (s + s^3/3 + s^5/5 + ...), to s^21, in pairs
    const double s4 = s2 * s2;
    const double s8 = s4 * s4;
    const double low = (1.0 / 3.0 + s2 * (1.0 / 5.0)) + s4 * (1.0 / 7.0 + s2 * (1.0 / 9.0));
    const double middle = (1.0 / 11.0 + s2 * (1.0 / 13.0)) + s4 * (1.0 / 15.0 + s2 * (1.0 / 17.0));
    const double sum = low + s8 * (middle + s8 * (1.0 / 19.0 + s2 * (1.0 / 21.0)));
    const double log_mantissa = 2.0 * s + 2.0 * s * s2 * sum;
    return exponent * ln2_high + (log_mantissa + exponent * ln2_low);
}

inline constexpr double root_of_two = 1.4142135623730951;
inline constexpr std::uint64_t mantissa_bits = 0x000fffffffffffffULL;
inline constexpr std::uint64_t bits_of_one = 0x3ff0000000000000ULL;

/// Natural logarithm of a positive, normal number. Absolute error below 3e-16 near 1, relative below 4e-16 elsewhere.
constexpr double logarithm(double x) {
    const auto bits = std::bit_cast<std::uint64_t>(x);
    const auto exponent = static_cast<std::int64_t>(bits >> 52U) - 1023;
    const double mantissa = std::bit_cast<double>((bits & mantissa_bits) | bits_of_one);  // in [1, 2)
    if (mantissa > root_of_two) return logarithm_of_parts(static_cast<double>(exponent + 1), mantissa * 0.5);
    return logarithm_of_parts(static_cast<double>(exponent), mantissa);
}

/// x to the power `exponent`, for x > 0. Relative error below 4e-16 (1 + |exponent ln x|), so long as the result is
/// within exponential()'s range.
constexpr double power(double x, double exponent) {
    return exponential(exponent * logarithm(x));
}

/// 1 / (1 + e^-x). Relative error below 4e-16.
constexpr double logistic(double x) {
    return 1.0 / (1.0 + exponential(-x));
}

/// 1 - e^-x: a rate per month as a chance per month. Absolute error below 2e-16.
constexpr double chance_of_rate(double rate) {
    if (rate == 0.0) return 0.0;  // most rates are
    return 1.0 - exponential(-rate);
}

/// min(high, max(low, x)). Written as one choice after the other, each of them one instruction, for vector code too.
constexpr double clip(double x, double low, double high) {
    const double raised = x > low ? x : low;
    return raised < high ? raised : high;
}
constexpr float clip(float x, float low, float high) {
    const float raised = x > low ? x : low;
    return raised < high ? raised : high;
}
/// min(1, max(0, x)).
constexpr double clip(double x) {
    return clip(x, 0.0, 1.0);
}
constexpr float clip(float x) {
    return clip(x, 0.0F, 1.0F);
}

/// e^x in single precision, branch-free so that loops over people become vector code.
/// Relative error below 3e-7 for |x| < 80; the argument is clipped to that range.
inline float exponential(float x) {
    x = clip(x, -80.0F, 80.0F);
    constexpr float magic = 12582912.0F;  // 1.5 * 2^23: adding it rounds to a whole number
    const float shifted = x * 1.44269504F + magic;
    const float k = shifted - magic;
    const float r = (x - k * 0.693359375F) - k * -2.12194440e-4F;
    const float r2 = r * r;
    const float low = (1.0F + r) + r2 * (0.5F + r * (1.0F / 6.0F));
    const float high = (1.0F / 24.0F + r * (1.0F / 120.0F)) + r2 * (1.0F / 720.0F + r * (1.0F / 5040.0F));
    const float sum = low + (r2 * r2) * high;
    const auto exponent = std::bit_cast<std::int32_t>(shifted) - std::bit_cast<std::int32_t>(magic);
    return sum * std::bit_cast<float>((exponent + 127) << 23);
}

inline float logistic(float x) {
    return 1.0F / (1.0F + exponential(-x));
}

}  // namespace algemeente
