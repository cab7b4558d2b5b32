#include "experiments/shapes.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace algemeente {

namespace {

constexpr std::string_view keys_of_normal[] = {"mean", "sd"};
constexpr std::string_view keys_of_log_normal[] = {"median", "factor"};
constexpr std::string_view keys_of_triangular[] = {"mode"};
constexpr std::string_view keys_of_beta[] = {"alpha", "beta"};

constexpr ShapeInfo table[] = {
    {ShapeKind::uniform, "uniform", {}},
    {ShapeKind::normal, "normal", keys_of_normal},
    {ShapeKind::log_normal, "log-normal", keys_of_log_normal},
    {ShapeKind::triangular, "triangular", keys_of_triangular},
    {ShapeKind::beta, "beta", keys_of_beta},
};

/// Quantile at `share` of what is left of a distribution between low and high.
template <typename Distribution>
double truncated_quantile(const Distribution& distribution, double low, double high, double share) {
    const double below = cdf(distribution, low);
    const double above = cdf(distribution, high);
    return quantile(distribution, below + share * (above - below));
}

double triangular_quantile(double mode, double low, double high, double share) {
    const double place = (mode - low) / (high - low);
    if (share < place) return low + (high - low) * std::sqrt(share * place);
    return high - (high - low) * std::sqrt((1 - share) * (1 - place));
}

boost::math::lognormal log_normal_of(const Shape& shape) {
    return {std::log(shape.numbers[0]), std::log(shape.numbers[1])};
}

}  // namespace

std::span<const ShapeInfo> shape_table() {
    return table;
}

double quantile_of(const Shape& shape, double low, double high, double share) {
    if (share <= 0) return low;
    if (share >= 1) return high;
    const auto value = [&] {
        switch (shape.kind) {
            case ShapeKind::uniform: break;
            case ShapeKind::normal:
                return truncated_quantile(boost::math::normal(shape.numbers[0], shape.numbers[1]), low, high, share);
            case ShapeKind::log_normal: return truncated_quantile(log_normal_of(shape), low, high, share);
            case ShapeKind::triangular: return triangular_quantile(shape.numbers[0], low, high, share);
            case ShapeKind::beta:
                return low + (high - low) *
                                 quantile(boost::math::beta_distribution<>(shape.numbers[0], shape.numbers[1]), share);
        }
        return low + share * (high - low);
    };
    return std::clamp(value(), low, high);
}

double mass_within(const Shape& shape, double low, double high) {
    const auto mass = [&](const auto& distribution) { return cdf(distribution, high) - cdf(distribution, low); };
    if (shape.kind == ShapeKind::normal) return mass(boost::math::normal(shape.numbers[0], shape.numbers[1]));
    if (shape.kind == ShapeKind::log_normal) return low < 0 ? 0 : mass(log_normal_of(shape));
    return 1;
}

Copula::Copula(std::size_t inputs, const std::vector<RankCorrelation>& correlations) {
    constexpr double least = 1e-9;  // of a pivot: below it the numbers follow from each other
    for (std::size_t input = 0; input < inputs; ++input)
        if (std::any_of(correlations.begin(), correlations.end(),
                        [input](const RankCorrelation& pair) { return pair.one == input || pair.other == input; }))
            members_.push_back(input);
    const std::size_t count = members_.size();
    std::vector<std::vector<double>> matrix(count, std::vector<double>(count, 0.0));
    for (std::size_t i = 0; i < count; ++i) matrix[i][i] = 1;
    const auto place_of = [this](std::size_t input) {
        return static_cast<std::size_t>(std::find(members_.begin(), members_.end(), input) - members_.begin());
    };
    for (const RankCorrelation& pair : correlations) {
        const double normal = 2 * std::sin(std::numbers::pi * pair.rank / 6);
        matrix[place_of(pair.one)][place_of(pair.other)] = normal;
        matrix[place_of(pair.other)][place_of(pair.one)] = normal;
    }
    lower_.assign(count, std::vector<double>(count, 0.0));
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j <= i; ++j) {
            double sum = matrix[i][j];
            for (std::size_t k = 0; k < j; ++k) sum -= lower_[i][k] * lower_[j][k];
            if (i != j) {
                lower_[i][j] = sum / lower_[j][j];
            } else if (sum > least) {
                lower_[i][i] = std::sqrt(sum);
            } else {
                is_possible_ = false;
                return;
            }
        }
}

void Copula::apply(std::span<double> shares) const {
    constexpr double edge = 1e-12;  // the ends of a range have no normal number
    const boost::math::normal standard;
    std::vector<double> independent;
    for (const std::size_t input : members_)
        independent.push_back(quantile(standard, std::clamp(shares[input], edge, 1 - edge)));
    for (std::size_t i = 0; i < members_.size(); ++i) {
        double sum = 0;
        for (std::size_t k = 0; k <= i; ++k) sum += lower_[i][k] * independent[k];
        shares[members_[i]] = cdf(standard, sum);
    }
}

}  // namespace algemeente
