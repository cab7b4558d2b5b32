#include "statistics/poisson_slope.h"

#include <cmath>
#include <numeric>
#include <vector>

namespace algemeente {

double poisson_slope(std::span<const double> sizes, std::span<const double> counts) {
    const auto size = static_cast<double>(counts.size());
    const double all = std::accumulate(counts.begin(), counts.end(), 0.0);
    if (counts.size() < 2 || !(all > 0)) return std::nan("");
    std::vector<double> logs;
    for (const double one : sizes) logs.push_back(std::log(one));
    const double mean = std::accumulate(logs.begin(), logs.end(), 0.0) / size;

    // Newton's method on (intercept, slope) from no growth; the likelihood is concave
    constexpr int most_steps = 100;
    constexpr double near_enough = 1e-10;
    constexpr double longest_step = 2;  // of the slope: keeps the first steps from overshooting
    double intercept = std::log(all / size);
    double slope = 0;
    for (int step = 0; step < most_steps; ++step) {
        double residual = 0, residual_x = 0, weight = 0, weight_x = 0, weight_xx = 0;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const double x = logs[i] - mean;
            const double expected = std::exp(intercept + slope * x);
            residual += counts[i] - expected;
            residual_x += (counts[i] - expected) * x;
            weight += expected;
            weight_x += expected * x;
            weight_xx += expected * x * x;
        }
        const double determinant = weight * weight_xx - weight_x * weight_x;
        if (!(determinant > 0)) return std::nan("");
        double rise = (weight * residual_x - weight_x * residual) / determinant;
        double shift = (weight_xx * residual - weight_x * residual_x) / determinant;
        const double shortened = std::abs(rise) > longest_step ? longest_step / std::abs(rise) : 1;
        rise *= shortened;
        shift *= shortened;
        slope += rise;
        intercept += shift;
        if (std::abs(rise) < near_enough && std::abs(shift) < near_enough) return slope;
    }
    return slope;
}

}  // namespace algemeente
