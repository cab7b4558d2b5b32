#include "calibration/implausibility.h"

#include "mathematics/elementary.h"

#include <cmath>
#include <limits>

namespace algemeente {

double normal_probability(double x) {
    // Abramowitz and Stegun 26.2.17
    constexpr double root_of_two_pi = 2.5066282746310002;
    constexpr double steps[] = {.319381530, -.356563782, 1.781477937, -1.821255978, 1.330274429};
    const double t = 1 / (1 + .2316419 * std::abs(x));
    double sum = 0;
    double power_of_t = t;
    for (const double step : steps) {
        sum += step * power_of_t;
        power_of_t *= t;
    }
    const double tail = exponential(-x * x / 2) / root_of_two_pi * sum;
    return x > 0 ? 1 - tail : tail;
}

double implausibility(const Target& target, double on_scale, double luck) {
    if (std::isnan(on_scale)) return std::numeric_limits<double>::infinity();
    const double off = (on_scale - target.place()) / std::sqrt(target.uncertainty * target.uncertainty +
                                                               target.discrepancy * target.discrepancy + luck);
    switch (target.kind) {
        case TargetKind::near: return std::abs(off);
        case TargetKind::at_least: return off < 0 ? -off : 0;
        case TargetKind::at_most: return off > 0 ? off : 0;
    }
    return std::abs(off);
}

double chance_to_pass(const Target& target, const Prediction& prediction) {
    const double spread = std::sqrt(prediction.variance);
    const double tolerance = target.tolerance();
    const double reach = ruled_out * std::sqrt(tolerance * tolerance + prediction.variance);
    const auto below = [&](double bound) { return normal_probability((bound - prediction.mean) / spread); };
    const double low = target.kind == TargetKind::at_most ? 0 : below(target.place() - reach);
    const double high = target.kind == TargetKind::at_least ? 1 : below(target.place() + reach);
    return high - low;
}

double log_likelihood(const Target& target, const Prediction& prediction) {
    const double off = implausibility(target, prediction.mean, prediction.variance);
    const double tolerance = target.tolerance();
    const double spread = target.kind == TargetKind::near
                              ? logarithm(tolerance * tolerance + prediction.variance) / 2
                              : 0;  // a one-sided target does not prefer runs with little luck
    return -off * off / 2 - spread;
}

}  // namespace algemeente
