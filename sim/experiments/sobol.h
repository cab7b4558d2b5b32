// The Sobol' sequence (1967) with the directions of Joe and Kuo (2008), up to 3,667 dimensions, in Gray-code order.
//
// Numbers and recursion are those of Boost.Random, held against published points in tests/experiments/sobol_test.cpp.
#pragma once

#include "experiments/experiment.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace algemeente {

inline constexpr std::size_t most_sobol_dimensions = 3667;

/// Point after point. Without scrambling coordinates are exact binary fractions and the first point is the origin;
/// with it they lie in the middle of cells of 2^-32.
class SobolSequence {
public:
    /// `randomisation`: scramblings of one seed that are independent of each other.
    /// Throws InputError for more than most_sobol_dimensions.
    SobolSequence(std::size_t dimensions, Scramble scramble, std::uint64_t seed, std::uint32_t randomisation = 0);
    ~SobolSequence();
    SobolSequence(const SobolSequence&) = delete;
    SobolSequence& operator=(const SobolSequence&) = delete;

    void skip(std::uint64_t points);
    /// The next point, each coordinate in [0, 1).
    const std::vector<double>& next();

private:
    struct Engine;

    void advance();

    std::unique_ptr<Engine> engine_;
    bool at_origin_ = true;
    Scramble scramble_;
    std::uint64_t key_;
    std::vector<std::uint32_t> shifts_;
    std::vector<std::uint32_t> words_;
    std::vector<double> point_;
};

/// Owen's scrambling of one coordinate: each binary digit is flipped or not, by chance that depends on the digits
/// before it. Keeps every elementary interval's number of points.
std::uint32_t owen_scrambled(std::uint32_t word, std::uint64_t key, std::uint32_t dimension);

}  // namespace algemeente
