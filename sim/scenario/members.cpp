#include "scenario/members.h"

#include "scenario/lever.h"
#include "scenario/scenario_tables.h"
#include "text/error.h"

#include <fmt/format.h>

namespace algemeente {

namespace {

/// Whether the scenario leaves the number as it is in the tables.
bool is_standard(const Scenario& scenario, const Lever& lever) {
    static const Parameters parameters;
    static const UseCaseTable use_cases = standard_use_cases();
    if (lever.parameter != nullptr)
        return scenario.parameters.*lever.parameter->value == parameters.*lever.parameter->value;
    return scenario.use_cases[lever.use_case].*lever.column->value == use_cases[lever.use_case].*lever.column->value;
}

}  // namespace

Scenario with_member(const Scenario& scenario, const Members& members, std::size_t member) {
    Scenario changed = scenario;
    for (std::size_t i = 0; i < members.names.size(); ++i) {
        const Lever lever = find_lever(members.names[i]);
        if (!lever) throw InputError(fmt::format("{}: {}", members.file, unknown_lever_problem(members.names[i])));
        if (is_standard(scenario, lever))
            set_lever(lever, members.values[member][i], changed.parameters, changed.use_cases);
    }
    const std::string problem = problem_between(changed);
    if (!problem.empty())
        throw InputError(fmt::format("{}: member {} and scenario {} do not go together: {}", members.file, member + 1,
                                     scenario.name, problem));
    return changed;
}

}  // namespace algemeente
