// Anything a dated change can move: a parameter, or a cell of the use-case table, found by its name.
#pragma once

#include "parameters/parameters.h"
#include "parameters/use_cases.h"

#include <string>
#include <string_view>

namespace algemeente {

/// Where a lever's value lives: in the parameters, or in the table of use cases.
struct Lever {
    const ParameterInfo* parameter = nullptr;
    const UseCaseColumn* column = nullptr;  ///< set when `parameter` is not
    std::size_t use_case = use_case_count;

    explicit operator bool() const { return parameter != nullptr || column != nullptr; }
};

/// The lever called `name`: a lever or assumption of the parameter table, or "use_cases.NAME.COLUMN"; empty when
/// there is none. A setting of the run is no lever: a run cannot change its own size.
Lever find_lever(std::string_view name);

/// Why find_lever found nothing, with the nearest name.
std::string unknown_lever_problem(std::string_view name);

/// Empty when a date means something for this lever, else why a dated change of it would do nothing.
std::string problem_with_date(const Lever& lever);

/// Empty when `value` is allowed for this lever, else what is wrong.
std::string problem_with(const Lever& lever, double value);

/// `value`, or the bound of the lever's range that it overshoots by no more than a rounding error ("0.9000000000000001"
/// where the range ends at 0.9), as sums of decimals do.
double without_rounding_error(const Lever& lever, double value);

void set_lever(const Lever& lever, double value, Parameters& parameters, UseCaseTable& use_cases);

}  // namespace algemeente
