#include "calibration/least_squares.h"

#include <algorithm>
#include <cmath>

namespace algemeente {

namespace {

/// Place of (row, column <= row) in a lower triangle.
std::size_t in_triangle(std::size_t row, std::size_t column) {
    return row * (row + 1) / 2 + column;
}

double shrunk(double value, double by) {
    if (value > by) return value - by;
    if (value < -by) return value + by;
    return 0;
}

/// One lasso after the other with falling penalties, each from the solution of the one before.
class LassoPath {
public:
    LassoPath(const Rows& x, std::span<const double> y)
        : columns_(x.width(), x.count()), squares_(x.width()), residuals_(y.begin(), y.end()) {
        for (std::size_t row = 0; row < x.count(); ++row)
            for (std::size_t j = 0; j < x.width(); ++j) columns_[j][row] = x[row][j];
        for (std::size_t j = 0; j < x.width(); ++j) squares_[j] = dot(columns_[j], columns_[j]);
        coefficients_.resize(x.width());
    }

    double largest_product() const {
        double largest = 0;
        for (std::size_t j = 0; j < columns_.count(); ++j)
            largest = std::max(largest, std::abs(dot(columns_[j], residuals_)));
        return largest;
    }

    void solve(double penalty) {
        constexpr int most_rounds = 50;
        constexpr double small = 1e-3;
        for (int round = 0; round < most_rounds; ++round)
            if (pass(penalty) <= small * penalty) return;
    }

    const std::vector<double>& coefficients() const { return coefficients_; }

private:
    /// All columns once; the largest change, as a product with its column.
    double pass(double penalty) {
        double largest = 0;
        for (std::size_t j = 0; j < columns_.count(); ++j) {
            if (!(squares_[j] > 0)) continue;
            const double before = coefficients_[j];
            const double after = shrunk(dot(columns_[j], residuals_) + squares_[j] * before, penalty) / squares_[j];
            if (after == before) continue;
            for (std::size_t row = 0; row < residuals_.size(); ++row)
                residuals_[row] -= (after - before) * columns_[j][row];
            coefficients_[j] = after;
            largest = std::max(largest, std::abs(after - before) * squares_[j]);
        }
        return largest;
    }

    Rows columns_;
    std::vector<double> squares_;
    std::vector<double> residuals_;
    std::vector<double> coefficients_;
};

/// Columns with a coefficient, the largest first.
std::vector<std::size_t> kept_by(const std::vector<double>& coefficients) {
    std::vector<std::size_t> kept;
    for (std::size_t j = 0; j < coefficients.size(); ++j)
        if (coefficients[j] != 0) kept.push_back(j);
    std::stable_sort(kept.begin(), kept.end(), [&](std::size_t a, std::size_t b) {
        return std::abs(coefficients[a]) > std::abs(coefficients[b]);
    });
    return kept;
}

}  // namespace

double dot(std::span<const double> one, std::span<const double> other) {
    // four sums side by side: the order is fixed, and the processor need not wait for each addition
    double sums[4] = {};
    const std::size_t whole = one.size() / 4 * 4;
    for (std::size_t i = 0; i < whole; i += 4)
        for (std::size_t lane = 0; lane < 4; ++lane) sums[lane] += one[i + lane] * other[i + lane];
    for (std::size_t i = whole; i < one.size(); ++i) sums[0] += one[i] * other[i];
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

std::vector<std::size_t> chosen_by_lasso(const Rows& x, std::span<const double> y, std::size_t most) {
    constexpr double step = .88;    // of the penalty
    constexpr double least = .004;  // of the largest one: beyond it a lasso only follows noise
    LassoPath path(x, y);
    const double largest = path.largest_product();
    std::vector<std::size_t> chosen;
    for (double penalty = largest * step; penalty > least * largest; penalty *= step) {
        path.solve(penalty);
        std::vector<std::size_t> kept = kept_by(path.coefficients());
        if (kept.size() > most) break;
        chosen = std::move(kept);
    }
    return chosen;
}

NormalEquations::NormalEquations(const Rows& x, std::span<const double> y)
    : width_(x.width()), products_(x.width() * (x.width() + 1) / 2), with_y_(x.width()) {
    for (std::size_t row = 0; row < x.count(); ++row) {
        const std::span<const double> values = x[row];
        for (std::size_t i = 0; i < width_; ++i) {
            const double value = values[i];
            with_y_[i] += value * y[row];
            if (value == 0) continue;
            double* const products = &products_[in_triangle(i, 0)];
            for (std::size_t j = 0; j <= i; ++j) products[j] += value * values[j];
        }
    }
}

std::vector<double> NormalEquations::solve(std::span<const double> penalties) const {
    // Cholesky's L L' of x'x + penalties, row by row, then two triangles
    std::vector<double> lower = products_;
    std::vector<double> b = with_y_;
    for (std::size_t i = 0; i < width_; ++i) {
        double* const row = &lower[in_triangle(i, 0)];
        for (std::size_t j = 0; j < i; ++j) {
            const double* const other = &lower[in_triangle(j, 0)];
            row[j] = (row[j] - dot({row, j}, {other, j})) / other[j];
        }
        row[i] = std::sqrt(row[i] + penalties[i] - dot({row, i}, {row, i}));
        b[i] = (b[i] - dot({row, i}, {b.data(), i})) / row[i];
    }
    for (std::size_t i = width_; i-- > 0;) {
        const double* const row = &lower[in_triangle(i, 0)];
        b[i] /= row[i];
        for (std::size_t j = 0; j < i; ++j) b[j] -= row[j] * b[i];
    }
    return b;
}

}  // namespace algemeente
