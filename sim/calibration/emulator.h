// A quick stand-in for the model: what a statistic is likely to be at a point of the cube of assumptions.
//
// A lasso finds up to sixty inputs that matter, a ridge fits all of them linearly, and the strongest also with squares
// and products. The spread around it, luck and misfit together, grows or falls with the mean. In trials fifteen inputs
// were too few (statistics hang on 77 in all), and Gaussian processes gained only for statistics of the media.
#pragma once

#include "calibration/least_squares.h"

#include <cstddef>
#include <span>
#include <vector>

namespace algemeente {

/// A statistic, on the scale of its target: mean, and variance of one run around it.
struct Prediction {
    double mean = 0;
    double variance = 0;
};

struct EmulatorOptions {
    std::size_t most_chosen = 60;
    std::size_t most_curved = 25;  ///< with squares and products
};

class Emulator {
public:
    Emulator() = default;
    /// Fits runs at `points` (each in the unit cube, one run at each, with luck of its own) that gave `values`. Values
    /// that do not exist (NaN) are left out. Every fifth point is kept apart to choose penalties and to measure spread.
    Emulator(const Rows& points, std::span<const double> values, const EmulatorOptions& options = {});

    /// Whether there was anything to fit: at least fifty values that are not all equal.
    bool is_fitted() const { return !coefficients_.empty(); }
    Prediction at(std::span<const double> point) const;

    /// Share of the variance that is predicted of runs that were kept apart (1: all, 0: no better than the mean).
    double predicted_share() const { return predicted_share_; }
    /// The inputs that the lasso chose, the strongest first.
    const std::vector<std::size_t>& chosen() const { return chosen_; }

private:
    /// Of a coefficient's square, relative to the number of rows.
    struct Penalties {
        double of_chosen = .02;
        double of_others = .4;
        double of_curved = .2;
    };
    /// A fit, and what it says of the points kept apart.
    struct Trial {
        std::vector<double> coefficients;
        std::vector<double> means;
        std::vector<double> residuals;
        double squares = 0;
    };

    /// What the linear model sees of a point.
    void features_of(std::span<const double> point, std::span<double> features) const;
    std::size_t feature_count() const;
    void fit(const Rows& points, std::span<const double> values);
    Trial tried(const NormalEquations& equations, const Penalties& penalties, std::size_t count, const Rows& kept_apart,
                std::span<const double> truth) const;
    void measure_spread(std::span<const double> means, std::span<const double> residuals);

    std::size_t input_count_ = 0;
    std::vector<std::size_t> chosen_;
    std::vector<std::size_t> curved_;
    double centre_ = 0;
    std::vector<double> coefficients_;
    double spread_base_ = 0;   ///< ln of the variance of one run is
    double spread_slope_ = 0;  ///< base + slope (mean - centre), the mean within what was seen
    double lowest_ = 0;
    double highest_ = 0;
    double predicted_share_ = 0;
};

}  // namespace algemeente
