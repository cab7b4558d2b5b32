#include "analysis/regression.h"

#include "statistics/ranks.h"
#include "text/error.h"

#include <fmt/format.h>
#include <Eigen/Cholesky>
#include <Eigen/QR>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace algemeente::analysis {

namespace {

using Index = Eigen::Index;

constexpr double not_known = std::numeric_limits<double>::quiet_NaN();

std::span<const double> column_of(const Eigen::MatrixXd& matrix, Index column) {
    return {matrix.col(column).data(), static_cast<std::size_t>(matrix.rows())};
}

/// Inputs that vary, then the outcome, for the points whose outcome is finite.
Eigen::MatrixXd known_rows(const Eigen::MatrixXd& points, std::span<const double> outputs) {
    Eigen::MatrixXd rows(points.rows(), points.cols() + 1);
    Index known = 0;
    for (Index row = 0; row < points.rows(); ++row) {
        const double output = outputs[static_cast<std::size_t>(row)];
        if (!std::isfinite(output)) continue;
        rows.row(known).head(points.cols()) = points.row(row);
        rows(known++, points.cols()) = output;
    }
    rows.conservativeResize(known, Eigen::NoChange);
    return rows;
}

void rank_columns(Eigen::MatrixXd& rows) {
    for (Index column = 0; column < rows.cols(); ++column) {
        const std::vector<double> ranks = mean_ranks(column_of(rows, column));
        rows.col(column) = Eigen::Map<const Eigen::VectorXd>(ranks.data(), rows.rows());
    }
}

/// Mean 0 and squares that sum to 1, so that products of columns are correlations. False if the column is constant.
bool standardise(Eigen::Ref<Eigen::VectorXd> column) {
    const double mean = column.mean();
    column.array() -= mean;
    const double size = column.norm();
    if (!(size > 1e-12 * std::abs(mean) * std::sqrt(static_cast<double>(column.size())))) {
        column.setZero();
        return false;
    }
    column /= size;
    return true;
}

/// Coefficients in a resample: from weighted correlations, which need one pass over the points. NaN if inputs cannot be
/// told apart in this resample.
Eigen::VectorXd weighted_coefficients(const Eigen::MatrixXd& rows, const Eigen::VectorXd& counts) {
    constexpr double least_condition = 1e-12;
    const Index inputs = rows.cols() - 1;
    const Eigen::RowVectorXd mean = counts.transpose() * rows / counts.sum();
    const Eigen::MatrixXd centred = rows.rowwise() - mean;
    const Eigen::MatrixXd products = centred.transpose() * (counts.asDiagonal() * centred);
    const Eigen::VectorXd size = products.diagonal().cwiseMax(0).cwiseSqrt();
    const Eigen::VectorXd inverse = (size.array() > 0).select(size.cwiseInverse(), 0.0);
    Eigen::MatrixXd correlations = inverse.asDiagonal() * products * inverse.asDiagonal();
    // an input that does not vary in this resample gets the coefficient 0
    for (Index input = 0; input < inputs; ++input)
        if (size[input] == 0) correlations(input, input) = 1;
    const Eigen::LDLT<Eigen::MatrixXd> solver(correlations.topLeftCorner(inputs, inputs));
    if (!(solver.rcond() > least_condition)) return Eigen::VectorXd::Constant(inputs, not_known);
    return solver.solve(correlations.col(inputs).head(inputs));
}

/// Columns of which none follows from the others, and which of all columns are entangled with others.
struct Independence {
    std::vector<Index> independent;
    std::vector<bool> entangled;
};

/// A QR with pivots takes the columns that say most one by one; those that are left say nothing new. What is solved
/// with must be these columns alone: with the others the solution would depend on rounding errors.
Independence independence_of(const Eigen::MatrixXd& inputs) {
    constexpr double smallest_part = 1e-6;
    Eigen::ColPivHouseholderQR<Eigen::MatrixXd> solver;
    solver.setThreshold(1e-9);
    solver.compute(inputs);
    const Eigen::VectorXi order = solver.colsPermutation().indices();
    Independence result{{}, std::vector<bool>(static_cast<std::size_t>(inputs.cols()), false)};
    for (Index i = 0; i < solver.rank(); ++i) result.independent.push_back(order[i]);
    std::sort(result.independent.begin(), result.independent.end());
    const Eigen::MatrixXd basis = inputs(Eigen::all, result.independent);
    const Eigen::HouseholderQR<Eigen::MatrixXd> of_basis(basis);
    for (Index i = solver.rank(); i < inputs.cols(); ++i) {
        result.entangled[static_cast<std::size_t>(order[i])] = true;
        const Eigen::VectorXd parts = of_basis.solve(inputs.col(order[i]));
        for (Index part = 0; part < parts.size(); ++part)
            if (std::abs(parts[part]) > smallest_part)
                result.entangled[static_cast<std::size_t>(result.independent[static_cast<std::size_t>(part)])] = true;
    }
    return result;
}

struct Fit {
    Eigen::VectorXd coefficients;
    double r2 = 0;
};

/// Least squares on standardised columns that are independent.
Fit fit(const Eigen::MatrixXd& standard) {
    const Index inputs = standard.cols() - 1;
    Fit result;
    result.coefficients = standard.leftCols(inputs).householderQr().solve(standard.col(inputs));
    result.r2 = 1 - (standard.col(inputs) - standard.leftCols(inputs) * result.coefficients).squaredNorm();
    return result;
}

/// Coefficients of every resample in which they can be told apart, one row each.
Eigen::MatrixXd resampled_coefficients(const Eigen::MatrixXd& rows, const BootstrapSettings& settings) {
    Eigen::MatrixXd resampled(settings.resamples, rows.cols() - 1);
    Eigen::VectorXd counts(rows.rows());
    Index kept = 0;
    for (Index resample = 0; resample < settings.resamples; ++resample) {
        draw_counts(settings.seed, static_cast<std::uint64_t>(resample),
                    {counts.data(), static_cast<std::size_t>(counts.size())});
        const Eigen::VectorXd coefficients = weighted_coefficients(rows, counts);
        if (coefficients.allFinite()) resampled.row(kept++) = coefficients;
    }
    resampled.conservativeResize(kept, Eigen::NoChange);
    return resampled;
}

/// Limits are not known if inputs could be told apart in hardly any resample.
Estimate interval_of(double value, const Eigen::MatrixXd& resampled, Index column, double level) {
    if (resampled.rows() < 2) return bare_estimate(value);
    return normal_interval(value, column_of(resampled, column), level);
}

/// Standardises all columns; keeps the inputs that vary, and the outcome.
Eigen::MatrixXd varying_columns(Eigen::MatrixXd rows, Regression& result) {
    const Index inputs = rows.cols() - 1;
    Eigen::MatrixXd kept(rows.rows(), rows.cols());
    Index columns = 0;
    for (Index input = 0; input < inputs; ++input) {
        result.varies.push_back(standardise(rows.col(input)));
        if (result.varies.back()) kept.col(columns++) = rows.col(input);
    }
    result.constant = !standardise(rows.col(inputs));
    kept.col(columns++) = rows.col(inputs);
    kept.conservativeResize(Eigen::NoChange, columns);
    return kept;
}

}  // namespace

Regression regression(const Eigen::MatrixXd& points, std::span<const double> outputs, RegressionKind kind,
                      const BootstrapSettings& settings) {
    require_valid(settings);
    const auto inputs = static_cast<std::size_t>(points.cols());
    Regression result;
    Eigen::MatrixXd rows = known_rows(points, outputs);
    result.points = static_cast<std::size_t>(rows.rows());
    result.coefficients.resize(inputs);
    result.separable.assign(inputs, true);
    if (result.points <= inputs + 1)
        throw InputError(
            fmt::format("regression: {} points with a result are too few for {} inputs; expected at least "
                        "{}, and better ten times as many points as inputs",
                        result.points, inputs, inputs + 2));
    if (kind == RegressionKind::ranks) rank_columns(rows);
    const Eigen::MatrixXd standard = varying_columns(std::move(rows), result);
    if (result.constant || standard.cols() < 2) return result;

    const Independence found = independence_of(standard.leftCols(standard.cols() - 1));
    std::vector<Index> columns = found.independent;
    columns.push_back(standard.cols() - 1);
    const Eigen::MatrixXd independent = standard(Eigen::all, columns);
    const Fit best = fit(independent);
    const Eigen::MatrixXd resampled = resampled_coefficients(independent, settings);
    result.r2 = best.r2;
    const auto count = static_cast<double>(result.points);
    result.adjusted_r2 = 1 - (1 - best.r2) * (count - 1) / (count - static_cast<double>(independent.cols()));
    std::size_t column = 0;  // among those that vary
    Index place = 0;         // among those that are independent
    for (std::size_t input = 0; input < inputs; ++input) {
        if (!result.varies[input]) continue;
        const bool independent_one = place < best.coefficients.size() &&
                                     found.independent[static_cast<std::size_t>(place)] == static_cast<Index>(column);
        result.separable[input] = !found.entangled[column++];
        if (result.separable[input])
            result.coefficients[input] = interval_of(best.coefficients[place], resampled, place, settings.level);
        else
            result.coefficients[input] = bare_estimate(not_known);
        if (independent_one) ++place;
    }
    result.entangled = !std::all_of(result.separable.begin(), result.separable.end(), [](bool one) { return one; });
    return result;
}

}  // namespace algemeente::analysis
