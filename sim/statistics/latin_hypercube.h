// Latin hypercubes (McKay, Beckman & Conover 1979): points in the unit cube that hit each of as many equal strata of
// every dimension once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace algemeente {

/// [point][dimension], each in (0, 1).
using UnitPoints = std::vector<std::vector<double>>;

/// The random draws of a hypercube: who has stored points of one must go on with the same draws.
struct HypercubeDraws {
    /// 0 to samples - 1 in a random order: the stratum of each point.
    std::function<std::vector<std::uint32_t>(std::uint32_t samples, std::size_t dimension)> strata;
    /// Where in its stratum a point lies, in (0, 1).
    std::function<double(std::size_t point, std::size_t dimension)> place;
};

UnitPoints latin_hypercube(std::size_t samples, std::size_t dimensions, const HypercubeDraws& draws);

/// With the draws of designs (random/design_luck.h). Maximin: the best of several by smallest distance, improved by
/// swaps.
UnitPoints latin_hypercube(std::size_t samples, std::size_t dimensions, bool maximin, std::uint64_t seed);

/// Square of the smallest distance between two points.
double smallest_square_distance(const UnitPoints& points);

}  // namespace algemeente
