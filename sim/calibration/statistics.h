// What of a run is held against history: named numbers, read from the past as it was and from one policy experiment.
#pragma once

#include "netherlands/country.h"
#include "observe/history.h"

#include <span>
#include <string_view>

namespace algemeente {

/// A past, and the same past with a national scandal in January 2024 (scenario national_scandal): what a scandal does
/// is evidence too, and can only be seen beside a run without it.
struct PastRuns {
    const History& base;
    const History& scandal;
    const Country& country;
};

/// Months that have to be simulated: the past until April 2025, and a year of scandal.
inline constexpr int past_months = 124;
inline constexpr int scandal_month = 108;
inline constexpr int scandal_months = 120;

/// One row of the table of statistics.
struct Statistic {
    std::string_view name;
    std::string_view meaning;
    double (*read)(const PastRuns& runs);  ///< NaN where it does not exist
};

std::span<const Statistic> statistics();

/// Position in statistics(). Throws InputError with the nearest name if there is none.
std::size_t find_statistic(std::string_view name);

}  // namespace algemeente
