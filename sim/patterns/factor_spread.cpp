#include "patterns/factor_spread.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace algemeente {

void FactorSpread::add(const World& world) {
    for (const Municipality& municipality : world.municipalities) add(municipality.projects);
}

void FactorSpread::add(std::span<const Project> projects) {
    for (const Project& project : projects) {
        if (!is_pipeline(project.stage)) continue;
        count_ += 1;
        for (std::size_t k = 0; k < factor_count; ++k) {
            sums_[k] += project.factors[k];
            squares_[k] += project.factors[k] * project.factors[k];
        }
    }
}

void FactorSpread::add(const FactorSpread& other) {
    count_ += other.count_;
    for (std::size_t k = 0; k < factor_count; ++k) {
        sums_[k] += other.sums_[k];
        squares_[k] += other.squares_[k];
    }
}

double FactorSpread::mean(Factor factor) const {
    return sums_[static_cast<std::size_t>(factor)] / count_;
}

double FactorSpread::standard_deviation(Factor factor) const {
    if (count_ == 0) return std::numeric_limits<double>::quiet_NaN();
    const double mean_level = mean(factor);
    return std::sqrt(std::max(0.0, squares_[static_cast<std::size_t>(factor)] / count_ - mean_level * mean_level));
}

}  // namespace algemeente
