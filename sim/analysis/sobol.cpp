#include "analysis/sobol.h"

#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace algemeente::analysis {

namespace {

using Index = Eigen::Index;

/// Puts the outputs on mean 0 and standard deviation 1 over all runs. False if they do not vary.
bool standardise(SaltelliOutputs& outputs) {
    const auto runs = static_cast<double>(outputs.a.size() + outputs.b.size() + outputs.ab.size() + outputs.ba.size());
    const double mean = (outputs.a.sum() + outputs.b.sum() + outputs.ab.sum() + outputs.ba.sum()) / runs;
    const auto centre = [mean](auto& part) { part.array() -= mean; };
    centre(outputs.a);
    centre(outputs.b);
    centre(outputs.ab);
    centre(outputs.ba);
    const double squares =
        outputs.a.squaredNorm() + outputs.b.squaredNorm() + outputs.ab.squaredNorm() + outputs.ba.squaredNorm();
    const double deviation = std::sqrt(squares / runs);
    // equal numbers may differ from their mean by a rounding error
    if (!(deviation > 1e-13 * std::abs(mean))) return false;
    outputs.a /= deviation;
    outputs.b /= deviation;
    outputs.ab /= deviation;
    outputs.ba /= deviation;
    return true;
}

Index pairs_of(Index inputs) {
    return inputs * (inputs - 1) / 2;
}

/// What the estimators average, one row a base point: mean and square of A and B, then the products of first order,
/// total and second order. A resample is then a weighting of rows.
Eigen::MatrixXd terms_of(const SaltelliOutputs& outputs) {
    const Index inputs = outputs.ab.cols();
    const bool second_order = outputs.ba.cols() > 0;
    Eigen::MatrixXd terms(outputs.a.size(), 2 + 2 * inputs + (second_order ? pairs_of(inputs) : 0));
    terms.col(0) = (outputs.a + outputs.b) / 2;
    terms.col(1) = (outputs.a.array().square() + outputs.b.array().square()) / 2;
    for (Index j = 0; j < inputs; ++j) {
        terms.col(2 + j) = outputs.b.array() * (outputs.ab.col(j) - outputs.a).array();
        terms.col(2 + inputs + j) = (outputs.a - outputs.ab.col(j)).array().square() / 2;
    }
    if (!second_order) return terms;
    Index column = 2 + 2 * inputs;
    const Eigen::ArrayXd product = outputs.a.array() * outputs.b.array();
    for (Index j = 0; j < inputs; ++j)
        for (Index k = j + 1; k < inputs; ++k)
            terms.col(column++) = outputs.ba.col(j).array() * outputs.ab.col(k).array() - product;
    return terms;
}

/// From means of terms to indices, in place of the terms: column 0 and 1 are left alone.
void divide_by_variance(Eigen::Ref<Eigen::MatrixXd> means, Index inputs) {
    const Eigen::ArrayXd variance = means.col(1).array() - means.col(0).array().square();
    // a resample in which nothing varies explains nothing
    const Eigen::ArrayXd factor = (variance > 1e-14).select(1 / variance, 0.0);
    for (Index column = 2; column < means.cols(); ++column) means.col(column).array() *= factor;
    Index column = 2 + 2 * inputs;
    for (Index j = 0; j < inputs && column < means.cols(); ++j)
        for (Index k = j + 1; k < inputs; ++k, ++column) means.col(column) -= means.col(2 + j) + means.col(2 + k);
}

/// Indices of every resample, one row each.
Eigen::MatrixXd resampled_indices(const Eigen::MatrixXd& terms, Index inputs, const BootstrapSettings& settings) {
    constexpr Index block = 32;  // resamples at a time: keeps memory small however large the sweep
    const Index resamples = settings.resamples;
    Eigen::MatrixXd indices(resamples, terms.cols());
    Eigen::MatrixXd counts(terms.rows(), block);
    for (Index from = 0; from < resamples; from += block) {
        const Index width = std::min(block, resamples - from);
        for (Index i = 0; i < width; ++i)
            draw_counts(settings.seed, static_cast<std::uint64_t>(from + i),
                        {counts.col(i).data(), static_cast<std::size_t>(counts.rows())});
        indices.middleRows(from, width).noalias() =
            counts.leftCols(width).transpose() * terms / static_cast<double>(terms.rows());
    }
    divide_by_variance(indices, inputs);
    return indices;
}

/// Rows of each scrambling; those at the end of a part of a sweep may be fewer: less than half a scrambling is left
/// out.
std::vector<std::vector<Index>> rows_by_randomisation(const SaltelliOutputs& outputs) {
    std::vector<std::vector<Index>> rows;
    for (std::size_t row = 0; row < outputs.randomisation.size(); ++row) {
        if (rows.empty() || outputs.randomisation[row] != outputs.randomisation[row - 1]) rows.emplace_back();
        rows.back().push_back(static_cast<Index>(row));
    }
    std::size_t most = 0;
    for (const auto& one : rows) most = std::max(most, one.size());
    std::erase_if(rows, [most](const auto& one) { return one.size() < 2 || 2 * one.size() < most; });
    return rows;
}

/// Indices of every scrambling, one row each.
Eigen::MatrixXd indices_by_randomisation(const Eigen::MatrixXd& terms, Index inputs,
                                         const std::vector<std::vector<Index>>& rows) {
    Eigen::MatrixXd indices(static_cast<Index>(rows.size()), terms.cols());
    for (std::size_t i = 0; i < rows.size(); ++i)
        indices.row(static_cast<Index>(i)) = terms(rows[i], Eigen::all).colwise().mean();
    divide_by_variance(indices, inputs);
    return indices;
}

SobolIndices empty_indices(const SaltelliOutputs& outputs) {
    SobolIndices indices;
    const auto inputs = static_cast<std::size_t>(outputs.ab.cols());
    indices.first.resize(inputs);
    indices.total.resize(inputs);
    if (outputs.ba.cols() > 0) indices.second.assign(inputs, std::vector<Estimate>(inputs));
    indices.base_points = static_cast<std::size_t>(outputs.a.size());
    indices.left_out = outputs.left_out;
    return indices;
}

}  // namespace

std::size_t saltelli_block(std::size_t inputs, bool second_order) {
    return second_order ? 2 * inputs + 2 : inputs + 2;
}

SaltelliOutputs split_saltelli(std::span<const double> outputs, std::size_t inputs, bool second_order,
                               std::size_t randomisations) {
    const std::size_t block = saltelli_block(inputs, second_order);
    if (inputs == 0 || outputs.empty() || outputs.size() % block != 0)
        throw InputError(
            fmt::format("sobol: {} runs are no whole number of blocks of {} (for {} inputs{}); "
                        "is this a store of design 'saltelli'?",
                        outputs.size(), block, inputs, second_order ? " with second order" : ""));
    const std::size_t base_points = outputs.size() / block;
    if (randomisations == 0 || base_points % randomisations != 0)
        throw InputError(
            fmt::format("sobol: {} base points are no {} scramblings of as many each", base_points, randomisations));
    std::vector<std::size_t> complete;
    for (std::size_t row = 0; row < base_points; ++row) {
        const auto runs = outputs.subspan(row * block, block);
        if (std::all_of(runs.begin(), runs.end(), [](double run) { return std::isfinite(run); }))
            complete.push_back(row);
    }
    const auto rows = static_cast<Index>(complete.size());
    const auto columns = static_cast<Index>(inputs);
    SaltelliOutputs parts;
    parts.left_out = base_points - complete.size();
    for (const std::size_t row : complete) parts.randomisation.push_back(row / (base_points / randomisations));
    parts.a.resize(rows);
    parts.b.resize(rows);
    parts.ab.resize(rows, columns);
    parts.ba.resize(rows, second_order ? columns : 0);
    for (Index row = 0; row < rows; ++row) {
        const double* run = outputs.data() + complete[static_cast<std::size_t>(row)] * block;
        parts.a[row] = *run++;
        for (Index k = 0; k < parts.ab.cols(); ++k) parts.ab(row, k) = *run++;
        for (Index k = 0; k < parts.ba.cols(); ++k) parts.ba(row, k) = *run++;
        parts.b[row] = *run;
    }
    return parts;
}

SaltelliOutputs first_rows(const SaltelliOutputs& outputs, std::size_t base_points) {
    const auto rows = std::min(static_cast<Index>(base_points), outputs.a.size());
    const auto kept = std::min(static_cast<std::size_t>(rows), outputs.randomisation.size());
    return {outputs.a.head(rows),
            outputs.b.head(rows),
            outputs.ab.topRows(rows),
            outputs.ba.topRows(rows),
            0,
            {outputs.randomisation.begin(), outputs.randomisation.begin() + static_cast<std::ptrdiff_t>(kept)}};
}

SobolIndices sobol_indices(const SaltelliOutputs& outputs, const BootstrapSettings& settings) {
    require_valid(settings);
    SobolIndices indices = empty_indices(outputs);
    if (outputs.a.size() < 2)
        throw InputError(
            fmt::format("sobol: {} complete base points are too few; expected at least 2 (and hundreds "
                        "for indices that mean something)",
                        outputs.a.size()));
    SaltelliOutputs standard = outputs;
    indices.constant = !standardise(standard);
    if (indices.constant) return indices;

    const Index inputs = standard.ab.cols();
    const Eigen::MatrixXd terms = terms_of(standard);
    Eigen::MatrixXd values = terms.colwise().mean();
    divide_by_variance(values, inputs);
    const std::vector<std::vector<Index>> randomisations = rows_by_randomisation(standard);
    const bool several = randomisations.size() >= fewest_randomisations;
    if (several) indices.randomisations = randomisations.size();
    const Eigen::MatrixXd others =
        several ? indices_by_randomisation(terms, inputs, randomisations) : resampled_indices(terms, inputs, settings);
    const auto estimate = [&](Index column) {
        const std::span<const double> column_of_others(others.col(column).data(),
                                                       static_cast<std::size_t>(others.rows()));
        return several ? between_interval(values(0, column), column_of_others, settings.level)
                       : normal_interval(values(0, column), column_of_others, settings.level);
    };
    for (Index j = 0; j < inputs; ++j) {
        indices.first[static_cast<std::size_t>(j)] = estimate(2 + j);
        indices.total[static_cast<std::size_t>(j)] = estimate(2 + inputs + j);
    }
    Index column = 2 + 2 * inputs;
    for (std::size_t j = 0; j < indices.second.size(); ++j)
        for (std::size_t k = j + 1; k < indices.second.size(); ++k) indices.second[j][k] = estimate(column++);
    return indices;
}

}  // namespace algemeente::analysis
