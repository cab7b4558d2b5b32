// How far the level of each factor varies over projects in the pipeline: what one standard deviation of it is.
#pragma once

#include "world/world.h"

#include <array>
#include <span>

namespace algemeente {

/// Sums over project-months.
class FactorSpread {
public:
    /// Adds the projects that are in development, pilot or implementation at the end of a month.
    void add(const World& world);
    void add(std::span<const Project> projects);
    void add(const FactorSpread& other);

    double project_months() const { return count_; }
    double mean(Factor factor) const;
    /// Over project-months. NaN of none.
    double standard_deviation(Factor factor) const;

private:
    double count_ = 0;
    std::array<double, factor_count> sums_{};
    std::array<double, factor_count> squares_{};
};

}  // namespace algemeente
