// Scenario discovery: in which box of the space of all inputs lie the cases of interest? The patient rule induction
// method (Friedman and Fisher 1999) as Bryant and Lempert 2010 use it: peel thin slices off the box of all points,
// paste some back, and choose from the trajectory between many cases caught (coverage) and few others (density).
#pragma once

#include "present/words/language.h"

#include <Eigen/Core>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace algemeente::analysis {

/// The points that lie within all limits, limits included.
struct Box {
    Eigen::VectorXd low;
    Eigen::VectorXd high;
};

struct BoxMeasures {
    std::size_t points = 0;
    std::size_t cases = 0;       ///< of interest
    double coverage = 0;         ///< share of all cases of interest that lie inside
    double density = 0;          ///< share of the points inside that are of interest
    double mass = 0;             ///< share of all points that lie inside
    std::size_t restricted = 0;  ///< inputs with a limit
};

struct BoxOnTrajectory {
    Box box;
    BoxMeasures measures;
};

struct PrimSettings {
    double peel_share = 0.1;    ///< alpha: of the points in the box, cut off at a time
    double paste_share = 0.05;  ///< of the points beyond a limit, taken back at a time
    double least_mass = 0.05;   ///< a box holds at least this share of all points
};

/// What PRIM reads: inputs per point, and which points are of interest.
struct Cases {
    Eigen::MatrixXd points;
    std::vector<bool> of_interest;
};

/// The quantile of Bryant's sdtoolkit: halfway between the two values around the place, and if these are equal,
/// between that value and the next one inwards (for shares above a half: outwards to lower values). So a limit never
/// coincides with a value unless all are equal.
double halfway_quantile(std::vector<double> values, double share);

/// The smallest box around all points.
Box box_around(const Eigen::MatrixXd& points);
BoxMeasures measure(const Cases& cases, const Box& box);

/// The boxes from all points down to the last, peeling first, then pasting. The next box is the one that gains most in
/// density per point given up ("lenient"), of equal ones the one with fewer limits, then the first in order of inputs,
/// upper side before lower. Throws InputError unless some points are of interest and some are not.
std::vector<BoxOnTrajectory> prim_trajectory(const Cases& cases, const PrimSettings& settings);

/// One side of one input.
struct Limit {
    std::size_t input = 0;
    bool upper = false;
    double at = 0;
    double quasi_p = 0;  ///< chance to do as well without this limit; above 0.05 it may be luck
};

/// Chance of at least `cases` of interest among `points` if each is one with chance `share`.
double quasi_p(std::size_t cases, std::size_t points, double share);

/// The limits of a box, the surest first.
std::vector<Limit> limits_of(const Cases& cases, const Box& box);

/// The same box without limits on `input`.
Box without_limits(const Cases& cases, Box box, std::size_t input);

/// Takes away inputs whose limits all may be luck (quasi-p above `highest`), the least sure first, one at a time.
Box pruned(const Cases& cases, Box box, double highest = 0.05);

/// Position of the box with the largest harmonic mean of coverage and density; the first of equals.
std::size_t most_balanced(std::span<const BoxOnTrajectory> trajectory);

/// How often an input is limited when PRIM starts anew from other halves of the points.
struct Reproducibility {
    std::vector<double> at_same_coverage;  ///< per input: share of resamples, box of nearest coverage; NaN without any
    std::vector<double> at_same_density;   ///< the same for the box of nearest density
    int resamples = 0;                     ///< that held both kinds of points
};

/// The box whose coverage lies nearest to the one wanted. Of several with that coverage the one with the highest
/// density, because it holds as many cases and the least else: peeling may cut off points for many steps without losing
/// a case. Then the one with the fewest limits, then the first.
const BoxOnTrajectory& nearest_in_coverage(std::span<const BoxOnTrajectory> trajectory, double coverage);
/// The same with coverage and density exchanged.
const BoxOnTrajectory& nearest_in_density(std::span<const BoxOnTrajectory> trajectory, double density);

/// The resampling test of Bryant and Lempert 2010: `resamples` times PRIM on half the points (drawn without
/// replacement), each time compared with the box of `measures`.
Reproducibility reproducibility(const Cases& cases, const BoxMeasures& measures, const PrimSettings& settings,
                                int resamples, std::uint64_t seed);

/// "ethics_committee >= 0.5 and 3.1 <= alderman_risk_aversion <= 5.2"; "everywhere" without limits.
std::string box_in_words(std::span<const Limit> limits, std::span<const std::string> inputs,
                         present::Language language);
/// The same for programs: the names of files, in English, with all digits.
std::string box_in_file(std::span<const Limit> limits, std::span<const std::string> inputs);

}  // namespace algemeente::analysis
