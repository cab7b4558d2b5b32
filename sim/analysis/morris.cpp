#include "analysis/morris.h"

#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace algemeente::analysis {

namespace {

using Index = Eigen::Index;

constexpr double smallest_step = 1e-9;

double deviation_of(const Eigen::VectorXd& values, Index ddof) {
    return std::sqrt((values.array() - values.mean()).square().sum() / static_cast<double>(values.size() - ddof));
}

/// The group that moved between two points; throws InputError if it was none or several.
std::size_t moved_group(const Eigen::RowVectorXd& step, std::span<const std::vector<int>> groups, Index row) {
    std::optional<std::size_t> moved;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        const bool moves = std::any_of(groups[group].begin(), groups[group].end(),
                                       [&step](int input) { return std::abs(step[input]) > smallest_step; });
        if (!moves) continue;
        if (moved) moved = groups.size();  // a second one
        if (!moved) moved = group;
    }
    if (!moved || *moved == groups.size())
        throw InputError(
            fmt::format("morris: between points {} and {} not exactly one input (or group) moves; is this "
                        "a store of design 'morris'?",
                        row + 1, row + 2));
    return *moved;
}

/// Signed size of a group's step: the step of its only input, or the mean size of its steps.
double step_of(const Eigen::RowVectorXd& step, const std::vector<int>& group) {
    if (group.size() == 1) return step[group.front()];
    double size = 0;
    for (const int input : group) size += std::abs(step[input]);
    return size / static_cast<double>(group.size());
}

double scale_of(const Eigen::MatrixXd& points, const Eigen::VectorXd& outputs, const std::vector<int>& group) {
    const double deviation = deviation_of(outputs, 0);
    if (deviation == 0) return 0;
    double inputs = 0;
    for (const int input : group) inputs += deviation_of(points.col(input), 0);
    return inputs / static_cast<double>(group.size()) / deviation;
}

/// Effects of one trajectory, in the order of the groups.
Eigen::RowVectorXd effects_of(const Eigen::MatrixXd& points, const Eigen::VectorXd& outputs,
                              std::span<const std::vector<int>> groups, EffectScale scale, Index first_row) {
    Eigen::RowVectorXd effects =
        Eigen::RowVectorXd::Constant(static_cast<Index>(groups.size()), std::numeric_limits<double>::quiet_NaN());
    for (Index row = 0; row + 1 < points.rows(); ++row) {
        const Eigen::RowVectorXd step = points.row(row + 1) - points.row(row);
        const std::size_t group = moved_group(step, groups, first_row + row);
        double effect = (outputs[row + 1] - outputs[row]) / step_of(step, groups[group]);
        if (scale == EffectScale::by_deviation) effect *= scale_of(points, outputs, groups[group]);
        effects[static_cast<Index>(group)] = groups[group].size() == 1 ? effect : std::abs(effect);
    }
    if (effects.hasNaN())
        throw InputError(
            fmt::format("morris: in the trajectory from point {} on an input does not move", first_row + 1));
    return effects;
}

}  // namespace

ElementaryEffects elementary_effects(const Eigen::MatrixXd& unit_points, std::span<const double> outputs,
                                     std::span<const std::vector<int>> groups, EffectScale scale) {
    const auto block = static_cast<Index>(groups.size()) + 1;
    const auto runs = static_cast<Index>(outputs.size());
    if (groups.empty() || runs == 0 || runs % block != 0 || runs != unit_points.rows())
        throw InputError(
            fmt::format("morris: {} runs of {} points are no whole number of trajectories of {} points; "
                        "is this a store of design 'morris'?",
                        runs, unit_points.rows(), block));
    ElementaryEffects result;
    for (const std::vector<int>& group : groups) result.single.push_back(group.size() == 1);
    result.effects.resize(runs / block, block - 1);
    Index complete = 0;
    for (Index first = 0; first < runs; first += block) {
        const Eigen::VectorXd values = Eigen::Map<const Eigen::VectorXd>(outputs.data() + first, block);
        if (!values.allFinite()) continue;
        result.effects.row(complete++) = effects_of(unit_points.middleRows(first, block), values, groups, scale, first);
    }
    result.left_out = static_cast<std::size_t>(runs / block - complete);
    result.effects.conservativeResize(complete, Eigen::NoChange);
    return result;
}

std::vector<MorrisIndex> morris_indices(const ElementaryEffects& effects, const BootstrapSettings& settings) {
    require_valid(settings);
    const Index trajectories = effects.effects.rows();
    if (trajectories < 2)
        throw InputError(
            fmt::format("morris: {} complete trajectories are too few; expected at least 2 (and ten or "
                        "more for indices that mean something)",
                        trajectories));
    const Eigen::MatrixXd sizes = effects.effects.cwiseAbs();
    Eigen::MatrixXd resampled(settings.resamples, sizes.cols());
    Eigen::RowVectorXd counts(trajectories);
    for (Index resample = 0; resample < resampled.rows(); ++resample) {
        draw_counts(settings.seed, static_cast<std::uint64_t>(resample),
                    {counts.data(), static_cast<std::size_t>(counts.size())});
        resampled.row(resample) = counts * sizes / static_cast<double>(trajectories);
    }
    std::vector<MorrisIndex> indices;
    for (Index column = 0; column < sizes.cols(); ++column) {
        const Eigen::VectorXd effect = effects.effects.col(column);
        MorrisIndex index{
            effect.mean(),
            percentile_interval(sizes.col(column).mean(),
                                {resampled.col(column).data(), static_cast<std::size_t>(resampled.rows())},
                                settings.level),
            deviation_of(effect, 1)};
        if (!effects.single[static_cast<std::size_t>(column)])
            index.mu = index.sigma = std::numeric_limits<double>::quiet_NaN();
        indices.push_back(index);
    }
    return indices;
}

std::vector<double> two_level_effects(const Eigen::MatrixXd& unit_points, std::span<const double> outputs) {
    const Eigen::Map<const Eigen::VectorXd> values(outputs.data(), static_cast<Index>(outputs.size()));
    std::vector<double> effects;
    for (Index input = 0; input < unit_points.cols(); ++input) {
        const Eigen::VectorXd signs = unit_points.col(input).array() * 2 - 1;
        effects.push_back(signs.dot(values) / static_cast<double>(values.size()));
    }
    return effects;
}

}  // namespace algemeente::analysis
