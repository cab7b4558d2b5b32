#include "statistics/compare.h"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace algemeente {

Estimate wilson_interval(std::size_t hits, std::size_t count) {
    constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    if (count == 0) return {nothing, nothing, nothing};
    constexpr double z = 1.959963984540054;  // of 95 %
    const auto n = static_cast<double>(count);
    const double share = static_cast<double>(hits) / n;
    const double middle = (share + z * z / (2 * n)) / (1 + z * z / n);
    const double reach = z / (1 + z * z / n) * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    return {share, std::max(0.0, middle - reach), std::min(1.0, middle + reach), static_cast<int>(count)};
}

double chance_of_mean(double standard_errors, int count) {
    if (count < 2 || std::isnan(standard_errors)) return std::numeric_limits<double>::quiet_NaN();
    if (std::isinf(standard_errors)) return 0;
    const boost::math::students_t distribution(count - 1);
    return 2 * boost::math::cdf(boost::math::complement(distribution, std::abs(standard_errors)));
}

double largest_distance(std::vector<double> one, std::vector<double> other) {
    std::sort(one.begin(), one.end());
    std::sort(other.begin(), other.end());
    double distance = 0;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < one.size() && j < other.size()) {
        const double at = std::min(one[i], other[j]);
        while (i < one.size() && one[i] <= at) ++i;
        while (j < other.size() && other[j] <= at) ++j;
        distance = std::max(distance, std::abs(static_cast<double>(i) / static_cast<double>(one.size()) -
                                               static_cast<double>(j) / static_cast<double>(other.size())));
    }
    return distance;
}

double chance_of_distance(double distance, std::size_t one, std::size_t other) {
    if (one == 0 || other == 0) return 1;
    const double root = std::sqrt(static_cast<double>(one) * static_cast<double>(other) /
                                  (static_cast<double>(one) + static_cast<double>(other)));
    const double scaled = (root + .12 + .11 / root) * distance;
    if (scaled < .2) return 1;  // the series below does not converge there
    double sum = 0;
    double sign = 1;
    for (int term = 1; term <= 100; ++term) {
        sum += sign * std::exp(-2.0 * term * term * scaled * scaled);
        sign = -sign;
    }
    return std::clamp(2 * sum, 0.0, 1.0);
}

std::vector<double> false_find_rates(std::span<const double> chances) {
    std::vector<std::size_t> order(chances.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t one, std::size_t other) { return chances[one] < chances[other]; });
    std::vector<double> rates(chances.size());
    double lowest = 1;
    for (std::size_t rank = order.size(); rank > 0; --rank) {
        const std::size_t i = order[rank - 1];
        lowest = std::min(lowest, chances[i] * static_cast<double>(chances.size()) / static_cast<double>(rank));
        rates[i] = lowest;
    }
    return rates;
}

}  // namespace algemeente
