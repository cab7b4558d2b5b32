#include "statistics/summary.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace algemeente {

double quantile_of_sorted(std::span<const double> sorted, double share) {
    if (sorted.empty()) return std::numeric_limits<double>::quiet_NaN();
    const double position = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    if (below + 1 >= sorted.size()) return sorted.back();
    return sorted[below] + (position - static_cast<double>(below)) * (sorted[below + 1] - sorted[below]);
}

double mean_of(std::span<const double> values) {
    if (values.empty()) return std::numeric_limits<double>::quiet_NaN();
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

double variance_of(std::span<const double> values) {
    const double mean = mean_of(values);
    double squares = 0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    return values.size() < 2 ? 0 : squares / static_cast<double>(values.size() - 1);
}

std::vector<double> sorted_known(std::span<const double> values) {
    std::vector<double> known;
    known.reserve(values.size());
    for (const double value : values)
        if (!std::isnan(value)) known.push_back(value);
    std::sort(known.begin(), known.end());
    return known;
}

}  // namespace algemeente
