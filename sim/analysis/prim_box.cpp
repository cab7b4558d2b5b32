// What a box of PRIM is worth: limits that may be luck, and boxes from other halves of the points.
#include "analysis/prim.h"
#include "present/words/catalogue.h"
#include "present/words/numbers.h"
#include "statistics/bootstrap.h"

#include <fmt/format.h>
#include <boost/math/distributions/binomial.hpp>

#include <algorithm>
#include <cmath>
#include <functional>

namespace algemeente::analysis {

namespace {

using Index = Eigen::Index;

/// Without one side of one input.
Box without_side(Box box, const Box& whole, Index input, bool upper) {
    (upper ? box.high : box.low)[input] = (upper ? whole.high : whole.low)[input];
    return box;
}

/// The box whose `number` lies nearest to the one wanted; of equal ones the one with more of `other`, then the one with
/// fewer limits, then the first.
const BoxOnTrajectory& nearest(std::span<const BoxOnTrajectory> trajectory, double BoxMeasures::*number, double wanted,
                               double BoxMeasures::*other) {
    constexpr double rounding = 1e-12;  // two boxes on either side may be as far away but for the last bit
    const BoxOnTrajectory* best = &trajectory.front();
    for (const BoxOnTrajectory& candidate : trajectory) {
        const double farther =
            std::abs(candidate.measures.*number - wanted) - std::abs(best->measures.*number - wanted);
        const double more = candidate.measures.*other - best->measures.*other;
        const bool fewer_limits = candidate.measures.restricted < best->measures.restricted;
        if (farther < -rounding || (farther <= rounding && (more > rounding || (more >= -rounding && fewer_limits))))
            best = &candidate;
    }
    return *best;
}

void count_limits(std::vector<double>& counts, const Box& box, const Box& whole) {
    for (Index input = 0; input < box.low.size(); ++input)
        if (box.low[input] != whole.low[input] || box.high[input] != whole.high[input])
            counts[static_cast<std::size_t>(input)] += 1;
}

Cases half_of(const Cases& cases, std::uint64_t seed, std::uint64_t resample) {
    const auto count = static_cast<std::size_t>(cases.points.rows());
    std::vector<std::size_t> rows(count / 2);
    draw_subset(seed, resample, count, rows);
    Cases half;
    half.points = cases.points(rows, Eigen::all);
    for (const std::size_t row : rows) half.of_interest.push_back(cases.of_interest[row]);
    return half;
}

bool holds_both_kinds(const Cases& cases) {
    const auto count = std::count(cases.of_interest.begin(), cases.of_interest.end(), true);
    return count > 0 && count < static_cast<std::ptrdiff_t>(cases.of_interest.size());
}

/// "3 <= a <= 5.2 and b >= 0.1": an input is named once, with both its limits.
std::string joined_limits(std::span<const Limit> limits, std::span<const std::string> inputs, std::string_view and_word,
                          const std::function<std::string(double)>& number) {
    std::string words;
    for (const Limit& limit : limits) {
        const auto of_same_input = [&limit](const Limit& other) { return other.input == limit.input; };
        const auto first = std::find_if(limits.begin(), limits.end(), of_same_input);
        if (&*first != &limit) continue;  // said with the first of its two sides
        const auto other = std::find_if(first + 1, limits.end(), of_same_input);
        if (!words.empty()) words += and_word;
        if (other == limits.end())
            words += fmt::format("{} {} {}", inputs[limit.input], limit.upper ? "<=" : ">=", number(limit.at));
        else
            words += fmt::format("{} <= {} <= {}", number(std::min(limit.at, other->at)), inputs[limit.input],
                                 number(std::max(limit.at, other->at)));
    }
    return words;
}

}  // namespace

double quasi_p(std::size_t cases, std::size_t points, double share) {
    if (cases == 0 || points == 0) return 1;
    const boost::math::binomial luck(static_cast<double>(points), share);
    return boost::math::cdf(boost::math::complement(luck, static_cast<double>(cases) - 1));
}

std::vector<Limit> limits_of(const Cases& cases, const Box& box) {
    const Box whole = box_around(cases.points);
    const BoxMeasures measures = measure(cases, box);
    std::vector<Limit> limits;
    for (Index input = 0; input < box.low.size(); ++input) {
        for (const bool upper : {false, true}) {
            const double at = (upper ? box.high : box.low)[input];
            if (at == (upper ? whole.high : whole.low)[input]) continue;
            const double share = measure(cases, without_side(box, whole, input, upper)).density;
            limits.push_back(
                {static_cast<std::size_t>(input), upper, at, quasi_p(measures.cases, measures.points, share)});
        }
    }
    std::stable_sort(limits.begin(), limits.end(),
                     [](const Limit& one, const Limit& other) { return one.quasi_p < other.quasi_p; });
    return limits;
}

Box without_limits(const Cases& cases, Box box, std::size_t input) {
    const Box whole = box_around(cases.points);
    const auto column = static_cast<Index>(input);
    return without_side(without_side(std::move(box), whole, column, false), whole, column, true);
}

Box pruned(const Cases& cases, Box box, double highest) {
    while (true) {
        const std::vector<Limit> limits = limits_of(cases, box);
        // an input stays as long as one of its limits is sure
        const auto luck = std::find_if(limits.rbegin(), limits.rend(), [&](const Limit& limit) {
            return std::none_of(limits.begin(), limits.end(), [&](const Limit& other) {
                return other.input == limit.input && other.quasi_p <= highest;
            });
        });
        if (luck == limits.rend()) return box;
        box = without_limits(cases, std::move(box), luck->input);
    }
}

std::size_t most_balanced(std::span<const BoxOnTrajectory> trajectory) {
    std::size_t best = 0;
    double highest = -1;
    for (std::size_t i = 0; i < trajectory.size(); ++i) {
        const BoxMeasures& measures = trajectory[i].measures;
        const double sum = measures.coverage + measures.density;
        const double harmonic = sum > 0 ? 2 * measures.coverage * measures.density / sum : 0;
        if (harmonic <= highest) continue;
        highest = harmonic;
        best = i;
    }
    return best;
}

const BoxOnTrajectory& nearest_in_coverage(std::span<const BoxOnTrajectory> trajectory, double coverage) {
    return nearest(trajectory, &BoxMeasures::coverage, coverage, &BoxMeasures::density);
}

const BoxOnTrajectory& nearest_in_density(std::span<const BoxOnTrajectory> trajectory, double density) {
    return nearest(trajectory, &BoxMeasures::density, density, &BoxMeasures::coverage);
}

Reproducibility reproducibility(const Cases& cases, const BoxMeasures& measures, const PrimSettings& settings,
                                int resamples, std::uint64_t seed) {
    const auto inputs = static_cast<std::size_t>(cases.points.cols());
    Reproducibility result{std::vector<double>(inputs, 0.0), std::vector<double>(inputs, 0.0), 0};
    for (int resample = 0; resample < resamples; ++resample) {
        const Cases half = half_of(cases, seed, static_cast<std::uint64_t>(resample));
        if (!holds_both_kinds(half)) continue;
        const std::vector<BoxOnTrajectory> trajectory = prim_trajectory(half, settings);
        const Box whole = box_around(half.points);
        count_limits(result.at_same_coverage, nearest_in_coverage(trajectory, measures.coverage).box, whole);
        count_limits(result.at_same_density, nearest_in_density(trajectory, measures.density).box, whole);
        ++result.resamples;
    }
    for (auto* shares : {&result.at_same_coverage, &result.at_same_density})
        for (double& share : *shares) share /= result.resamples;  // NaN without any
    return result;
}

std::string box_in_words(std::span<const Limit> limits, std::span<const std::string> inputs,
                         present::Language language) {
    const std::string words =
        joined_limits(limits, inputs, present::text(present::Word::a_and, language),
                      [language](double value) { return present::number_words(value, language, {.digits = 4}); });
    return words.empty() ? std::string(present::text(present::Word::a_everywhere, language)) : words;
}

std::string box_in_file(std::span<const Limit> limits, std::span<const std::string> inputs) {
    const std::string words =
        joined_limits(limits, inputs, " and ", [](double value) { return fmt::format("{}", value); });
    return words.empty() ? "everywhere" : words;
}

}  // namespace algemeente::analysis
