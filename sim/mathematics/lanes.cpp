#include "mathematics/lanes.h"

#include "mathematics/elementary.h"
#include "mathematics/vector_clones.h"

#include <bit>
#include <cstddef>
#include <cstdint>

namespace algemeente {

namespace {

/// +-0.5: what is added before a number is cut off to a whole one.
[[gnu::always_inline]] inline double half_with_sign_of(double x) {
    constexpr std::uint64_t sign = 0x8000000000000000ULL;
    return std::bit_cast<double>((std::bit_cast<std::uint64_t>(x) & sign) | std::bit_cast<std::uint64_t>(0.5));
}

/// exponential() of elementary.h with the ends of its range chosen instead of branched on.
[[gnu::always_inline]] inline double exponential_in_lane(double x) {
    const double within = clip(x, least_exponent, largest_exponent);
    const auto k = static_cast<std::int32_t>(within * log2_e + half_with_sign_of(within));
    const auto kd = static_cast<double>(k);
    const double result = exponential_of_parts(k, (within - kd * ln2_high) - kd * ln2_low);
    const auto kept = std::uint64_t{0} - static_cast<std::uint64_t>(x >= least_exponent);  // all bits, or none
    return std::bit_cast<double>(std::bit_cast<std::uint64_t>(result) & kept);
}

/// logarithm() of elementary.h; the exponent becomes a number by its place in the bits of 2^52 + exponent.
[[gnu::always_inline]] inline double logarithm_in_lane(double x) {
    constexpr std::uint64_t bits_of_two_to_52 = 0x4330000000000000ULL;
    constexpr double two_to_52_and_bias = 4503599627370496.0 + 1023.0;
    const auto bits = std::bit_cast<std::uint64_t>(x);
    const double exponent = std::bit_cast<double>((bits >> 52U) | bits_of_two_to_52) - two_to_52_and_bias;
    const double mantissa = std::bit_cast<double>((bits & mantissa_bits) | bits_of_one);
    const bool large = mantissa > root_of_two;
    return logarithm_of_parts(large ? exponent + 1.0 : exponent, large ? mantissa * 0.5 : mantissa);
}

ALGEMEENTE_VECTOR_CLONES
void exponentials_of(double* numbers, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) numbers[i] = exponential_in_lane(numbers[i]);
}

ALGEMEENTE_VECTOR_CLONES
void logarithms_of(double* numbers, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) numbers[i] = logarithm_in_lane(numbers[i]);
}

ALGEMEENTE_VECTOR_CLONES
void logistics_of(double* numbers, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) numbers[i] = 1.0 / (1.0 + exponential_in_lane(-numbers[i]));
}

}  // namespace

void exponentials(std::span<double> numbers) {
    exponentials_of(numbers.data(), numbers.size());
}

void logarithms(std::span<double> numbers) {
    logarithms_of(numbers.data(), numbers.size());
}

void logistics(std::span<double> numbers) {
    logistics_of(numbers.data(), numbers.size());
}

}  // namespace algemeente
