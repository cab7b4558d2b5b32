// Sharing out whole things in proportion, without luck.
#pragma once

#include <span>
#include <vector>

namespace algemeente {

/// Splits `count` in proportion to `weights` by largest remainder; of equal remainders the first goes first.
/// The result sums to `count`. Weights: 0 or more, not all 0.
std::vector<int> largest_remainder(int count, std::span<const double> weights);

/// Whole numbers 0, 1, 2... ordered by `draws`, lowest first; of equal draws the first goes first.
std::vector<std::size_t> order_of(std::span<const double> draws);

}  // namespace algemeente
