// What patterns and targets of calibration both read from a history.
#pragma once

#include "netherlands/country.h"
#include "observe/history.h"
#include "patterns/measures.h"
#include "world/types.h"

#include <array>
#include <vector>

namespace algemeente {

/// The ten factor levels, summed over projects in the pipeline, and how many those are.
struct FactorSums {
    std::array<double, factor_count> levels{};
    double projects = 0;

    double mean(std::size_t factor) const { return levels[factor] / projects; }
};

struct FactorLevels {
    FactorSums social;
    FactorSums physical;

    /// Physical minus social.
    std::array<double, factor_count> gaps() const;
    double gap(Factor factor) const { return gaps()[static_cast<std::size_t>(factor)]; }
};

/// From January 2020 to April 2023, the years that the thesis describes.
FactorLevels factor_levels(const History& history);

/// How different the thesis calls a factor between the domains, 0 similar to 3 (our reading of its table 6.3).
extern const std::array<double, factor_count> thesis_differences;

/// Algorithms in use in December of a year, [domain][municipality].
std::array<std::vector<double>, domain_count> uses_by_municipality(const History& history, const Country& country,
                                                                   int year);
std::vector<double> populations_of(const Country& country);

/// First month after the warm-up in which more projects are in use than in the pipeline; the end if there is none.
int crossing_month(const History& history);

/// What a survey of applications would find in the middle of a year: pilots, implementations and uses.
double at_work(const History& history, int year);

}  // namespace algemeente
