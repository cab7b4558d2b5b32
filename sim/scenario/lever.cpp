#include "scenario/lever.h"

#include "scenario/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace algemeente {

namespace {

constexpr std::string_view use_cases_prefix = "use_cases.";

/// "area_model" and "value" of "use_cases.area_model.value"; both empty for another name.
struct CellName {
    std::string_view use_case;
    std::string_view column;
};

CellName cell_name(std::string_view lever) {
    if (!lever.starts_with(use_cases_prefix)) return {};
    lever.remove_prefix(use_cases_prefix.size());
    const std::size_t dot = lever.find('.');
    if (dot == std::string_view::npos) return {.use_case = lever, .column = {}};
    return {.use_case = lever.substr(0, dot), .column = lever.substr(dot + 1)};
}

}  // namespace

Lever find_lever(std::string_view name) {
    if (name.starts_with(use_cases_prefix)) {
        const CellName cell = cell_name(name);
        const std::size_t use_case = find_use_case(cell.use_case);
        if (use_case == use_case_count) return {};
        return {.parameter = nullptr, .column = find_use_case_column(cell.column), .use_case = use_case};
    }
    const ParameterInfo* row = find_parameter(name);
    if (row != nullptr && row->role == Role::setting) return {};
    return {.parameter = row};
}

std::string unknown_lever_problem(std::string_view name) {
    const ParameterInfo* row = find_parameter(name);
    if (row != nullptr && row->role == Role::setting)
        return fmt::format("'{}' is a setting of the run and cannot change during it; write it in [world]", name);
    if (!name.starts_with(use_cases_prefix))
        return fmt::format("unknown lever '{}'{}", name, suggestion_for(name, keys_of_parameters()));
    const CellName cell = cell_name(name);
    if (find_use_case(cell.use_case) == use_case_count)
        return fmt::format("unknown use case '{}'{}", cell.use_case, suggestion_for(cell.use_case, use_case_names()));
    if (cell.column.empty()) return fmt::format("'{}' names no column; write for example '{}.value'", name, name);
    return fmt::format("unknown column '{}'{}", cell.column, suggestion_for(cell.column, use_case_column_names()));
}

std::string problem_with_date(const Lever& lever) {
    assert(lever);
    if (lever.parameter == nullptr || !is_start_only(*lever.parameter)) return {};
    return fmt::format("'{}' is read only while the world is made, before the first month; a date would do nothing",
                       lever.parameter->name);
}

std::string problem_with(const Lever& lever, double value) {
    assert(lever);
    return lever.parameter != nullptr ? problem_with(*lever.parameter, value) : problem_with(*lever.column, value);
}

double without_rounding_error(const Lever& lever, double value) {
    assert(lever);
    const double low = lever.parameter != nullptr ? lever.parameter->low : lever.column->low;
    const double high = lever.parameter != nullptr ? lever.parameter->high : lever.column->high;
    constexpr double few_bits = 4 * std::numeric_limits<double>::epsilon();
    const double slack = few_bits * std::max(std::abs(low), std::abs(high));
    if (value < low && value >= low - slack) return low;
    return value > high && value <= high + slack ? high : value;
}

void set_lever(const Lever& lever, double value, Parameters& parameters, UseCaseTable& use_cases) {
    assert(lever);
    if (lever.parameter != nullptr)
        parameters.*lever.parameter->value = value;
    else
        use_cases[lever.use_case].*lever.column->value = value;
}

}  // namespace algemeente
