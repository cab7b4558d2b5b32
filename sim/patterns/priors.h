// What is not known, drawn all at once: a Latin hypercube over the ranges of all assumptions and of the use-case table.
//
// Specification E3. Uniform from low to high, log-uniform for three rates; cells of the use-case table over the range
// that the public register leaves them, or times U(0.75, 1.25); relations between parameters are kept. Not drawn:
// levers, settings, diagnostics, extensions that are off, and the turnover of aldermen, which is a figure.
#pragma once

#include "scenario/scenario.h"
#include "statistics/latin_hypercube.h"

#include <cstdint>
#include <string>
#include <vector>

namespace algemeente {

/// One number that is drawn.
struct PriorDimension {
    std::string name;  ///< of the parameter, or "use_cases.NAME.COLUMN"
    const ParameterInfo* parameter = nullptr;
    const UseCaseColumn* column = nullptr;  ///< set when `parameter` is not
    std::size_t use_case = 0;
    double low = 0;
    double high = 0;
    bool logarithmic = false;
};

/// What is drawn: all that acts in a world without suppliers; the use-case table alone; or what is assumed of suppliers
/// too, which acts where a scenario has them.
enum class PriorScope : std::uint8_t { everything, use_cases_only, with_suppliers };

std::vector<PriorDimension> prior_dimensions(const UseCaseTable& use_cases, PriorScope scope = PriorScope::everything);

/// A Latin hypercube with the draws of priors, which are not those of a sweep's design.
UnitPoints prior_points(std::size_t dimensions, std::size_t draws, std::uint64_t seed);

/// The scenario with the values at a point of the cube.
Scenario scenario_at(const Scenario& base, const std::vector<PriorDimension>& dimensions,
                     const std::vector<double>& point);

/// The place of a value in the range of a dimension, 0..1: what scenario_at was given, where no relation moved it.
double place_in(const PriorDimension& dimension, double value);

/// The reverse: the value at a place of the range.
double value_in(const PriorDimension& dimension, double place);

/// Value of a dimension in a scenario.
double value_of(const Scenario& scenario, const PriorDimension& dimension);

}  // namespace algemeente
