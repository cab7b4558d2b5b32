#include "experiments/experiment.h"

#include "observe/history.h"
#include "scenario/lever.h"
#include "scenario/scenario_tables.h"
#include "text/calendar.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente {

namespace {

constexpr std::string_view scrambles[] = {"none", "shift", "owen"};
constexpr std::string_view lucks[] = {"replicate", "point"};

}  // namespace

std::span<const std::string_view> scramble_words() {
    return scrambles;
}

std::span<const std::string_view> luck_words() {
    return lucks;
}

std::string_view scramble_word(Scramble scramble) {
    return scrambles[static_cast<std::size_t>(scramble)];
}

std::vector<InputGroup> groups_of(const Experiment& experiment) {
    std::vector<InputGroup> groups;
    for (std::size_t input = 0; input < experiment.inputs.size(); ++input) {
        const Input& row = experiment.inputs[input];
        const auto found = std::find_if(groups.begin(), groups.end(), [&](const InputGroup& group) {
            return !row.group.empty() && group.name == row.group;
        });
        if (found != groups.end())
            found->members.push_back(input);
        else
            groups.push_back({row.group.empty() ? row.name : row.group, {input}});
    }
    return groups;
}

Scenario scenario_at(const Experiment& experiment, std::size_t scenario, std::span<const double> values,
                     int replicate) {
    Scenario changed = experiment.scenarios.at(scenario);
    if (experiment.members.count() > 0)
        changed = with_member(changed, experiment.members, member_of_replicate(experiment.members, replicate));
    for (std::size_t input = 0; input < experiment.inputs.size(); ++input) {
        const Input& row = experiment.inputs[input];
        if (!row.when.empty()) {
            ConditionalChange change;
            change.lever = row.name;
            change.value = values[input];
            change.when = row.when;
            change.from_month = std::max(change.from_month, row.from_month);
            changed.conditional_changes.push_back(std::move(change));
        } else if (row.from_month >= 0) {
            DatedChange change;
            change.lever = row.name;
            change.value = values[input];
            change.from_month = row.from_month;
            changed.changes.push_back(std::move(change));
        } else {
            set_lever(find_lever(row.name), values[input], changed.parameters, changed.use_cases);
        }
    }
    const std::string problem = problem_between(changed);
    if (!problem.empty()) throw InputError(problem);
    return changed;
}

std::vector<std::string> kept_outcomes(const Experiment& experiment) {
    std::vector<std::string> suffixes{"min", "max"};
    const int last = experiment.scenarios.front().months() - 1;
    for (const int month : experiment.outcome_months)
        if (month < last) suffixes.push_back(date_of(month));
    suffixes.push_back(date_of(last));
    std::vector<std::string> names;
    for (const std::string& outcome : experiment.outcomes) {
        const bool national = !is_domain_outcome(outcome);
        for (const std::string_view domain :
             national ? std::vector<std::string_view>{"national"} : std::vector<std::string_view>{"social", "physical"})
            for (const std::string& suffix : suffixes)
                names.push_back(fmt::format("{}.{}.{}", outcome, domain, suffix));
    }
    return names;
}

}  // namespace algemeente
