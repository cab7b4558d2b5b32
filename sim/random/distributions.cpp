#include "random/distributions.h"

#include "mathematics/elementary.h"

#include <algorithm>
#include <cmath>

namespace algemeente {

namespace {

// Coefficients of P. J. Acklam's algorithm for the inverse normal distribution (2003).
constexpr double a[] = {-3.969683028665376e+01, 2.209460984245205e+02,  -2.759285104469687e+02,
                        1.383577518672690e+02,  -3.066479806614716e+01, 2.506628277459239e+00};
constexpr double b[] = {-5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01,
                        -1.328068155288572e+01};
constexpr double c[] = {-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
                        -2.549732539343734e+00, 4.374664141464968e+00,  2.938163982698783e+00};
constexpr double d[] = {7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00};

double tail(double probability) {
    const double q = std::sqrt(-2.0 * logarithm(probability));  // square roots are exact by IEEE 754
    return (((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5]) /
           ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1.0);
}

}  // namespace

double standard_normal(double uniform) {
    constexpr double tail_share = 0.02425;
    if (uniform < tail_share) return tail(uniform);
    if (uniform > 1.0 - tail_share) return -tail(1.0 - uniform);
    const double q = uniform - 0.5;
    const double r = q * q;
    return (((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q /
           (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1.0);
}

double clipped_normal(double uniform, double mean, double deviation, double low, double high) {
    return clip(mean + deviation * standard_normal(uniform), low, high);
}

int poisson(double uniform, double mean) {
    if (mean <= 0.0) return 0;
    if (uniform < 1.0 - mean) return 0;  // e^-mean is at least 1 - mean: most draws of small means end here
    mean = std::min(mean, 700.0);
    double chance = exponential(-mean);
    double cumulative = chance;
    int count = 0;
    // the sum stops growing in floating point long before 2000
    while (uniform > cumulative && count < 2000) {
        ++count;
        chance *= mean / count;
        cumulative += chance;
    }
    return count;
}

int whole_number(double uniform, int low, int high) {
    const int span = high - low + 1;
    return low + std::min(span - 1, static_cast<int>(uniform * span));
}

std::size_t weighted_position(double uniform, std::span<const double> weights) {
    double sum = 0;
    for (const double weight : weights) sum += weight;
    double left = uniform * sum;
    std::size_t chosen = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] <= 0) continue;
        chosen = i;
        left -= weights[i];
        if (left < 0) break;
    }
    return chosen;
}

}  // namespace algemeente
