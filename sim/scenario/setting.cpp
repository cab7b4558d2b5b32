// --set name=value: one value of a scenario, changed from the command line.

#include "scenario/keys.h"
#include "scenario/lever.h"
#include "scenario/scenario.h"
#include "scenario/scenario_tables.h"
#include "scenario/toml_value.h"
#include "text/number.h"

#include <fmt/format.h>

#include <optional>

namespace algemeente {

namespace {

constexpr std::string_view world_prefix = "world.";
constexpr std::string_view parameters_prefix = "parameters.";
constexpr std::string_view use_cases_prefix = "use_cases.";

/// `value` with the number that its text is; refuses text that is none.
TomlValue as_number(const TomlValue& value) {
    const std::optional<double> number = parse_number(value.text);
    if (!number)
        refuse(value, fmt::format("expected a number, got \"{}\"{}", value.text, decimal_point_hint(value.text)));
    TomlValue converted = value;
    converted.kind = TomlValue::Kind::number;
    converted.number = *number;
    return converted;
}

/// Refuses a name that is no value of a run; lists and words have their place in a file.
[[noreturn]] void refuse_name(const TomlValue& value) {
    const std::string_view first_part = std::string_view(value.name).substr(0, value.name.find('.'));
    if (is_list(first_part) || first_part == "based_on")
        refuse(value, fmt::format("{} cannot be set; write it in a scenario file", first_part));
    if (is_among(keys_at_top(), value.name) && first_part != "world" && first_part != "parameters" &&
        first_part != "use_cases")
        refuse(value, fmt::format("{} changes words, not the run; write it in a scenario file", value.name));
    refuse(value, "unknown name" + suggestion_for(value.name, keys_of_parameters()));
}

void set_world_value(Scenario& scenario, const TomlValue& value) {
    const ParameterInfo* row = find_parameter(value.name);
    const bool is_setting = row != nullptr && row->role == Role::setting;
    take_world_value(scenario, is_setting ? as_number(value) : value);
}

void set_parameter(Scenario& scenario, const TomlValue& value) {
    take_parameter(scenario, is_among(keys_of_parameters(), value.name) ? as_number(value) : value);
}

void set_use_case_cell(Scenario& scenario, TomlValue value) {
    const Lever lever = find_lever(value.name);
    if (!lever) refuse(value, unknown_lever_problem(value.name));
    value.name = lever.column->name;
    take_use_case_cell(scenario, lever.use_case, as_number(value));
}

TomlValue without_prefix(TomlValue value, std::string_view prefix) {
    value.name.erase(0, prefix.size());
    return value;
}

void set_value(Scenario& scenario, const TomlValue& value) {
    if (value.name.starts_with(world_prefix))
        set_world_value(scenario, without_prefix(value, world_prefix));
    else if (value.name.starts_with(parameters_prefix))
        set_parameter(scenario, without_prefix(value, parameters_prefix));
    else if (value.name.starts_with(use_cases_prefix))
        set_use_case_cell(scenario, value);
    else if (is_among(keys_of_parameters(), value.name))
        set_parameter(scenario, value);
    else if (is_among(keys_of_world(), value.name))
        set_world_value(scenario, value);
    else
        refuse_name(value);
}

}  // namespace

void apply_setting(Scenario& scenario, const std::string& assignment) {
    TomlValue value{.kind = TomlValue::Kind::text, .place = "--set " + assignment};
    const std::size_t equals = assignment.find('=');
    if (equals == std::string::npos || equals == 0) refuse(value, "expected name=value, for example support_base=1");
    value.name = assignment.substr(0, equals);
    value.text = assignment.substr(equals + 1);

    Scenario changed = scenario;  // a refusal leaves the scenario as it was
    set_value(changed, value);
    const std::string problem = problem_between(changed);
    if (!problem.empty()) refuse(value, problem);
    scenario = std::move(changed);
}

}  // namespace algemeente
