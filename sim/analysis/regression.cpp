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

/// Coefficients in a resample: from weighted correlations, which need one pass over the points.
Eigen::VectorXd weighted_coefficients(const Eigen::MatrixXd& rows, const Eigen::VectorXd& counts) {
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
    return correlations.topLeftCorner(inputs, inputs).ldlt().solve(correlations.col(inputs).head(inputs));
}

struct Fit {
    Eigen::VectorXd coefficients;
    double r2 = 0;
    bool entangled = false;
};

/// Least squares on standardised columns, by a QR that finds out about columns that say the same.
Fit fit(const Eigen::MatrixXd& standard) {
    const Index inputs = standard.cols() - 1;
    Eigen::ColPivHouseholderQR<Eigen::MatrixXd> solver;
    solver.setThreshold(1e-9);
    solver.compute(standard.leftCols(inputs));
    Fit result;
    result.coefficients = solver.solve(standard.col(inputs));
    result.r2 = 1 - (standard.col(inputs) - standard.leftCols(inputs) * result.coefficients).squaredNorm();
    result.entangled = solver.rank() < inputs;
    return result;
}

/// Coefficients of every resample, one row each.
Eigen::MatrixXd resampled_coefficients(const Eigen::MatrixXd& rows, const BootstrapSettings& settings) {
    Eigen::MatrixXd resampled(settings.resamples, rows.cols() - 1);
    Eigen::VectorXd counts(rows.rows());
    for (Index resample = 0; resample < resampled.rows(); ++resample) {
        draw_counts(settings.seed, static_cast<std::uint64_t>(resample),
                    {counts.data(), static_cast<std::size_t>(counts.size())});
        resampled.row(resample) = weighted_coefficients(rows, counts);
    }
    return resampled;
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
    if (result.points <= inputs + 1)
        throw InputError(
            fmt::format("regression: {} points with a result are too few for {} inputs; expected at least "
                        "{}, and better ten times as many points as inputs",
                        result.points, inputs, inputs + 2));
    if (kind == RegressionKind::ranks) rank_columns(rows);
    const Eigen::MatrixXd standard = varying_columns(std::move(rows), result);
    if (result.constant || standard.cols() < 2) return result;

    const Fit best = fit(standard);
    const Eigen::MatrixXd resampled = resampled_coefficients(standard, settings);
    result.r2 = best.r2;
    result.entangled = best.entangled;
    const auto count = static_cast<double>(result.points);
    result.adjusted_r2 = 1 - (1 - best.r2) * (count - 1) / (count - static_cast<double>(standard.cols()));
    Index column = 0;
    for (std::size_t input = 0; input < inputs; ++input) {
        if (!result.varies[input]) continue;
        result.coefficients[input] =
            normal_interval(best.coefficients[column], column_of(resampled, column), settings.level);
        ++column;
    }
    return result;
}

}  // namespace algemeente::analysis
