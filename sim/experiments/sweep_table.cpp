#include "experiments/sweep_table.h"

#include "experiments/design.h"
#include "experiments/store.h"
#include "text/error.h"

#include <fmt/format.h>

#include <limits>

namespace algemeente {

namespace {

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
    for (const Scenario& scenario : experiment.scenarios) {
        table.scenarios.push_back(scenario.title);
        table.scenario_names.push_back(scenario.name);
    }
    table.outcomes = kept_outcomes(experiment);
}

void read_points(SweepTable& table, SqliteConnection& connection) {
    SqliteStatement row(connection, "SELECT * FROM points ORDER BY point");
    while (row.step()) {
        table.scenario_of_point.push_back(static_cast<int>(row.whole(1)));
        std::vector<double>& point = table.points.emplace_back();
        for (std::size_t i = 0; i < table.inputs.size(); ++i) point.push_back(row.number(static_cast<int>(i) + 2));
    }
}

void read_values(SweepTable& table, SqliteConnection& connection) {
    const std::vector<double> missing(table.outcomes.size(), std::numeric_limits<double>::quiet_NaN());
    const auto replicates = static_cast<std::size_t>(table.replicates);
    table.values.assign(table.points.size(), std::vector<std::vector<double>>(replicates, missing));
    SqliteStatement row(connection, "SELECT * FROM outcomes");
    while (row.step()) {
        const auto run = static_cast<std::size_t>(row.whole(0));
        std::vector<double>& values = table.values.at(run / replicates)[run % replicates];
        for (std::size_t i = 0; i < values.size(); ++i) values[i] = row.number(static_cast<int>(i) + 1);
    }
}

}  // namespace

SweepTable read_sweep_table(const std::filesystem::path& file) {
    Store store(file, Store::Access::read);
    SweepTable table;
    describe(table, store.experiment());
    read_points(table, store.connection());
    read_values(table, store.connection());
    return table;
}

}  // namespace algemeente
