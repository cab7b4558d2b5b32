// What many replicates amount to, month by month.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

namespace algemeente::present {

/// Mean and quantiles over replicates (type 7, as R and NumPy); of no values at all the count is 0.
struct Band {
    int count = 0;
    double mean = std::numeric_limits<double>::quiet_NaN();
    double p05 = mean, p25 = mean, p50 = mean, p75 = mean, p95 = mean;
    double lowest = mean, highest = mean;
};

/// One band a month.
using Fan = std::vector<Band>;

/// What N replicates can carry: below 20 no band, from 20 on the half, from 200 on also nine tenths.
inline constexpr int replicates_for_half_band = 20;
inline constexpr int replicates_for_wide_band = 200;

enum class Spread : std::uint8_t { none, half, wide };

constexpr Spread spread_of(int replicates) {
    if (replicates < replicates_for_half_band) return Spread::none;
    return replicates < replicates_for_wide_band ? Spread::half : Spread::wide;
}

}  // namespace algemeente::present
