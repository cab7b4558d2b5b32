#include "cli/sweep_numbers.h"

#include "text/error.h"

#include <algorithm>
#include <limits>

namespace algemeente::cli {

namespace {

using Index = Eigen::Index;

/// One matrix per outcome; what is missing is NaN.
std::vector<Eigen::MatrixXd> values_of(const SweepTable& table) {
    Index replicates = 1;
    for (const auto& point : table.values) replicates = std::max(replicates, static_cast<Index>(point.size()));
    const auto points = static_cast<Index>(table.points.size());
    std::vector<Eigen::MatrixXd> values(
        table.outcomes.size(), Eigen::MatrixXd::Constant(points, replicates, std::numeric_limits<double>::quiet_NaN()));
    for (std::size_t point = 0; point < table.values.size(); ++point)
        for (std::size_t replicate = 0; replicate < table.values[point].size(); ++replicate)
            for (std::size_t outcome = 0; outcome < table.values[point][replicate].size(); ++outcome)
                values[outcome](static_cast<Index>(point), static_cast<Index>(replicate)) =
                    table.values[point][replicate][outcome];
    return values;
}

analysis::Sweep::Flags finished_runs(const SweepTable& table, Index replicates) {
    analysis::Sweep::Flags finished =
        analysis::Sweep::Flags::Constant(static_cast<Index>(table.points.size()), replicates, false);
    for (std::size_t point = 0; point < table.finished.size(); ++point)
        for (std::size_t replicate = 0; replicate < table.finished[point].size(); ++replicate)
            finished(static_cast<Index>(point), static_cast<Index>(replicate)) = table.finished[point][replicate];
    return finished;
}

}  // namespace

analysis::Sweep sweep_numbers(const SweepTable& table) {
    if (table.points.empty() || table.outcomes.empty())
        throw InputError("the store holds no points or no outcomes; has the sweep begun?");
    analysis::Sweep sweep;
    sweep.title = table.title;
    sweep.question = table.question;
    sweep.design = table.design;
    sweep.samples = static_cast<std::size_t>(std::max(0, table.samples));
    sweep.second_order = table.second_order;
    sweep.randomisations = static_cast<std::size_t>(table.randomisations);
    sweep.inputs = table.inputs;
    sweep.is_lever = table.is_lever;
    sweep.low = table.low;
    sweep.high = table.high;
    sweep.groups = table.groups;
    sweep.group_names = table.group_names;
    sweep.scenarios = table.scenarios.empty() ? std::vector<std::string>{""} : table.scenarios;
    sweep.scenario_names = table.scenario_names;
    sweep.decisions_of_scenario = table.decisions_of_scenario;
    sweep.circumstances_of_scenario = table.circumstances_of_scenario;
    sweep.scenario_of_point = table.scenario_of_point;
    sweep.scenario_of_point.resize(table.points.size(), 0);
    sweep.points.resize(static_cast<Index>(table.points.size()), static_cast<Index>(table.inputs.size()));
    for (std::size_t point = 0; point < table.points.size(); ++point)
        for (std::size_t input = 0; input < table.inputs.size(); ++input)
            sweep.points(static_cast<Index>(point), static_cast<Index>(input)) = table.points[point][input];
    sweep.outcomes = table.outcomes;
    sweep.values = values_of(table);
    sweep.finished = finished_runs(table, sweep.values.front().cols());
    return sweep;
}

}  // namespace algemeente::cli
