#include "analysis/distributions.h"

#include "mathematics/elementary.h"
#include "random/design_luck.h"
#include "statistics/compare.h"
#include "statistics/summary.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <numeric>

namespace algemeente::analysis {

namespace {

using Index = Eigen::Index;
using Rows = std::vector<std::size_t>;

constexpr std::size_t fewest_points = 100;
constexpr int shuffles = 10;  // of columns that do nothing

/// Rows in order of the column, cut into `count` slices of as many rows; rows of equal value stay together, so that an
/// input with few values has a slice for each of them.
std::vector<Rows> slices_of(std::span<const double> column, std::size_t count) {
    Rows order(column.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&column](std::size_t one, std::size_t other) { return column[one] < column[other]; });
    std::vector<Rows> slices;
    for (std::size_t place = 0; place < order.size(); ++place) {
        const bool same_as_before = place > 0 && column[order[place]] == column[order[place - 1]];
        // slice k begins at row k n / count
        const bool is_full = slices.empty() || place * count >= slices.size() * order.size();
        if (is_full && !same_as_before) slices.emplace_back();
        slices.back().push_back(order[place]);
    }
    return slices;
}

std::vector<double> chosen(std::span<const double> values, const Rows& rows) {
    std::vector<double> some;
    some.reserve(rows.size());
    for (const std::size_t row : rows) some.push_back(values[row]);
    return some;
}

double pawn(std::span<const double> column, std::span<const double> outputs) {
    const std::vector<double> all(outputs.begin(), outputs.end());
    std::vector<double> distances;
    for (const Rows& slice : slices_of(column, pawn_slices))
        distances.push_back(largest_distance(chosen(outputs, slice), all));
    return quantile_of_sorted(sorted_known(distances), .5);
}

/// Places at which densities are compared, as in SALib.
constexpr std::size_t grid_points = 100;

struct Grid {
    double low = 0;
    double step = 0;

    double at(std::size_t i) const { return low + step * static_cast<double>(i); }
};

/// Density by normal kernels whose width is Silverman's rule: (3 n / 4)^(-1/5) standard deviations.
std::vector<double> density_of(const std::vector<double>& values, const Grid& grid) {
    const auto count = static_cast<double>(values.size());
    const double width = std::sqrt(variance_of(values)) * std::pow(.75 * count, -.2);
    std::vector<double> density(grid_points, 0.0);
    if (!(width > 0)) return density;  // one value alone has no density
    for (const double value : values)
        for (std::size_t i = 0; i < grid_points; ++i) {
            const double off = (grid.at(i) - value) / width;
            density[i] += exponential(-.5 * off * off);
        }
    const double scale = 1 / (count * width * std::sqrt(2 * std::numbers::pi));
    for (double& one : density) one *= scale;
    return density;
}

/// Area between two densities, by trapezia.
double area_between(const std::vector<double>& one, const std::vector<double>& other, const Grid& grid) {
    double area = 0;
    for (std::size_t i = 0; i + 1 < grid_points; ++i)
        area += .5 * (std::abs(one[i] - other[i]) + std::abs(one[i + 1] - other[i + 1])) * grid.step;
    return area;
}

/// Not yet freed of its bias.
double plain_delta(std::span<const double> column, std::span<const double> outputs) {
    const auto [low, high] = std::minmax_element(outputs.begin(), outputs.end());
    const Grid grid{*low, (*high - *low) / static_cast<double>(grid_points - 1)};
    const std::vector<double> all = density_of({outputs.begin(), outputs.end()}, grid);
    double delta = 0;
    for (const Rows& slice : slices_of(column, delta_slices(outputs.size()))) {
        const double weight = static_cast<double>(slice.size()) / static_cast<double>(outputs.size());
        delta += weight / 2 * area_between(all, density_of(chosen(outputs, slice), grid), grid);
    }
    return delta;
}

using IndexOf = double (*)(std::span<const double> column, std::span<const double> outputs);

/// The points whose outcome is finite, by column.
struct Sample {
    std::vector<std::vector<double>> columns;
    std::vector<double> outputs;
};

Sample known_points_of(const Eigen::MatrixXd& points, std::span<const double> outputs) {
    Sample sample;
    sample.columns.resize(static_cast<std::size_t>(points.cols()));
    for (Index row = 0; row < points.rows(); ++row) {
        const double output = outputs[static_cast<std::size_t>(row)];
        if (!std::isfinite(output)) continue;
        sample.outputs.push_back(output);
        for (Index input = 0; input < points.cols(); ++input)
            sample.columns[static_cast<std::size_t>(input)].push_back(points(row, input));
    }
    return sample;
}

bool is_constant(std::span<const double> values) {
    return std::all_of(values.begin(), values.end(), [&values](double one) { return one == values.front(); });
}

/// The index in resamples of the points.
std::vector<double> resampled(const std::vector<double>& column, const std::vector<double>& outputs, IndexOf index,
                              const BootstrapSettings& settings) {
    std::vector<double> values;
    std::vector<std::uint32_t> rows(outputs.size());
    for (int resample = 0; resample < settings.resamples; ++resample) {
        draw_rows(settings.seed, static_cast<std::uint64_t>(resample), rows);
        std::vector<double> drawn_column;
        std::vector<double> drawn_outputs;
        for (const std::uint32_t row : rows) {
            drawn_column.push_back(column[row]);
            drawn_outputs.push_back(outputs[row]);
        }
        if (!is_constant(drawn_outputs)) values.push_back(index(drawn_column, drawn_outputs));
    }
    return values;
}

/// Mean index of columns that have nothing to do with the outcome.
double of_nothing(const std::vector<double>& outputs, const std::function<double(const std::vector<double>&)>& index,
                  std::uint64_t seed) {
    const DesignLuck luck(seed);
    const auto count = static_cast<std::uint32_t>(outputs.size());
    double sum = 0;
    for (int shuffle = 0; shuffle < shuffles; ++shuffle) {
        const std::vector<std::uint32_t> order =
            luck.shuffled(count, DesignPurpose::stratum_order, static_cast<std::uint32_t>(shuffle));
        sum += index({order.begin(), order.end()});
    }
    return sum / shuffles;
}

/// `unbiased`: whether twice the value less the mean of resamples is given instead of the value.
DistributionIndices indices_of(const Eigen::MatrixXd& points, std::span<const double> outputs,
                               const BootstrapSettings& settings, IndexOf index, bool unbiased, std::string_view name) {
    require_valid(settings);
    const Sample sample = known_points_of(points, outputs);
    if (sample.outputs.size() < fewest_points)
        throw InputError(fmt::format("{}: {} points with a result are too few; expected at least {}", name,
                                     sample.outputs.size(), fewest_points));
    DistributionIndices result;
    result.points = sample.outputs.size();
    result.constant = is_constant(sample.outputs);
    const auto estimated = [&](const std::vector<double>& column) {
        const double value = index(column, sample.outputs);
        const std::vector<double> others = resampled(column, sample.outputs, index, settings);
        const double centre = unbiased ? 2 * value - mean_of(others) : value;
        return normal_interval(centre, others, settings.level);
    };
    for (const std::vector<double>& column : sample.columns) {
        if (result.constant)
            result.values.push_back({});
        else
            result.values.push_back(is_constant(column) ? bare_estimate(std::nan("")) : estimated(column));
    }
    if (!result.constant)
        result.of_nothing = of_nothing(
            sample.outputs,
            [&](const std::vector<double>& column) {
                return unbiased ? estimated(column).value : index(column, sample.outputs);
            },
            settings.seed);
    return result;
}

}  // namespace

std::size_t delta_slices(std::size_t points) {
    constexpr double most = 48;
    const auto count = static_cast<double>(points);
    const double exponent = 2 / (7 + std::tanh((1500 - count) / 500));
    return static_cast<std::size_t>(std::min(std::ceil(std::pow(count, exponent)), most));
}

DistributionIndices pawn_indices(const Eigen::MatrixXd& points, std::span<const double> outputs,
                                 const BootstrapSettings& settings) {
    return indices_of(points, outputs, settings, pawn, false, "pawn");
}

DistributionIndices delta_indices(const Eigen::MatrixXd& points, std::span<const double> outputs,
                                  const BootstrapSettings& settings) {
    return indices_of(points, outputs, settings, plain_delta, true, "delta");
}

}  // namespace algemeente::analysis
