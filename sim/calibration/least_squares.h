// Linear models with more inputs than one would like: a lasso to choose, a ridge to fit.
//
// Sums run in a fixed order, without a library that chooses another one on another processor: what is fitted here
// decides which runs come next, and those must be the same everywhere.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace algemeente {

/// Rows of equal length, one after the other.
class Rows {
public:
    Rows() = default;
    Rows(std::size_t count, std::size_t width) : width_(width), values_(count * width) {}

    std::size_t count() const { return width_ == 0 ? 0 : values_.size() / width_; }
    std::size_t width() const { return width_; }
    std::span<double> operator[](std::size_t row) { return {values_.data() + row * width_, width_}; }
    std::span<const double> operator[](std::size_t row) const { return {values_.data() + row * width_, width_}; }

private:
    std::size_t width_ = 0;
    std::vector<double> values_;
};

/// Sum of products, in the order of the places.
double dot(std::span<const double> one, std::span<const double> other);

/// The columns that a lasso keeps when its penalty falls until more than `most` of them would be in, largest
/// coefficient first. Columns should have mean 0 and equal variance, `y` mean 0. Coordinate descent (Friedman, Hastie
/// and Tibshirani 2010).
std::vector<std::size_t> chosen_by_lasso(const Rows& x, std::span<const double> y, std::size_t most);

/// x'x and x'y of a model, from which ridges with other penalties are solved without the rows.
class NormalEquations {
public:
    NormalEquations(const Rows& x, std::span<const double> y);

    /// The coefficients that minimise |y - x b|^2 + sum of penalties[j] b[j]^2. Penalties must be above 0.
    std::vector<double> solve(std::span<const double> penalties) const;

private:
    std::size_t width_;
    std::vector<double> products_;  ///< lower triangle, row by row
    std::vector<double> with_y_;
};

}  // namespace algemeente
