#include "experiments/sweep_table.h"

#include "experiments/design.h"
#include "experiments/store.h"
#include "scenario/titles.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>

namespace algemeente {

namespace {

bool is_lever(const ParameterInfo& row) {
    return row.role == Role::lever;
}

template <typename Change>
bool is_decision(const Change& change) {
    const ParameterInfo* row = find_parameter(change.lever);
    return row != nullptr && is_lever(*row);
}

/// The scenario with what somebody decides alone: levers, from the first month, from a later one, or once a condition
/// is met.
SimulatedScenario decisions_in(const Scenario& scenario) {
    SimulatedScenario decisions;
    for (const ParameterInfo& row : parameter_table())
        if (is_lever(row)) decisions.parameters.*row.value = scenario.parameters.*row.value;
    for (const DatedChange& change : scenario.changes)
        if (is_decision(change)) decisions.changes.push_back(change);
    for (const ConditionalChange& change : scenario.conditional_changes)
        if (is_decision(change)) decisions.conditional_changes.push_back(change);
    return decisions;
}

/// The scenario without them: media shocks, assumptions, properties of uses, the municipalities.
SimulatedScenario circumstances_in(const Scenario& scenario) {
    SimulatedScenario circumstances = scenario;
    const Parameters standard;
    for (const ParameterInfo& row : parameter_table())
        if (is_lever(row)) circumstances.parameters.*row.value = standard.*row.value;
    std::erase_if(circumstances.changes, is_decision<DatedChange>);
    std::erase_if(circumstances.conditional_changes, is_decision<ConditionalChange>);
    return circumstances;
}

/// Per scenario the number of its kind: scenarios of which `part` is equal are of one kind.
std::vector<int> kinds_of(const std::vector<Scenario>& scenarios, SimulatedScenario (*part)(const Scenario&)) {
    std::vector<SimulatedScenario> known;
    std::vector<int> kinds;
    for (const Scenario& scenario : scenarios) {
        const SimulatedScenario own = part(scenario);
        const auto found = std::find(known.begin(), known.end(), own);
        kinds.push_back(static_cast<int>(found - known.begin()));
        if (found == known.end()) known.push_back(own);
    }
    return kinds;
}

void describe(SweepTable& table, const Experiment& experiment) {
    table.title = experiment.title;
    table.question = experiment.question;
    table.design = design_word(experiment.design);
    table.samples = experiment.samples;
    table.replicates = experiment.replicates;
    table.second_order = experiment.second_order;
    table.randomisations = experiment.randomisations;
    table.levels = experiment.design == DesignKind::morris ? experiment.levels : 0;
    for (const Input& input : experiment.inputs) {
        table.inputs.push_back(input.name);
        table.is_lever.push_back(input.is_lever);
        table.low.push_back(input.low);
        table.high.push_back(input.high);
    }
    for (const InputGroup& group : groups_of(experiment)) {
        table.group_names.push_back(group.name);
        table.groups.emplace_back(group.members.begin(), group.members.end());
    }
    std::vector<Scenario> scenarios = experiment.scenarios;
    tell_titles_apart(scenarios);
    for (const Scenario& scenario : scenarios) {
        table.scenarios.push_back(scenario.title);
        table.scenario_names.push_back(scenario.name);
    }
    table.decisions_of_scenario = kinds_of(experiment.scenarios, decisions_in);
    table.circumstances_of_scenario = kinds_of(experiment.scenarios, circumstances_in);
    table.outcomes = kept_outcomes(experiment);
}

/// Whether an analysis counts on every point being at its place.
bool has_layout(const SweepTable& table) {
    return table.design == design_word(DesignKind::saltelli) || table.design == design_word(DesignKind::morris);
}

/// Returns at which position of the table a point is, by its number.
std::map<std::int64_t, std::size_t> read_points(SweepTable& table, SqliteConnection& connection) {
    std::map<std::int64_t, std::size_t> positions;
    SqliteStatement row(connection,
                        fmt::format("SELECT * FROM {} ORDER BY point", has_layout(table) ? "main.points" : "points"));
    while (row.step()) {
        positions.emplace(row.whole(0), table.points.size());
        table.scenario_of_point.push_back(static_cast<int>(row.whole(1)));
        std::vector<double>& point = table.points.emplace_back();
        for (std::size_t i = 0; i < table.inputs.size(); ++i) point.push_back(row.number(static_cast<int>(i) + 2));
    }
    return positions;
}

void read_values(SweepTable& table, SqliteConnection& connection,
                 const std::map<std::int64_t, std::size_t>& positions) {
    const std::vector<double> missing(table.outcomes.size(), std::numeric_limits<double>::quiet_NaN());
    const auto replicates = static_cast<std::size_t>(table.replicates);
    table.values.assign(table.points.size(), std::vector<std::vector<double>>(replicates, missing));
    table.finished.assign(table.points.size(), std::vector<bool>(replicates, false));
    SqliteStatement row(connection, "SELECT * FROM outcomes");
    while (row.step()) {
        const std::int64_t run = row.whole(0);
        const std::size_t position = positions.at(run / table.replicates);
        const auto replicate = static_cast<std::size_t>(run % table.replicates);
        table.finished.at(position)[replicate] = true;
        std::vector<double>& values = table.values[position][replicate];
        for (std::size_t i = 0; i < values.size(); ++i) values[i] = row.number(static_cast<int>(i) + 1);
    }
}

}  // namespace

SweepTable read_sweep_table(Store& store) {
    SweepTable table;
    describe(table, store.experiment());
    read_values(table, store.connection(), read_points(table, store.connection()));
    return table;
}

SweepTable read_sweep_table(const std::filesystem::path& file) {
    Store store(file, Store::Access::read);
    return read_sweep_table(store);
}

}  // namespace algemeente
