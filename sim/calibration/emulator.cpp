#include "calibration/emulator.h"

#include "mathematics/elementary.h"
#include "statistics/summary.h"

#include <algorithm>
#include <cmath>

namespace algemeente {

namespace {

constexpr std::size_t fewest_values = 50;
constexpr std::size_t apart = 5;  ///< one in so many points is kept apart
constexpr double root_of_three = 1.7320508075688772;

/// A place of 0..1 with mean 0 and variance 1.
double standardised(double place) {
    return (2 * place - 1) * root_of_three;
}

/// A square of such a place with mean 0 and variance 1: x^2 has mean 1 and variance 4/5.
double standardised_square(double x) {
    constexpr double root_of_variance = .8944271909999159;
    return (x * x - 1) / root_of_variance;
}

struct Split {
    std::vector<std::size_t> fitted;
    std::vector<std::size_t> apart;
};

Split split_of(std::span<const double> values) {
    Split split;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(values[i])) continue;
        (i % apart == apart - 1 ? split.apart : split.fitted).push_back(i);
    }
    return split;
}

std::vector<double> chosen_values(std::span<const double> values, const std::vector<std::size_t>& rows, double less) {
    std::vector<double> chosen;
    for (const std::size_t row : rows) chosen.push_back(values[row] - less);
    return chosen;
}

double mean_over(std::span<const double> values, const std::vector<std::size_t>& rows) {
    double sum = 0;
    for (const std::size_t row : rows) sum += values[row];
    return sum / static_cast<double>(rows.size());
}

double sum_of_squares(std::span<const double> values) {
    return dot(values, values);
}

}  // namespace

Emulator::Emulator(const Rows& points, std::span<const double> values, const EmulatorOptions& options)
    : input_count_(points.width()) {
    const Split split = split_of(values);
    if (split.fitted.size() < fewest_values) return;
    centre_ = mean_over(values, split.fitted);
    const std::vector<double> y = chosen_values(values, split.fitted, centre_);
    if (!(sum_of_squares(y) > 0)) return;
    Rows linear(split.fitted.size(), input_count_);
    for (std::size_t i = 0; i < split.fitted.size(); ++i)
        for (std::size_t j = 0; j < input_count_; ++j) linear[i][j] = standardised(points[split.fitted[i]][j]);
    chosen_ = chosen_by_lasso(linear, y, options.most_chosen);
    curved_.assign(chosen_.begin(),
                   chosen_.begin() + static_cast<std::ptrdiff_t>(std::min(options.most_curved, chosen_.size())));
    fit(points, values);
}

std::size_t Emulator::feature_count() const {
    return input_count_ + curved_.size() * (curved_.size() + 1) / 2;
}

void Emulator::features_of(std::span<const double> point, std::span<double> features) const {
    for (std::size_t j = 0; j < input_count_; ++j) features[j] = standardised(point[j]);
    std::size_t next = input_count_;
    for (std::size_t a = 0; a < curved_.size(); ++a) {
        const double one = features[curved_[a]];
        for (std::size_t b = 0; b < a; ++b) features[next++] = one * features[curved_[b]];
        features[next++] = standardised_square(one);
    }
}

/// Penalties are those of a prior that expects little of what the lasso left out and of products; how little is chosen
/// by the points kept apart, one penalty after the other.
void Emulator::fit(const Rows& points, std::span<const double> values) {
    const Split split = split_of(values);
    const auto features = [&](const std::vector<std::size_t>& rows) {
        Rows all(rows.size(), feature_count());
        for (std::size_t i = 0; i < rows.size(); ++i) features_of(points[rows[i]], all[i]);
        return all;
    };
    const NormalEquations equations(features(split.fitted), chosen_values(values, split.fitted, centre_));
    const Rows kept_apart = features(split.apart);
    const std::vector<double> truth = chosen_values(values, split.apart, 0);

    Penalties best;
    Trial least = tried(equations, best, split.fitted.size(), kept_apart, truth);
    for (double Penalties::*dial : {&Penalties::of_chosen, &Penalties::of_others, &Penalties::of_curved})
        for (const double times : {.1, 4., 40.}) {
            Penalties other = best;
            other.*dial *= times;
            Trial trial = tried(equations, other, split.fitted.size(), kept_apart, truth);
            if (trial.squares >= least.squares) continue;
            least = std::move(trial);
            best = other;
        }
    coefficients_ = std::move(least.coefficients);
    const double around = variance_of(truth) * static_cast<double>(truth.size() - 1);
    predicted_share_ = around > 0 ? 1 - least.squares / around : 0;
    measure_spread(least.means, least.residuals);
}

Emulator::Trial Emulator::tried(const NormalEquations& equations, const Penalties& penalties, std::size_t count,
                                const Rows& kept_apart, std::span<const double> truth) const {
    const auto rows = static_cast<double>(count);
    std::vector<double> of_features(feature_count(), rows * penalties.of_curved);
    std::fill_n(of_features.begin(), input_count_, rows * penalties.of_others);
    for (const std::size_t j : chosen_) of_features[j] = rows * penalties.of_chosen;
    Trial trial;
    trial.coefficients = equations.solve(of_features);
    for (std::size_t i = 0; i < truth.size(); ++i) {
        trial.means.push_back(centre_ + dot(kept_apart[i], trial.coefficients));
        trial.residuals.push_back(truth[i] - trial.means.back());
    }
    trial.squares = sum_of_squares(trial.residuals);
    return trial;
}

/// ln of squared residuals as a line in the mean, moved so that the variance is right on average.
void Emulator::measure_spread(std::span<const double> means, std::span<const double> residuals) {
    constexpr double tiny = 1e-12;
    lowest_ = *std::min_element(means.begin(), means.end());
    highest_ = *std::max_element(means.begin(), means.end());
    double with_mean = 0;
    double squares = 0;
    double sum = 0;
    for (std::size_t i = 0; i < means.size(); ++i) {
        const double x = means[i] - centre_;
        const double y = logarithm(residuals[i] * residuals[i] + tiny);
        sum += y;
        with_mean += x * y;
        squares += x * x;
    }
    const auto count = static_cast<double>(means.size());
    double sum_of_x = 0;
    for (const double mean : means) sum_of_x += mean - centre_;
    const double denominator = squares - sum_of_x * sum_of_x / count;
    // ln of the square of a normal number has variance pi^2 / 2; a slope within two of its standard errors is none
    constexpr double spread_of_logs = 2.221441469079183;
    const double slope = denominator > 0 ? (with_mean - sum_of_x * sum / count) / denominator : 0;
    spread_slope_ = slope * slope * denominator > 4 * spread_of_logs * spread_of_logs ? slope : 0;
    double ratio = 0;
    for (std::size_t i = 0; i < means.size(); ++i)
        ratio += residuals[i] * residuals[i] * exponential(-spread_slope_ * (means[i] - centre_));
    spread_base_ = logarithm(ratio / count + tiny);
}

Prediction Emulator::at(std::span<const double> point) const {
    std::vector<double> features(feature_count());
    features_of(point, features);
    const double mean = centre_ + dot(features, coefficients_);
    const double seen = clip(mean, lowest_, highest_);
    return {mean, exponential(spread_base_ + spread_slope_ * (seen - centre_))};
}

}  // namespace algemeente
