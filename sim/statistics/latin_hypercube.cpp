#include "statistics/latin_hypercube.h"

#include "random/design_luck.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace algemeente {

namespace {

/// `which` tells the candidates of a maximin search apart.
UnitPoints candidate(std::size_t samples, std::size_t dimensions, std::uint32_t which, const DesignLuck& luck) {
    const auto address = [&](std::size_t dimension) {
        return which * static_cast<std::uint32_t>(dimensions) + static_cast<std::uint32_t>(dimension);
    };
    return latin_hypercube(samples, dimensions,
                           {[&](std::uint32_t count, std::size_t dimension) {
                                return luck.shuffled(count, DesignPurpose::stratum_order, address(dimension));
                            },
                            [&](std::size_t point, std::size_t dimension) {
                                return luck.uniform(DesignPurpose::place_in_stratum, point, address(dimension));
                            }});
}

double square_distance(const std::vector<double>& one, const std::vector<double>& other) {
    double sum = 0;
    for (std::size_t i = 0; i < one.size(); ++i) sum += (one[i] - other[i]) * (one[i] - other[i]);
    return sum;
}

struct Pair {
    std::size_t one = 0;
    std::size_t other = 0;
    double square = std::numeric_limits<double>::infinity();
};

Pair nearest_pair(const UnitPoints& points) {
    Pair nearest;
    for (std::size_t i = 0; i < points.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const double square = square_distance(points[i], points[j]);
            if (square < nearest.square) nearest = {i, j, square};
        }
    return nearest;
}

double nearest_square(const UnitPoints& points, std::size_t point) {
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < points.size(); ++i)
        if (i != point) nearest = std::min(nearest, square_distance(points[i], points[point]));
    return nearest;
}

/// Moves the nearest pair apart, again and again: one coordinate of it is exchanged with that of another point, which
/// keeps the strata, and the exchange stays when neither point then has a neighbour as near as the pair was.
void improve(UnitPoints& points, const DesignLuck& luck) {
    constexpr std::uint32_t rounds = 200;
    constexpr std::uint32_t tries = 50;
    const auto samples = static_cast<std::uint32_t>(points.size());
    const auto dimensions = static_cast<std::uint32_t>(points.front().size());
    for (std::uint32_t round = 0; round < rounds; ++round) {
        const Pair nearest = nearest_pair(points);
        bool moved = false;
        for (std::uint32_t attempt = 0; attempt < tries && !moved; ++attempt) {
            const std::uint32_t number = (round * tries + attempt) * 3;
            const std::size_t point =
                luck.below(2, DesignPurpose::maximin_swap, number) == 0 ? nearest.one : nearest.other;
            const std::size_t partner = luck.below(samples, DesignPurpose::maximin_swap, number + 1);
            const std::size_t dimension = luck.below(dimensions, DesignPurpose::maximin_swap, number + 2);
            if (partner == point) continue;
            std::swap(points[point][dimension], points[partner][dimension]);
            moved = nearest_square(points, point) > nearest.square && nearest_square(points, partner) > nearest.square;
            if (!moved) std::swap(points[point][dimension], points[partner][dimension]);
        }
        if (!moved) return;
    }
}

}  // namespace

double smallest_square_distance(const UnitPoints& points) {
    return nearest_pair(points).square;
}

UnitPoints latin_hypercube(std::size_t samples, std::size_t dimensions, const HypercubeDraws& draws) {
    UnitPoints points(samples, std::vector<double>(dimensions));
    for (std::size_t dimension = 0; dimension < dimensions; ++dimension) {
        const std::vector<std::uint32_t> strata = draws.strata(static_cast<std::uint32_t>(samples), dimension);
        for (std::size_t i = 0; i < samples; ++i)
            points[i][dimension] = (strata[i] + draws.place(i, dimension)) / static_cast<double>(samples);
    }
    return points;
}

UnitPoints latin_hypercube(std::size_t samples, std::size_t dimensions, bool maximin, std::uint64_t seed) {
    constexpr std::uint32_t candidates = 5;
    const DesignLuck luck(seed);
    UnitPoints best = candidate(samples, dimensions, 0, luck);
    if (!maximin) return best;
    double best_square = nearest_pair(best).square;
    for (std::uint32_t which = 1; which < candidates; ++which) {
        UnitPoints other = candidate(samples, dimensions, which, luck);
        const double square = nearest_pair(other).square;
        if (square <= best_square) continue;
        best_square = square;
        best = std::move(other);
    }
    improve(best, luck);
    return best;
}

}  // namespace algemeente
