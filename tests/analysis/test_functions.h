// Functions with known sensitivities, and the designs to run them on.
#pragma once

#include <boost/random/sobol.hpp>
#include <boost/random/uniform_01.hpp>

#include <cmath>
#include <cstddef>
#include <functional>
#include <numbers>
#include <numeric>
#include <span>
#include <vector>

namespace algemeente::analysis::testing {

using Row = std::vector<double>;
using Function = std::function<double(const Row&)>;

/// Ishigami and Homma 1990 with a = 7, b = 0.1; inputs in 0..1 stand for -pi..pi.
inline double ishigami(const Row& unit) {
    const auto angle = [&unit](std::size_t i) { return (2 * unit[i] - 1) * std::numbers::pi; };
    const double second = std::sin(angle(1));
    return std::sin(angle(0)) + 7 * second * second + 0.1 * std::pow(angle(2), 4) * std::sin(angle(0));
}

/// The same, with inputs rounded to eight decimals in their own units (as SALib's command line writes them).
inline double rounded_ishigami(const Row& unit) {
    Row rounded = unit;
    for (double& x : rounded) {
        const double angle = std::round((2 * x - 1) * std::numbers::pi * 1e8) / 1e8;
        x = (angle / std::numbers::pi + 1) / 2;
    }
    return ishigami(rounded);
}

/// Sobol' G function (SALib src/SALib/test_functions/Sobol_G.py).
inline Function g_function(Row a) {
    return [a = std::move(a)](const Row& unit) {
        double product = 1;
        for (std::size_t i = 0; i < a.size(); ++i) product *= (std::abs(4 * unit[i] - 2) + a[i]) / (1 + a[i]);
        return product;
    };
}

/// Points of the unscrambled Sobol' sequence after the first `skip` (point 0 is the origin; Boost begins at point 1).
inline std::vector<Row> sobol_points(std::size_t dimensions, std::size_t count, std::size_t skip) {
    std::vector<Row> points;
    boost::random::sobol sequence(dimensions);  // 64 bits a number
    if (skip == 0) points.emplace_back(dimensions, 0.0);
    if (skip > 1) sequence.discard((skip - 1) * dimensions);
    while (points.size() < count) {
        Row point(dimensions);
        for (double& x : point) x = std::ldexp(static_cast<double>(sequence()), -64);
        points.push_back(std::move(point));
    }
    return points;
}

/// Groups of inputs by number: each input its own group.
inline std::vector<std::size_t> single_groups(std::size_t inputs) {
    std::vector<std::size_t> groups(inputs);
    std::iota(groups.begin(), groups.end(), std::size_t{0});
    return groups;
}

/// Runs Saltelli's layout over base points of twice the inputs: A, AB_1.., BA_1.., B per base point.
inline std::vector<double> run_saltelli(const std::vector<Row>& base, std::span<const std::size_t> groups,
                                        bool second_order, const Function& function) {
    const std::size_t inputs = groups.size();
    std::size_t count = 0;
    for (const std::size_t group : groups) count = std::max(count, group + 1);
    std::vector<double> outputs;
    for (const Row& point : base) {
        const Row a(point.begin(), point.begin() + static_cast<std::ptrdiff_t>(inputs));
        const Row b(point.begin() + static_cast<std::ptrdiff_t>(inputs), point.end());
        const auto run_mixed = [&](const Row& from, const Row& other, std::size_t group) {
            Row mixed = from;
            for (std::size_t i = 0; i < inputs; ++i)
                if (groups[i] == group) mixed[i] = other[i];
            outputs.push_back(function(mixed));
        };
        outputs.push_back(function(a));
        for (std::size_t group = 0; group < count; ++group) run_mixed(a, b, group);
        for (std::size_t group = 0; group < count && second_order; ++group) run_mixed(b, a, group);
        outputs.push_back(function(b));
    }
    return outputs;
}

}  // namespace algemeente::analysis::testing
