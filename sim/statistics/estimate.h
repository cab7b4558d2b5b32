// A number with the limits between which it may well lie.
#pragma once

#include <limits>

namespace algemeente {

struct Estimate {
    double value = 0;
    double low = 0;
    double high = 0;
    int count = 0;  ///< of the replicates, draws or rows behind it; 0 where it is not told

    double width() const { return high - low; }
};

/// A number whose limits are not known.
constexpr Estimate bare_estimate(double value) {
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    return {value, unknown, unknown};
}

}  // namespace algemeente
