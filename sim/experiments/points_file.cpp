#include "experiments/points_file.h"

#include "netherlands/csv_table.h"
#include "scenario/lever.h"
#include "text/error.h"
#include "text/nearest_file.h"
#include "text/nearest_name.h"
#include "text/one_line.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente {

namespace {

constexpr std::string_view columns_of_exports[] = {"point", "scenario"};

bool is_column_of_exports(std::string_view name) {
    return std::find(std::begin(columns_of_exports), std::end(columns_of_exports), name) !=
           std::end(columns_of_exports);
}

void refuse_other_columns(const CsvTable& table, const Experiment& experiment, const std::string& file) {
    std::vector<std::string_view> names;
    for (const Input& input : experiment.inputs) names.push_back(input.name);
    for (const std::string& heading : table.headings()) {
        if (is_column_of_exports(heading) || std::find(names.begin(), names.end(), heading) != names.end()) continue;
        std::string hint = did_you_mean(heading, names);
        if (hint.empty()) hint = "; remove it, or name it in a [[lever]] or an [[uncertainty]]";
        throw InputError(fmt::format("{}:1: {}: is no input of this experiment{}", file,
                                     heading.empty() ? "(no name)" : one_line(heading), hint));
    }
}

/// One value of a point. A bound that was overshot by a rounding error is meant as the bound.
double value_in(const CsvTable& table, std::size_t row, const Input& input) {
    const Lever lever = find_lever(input.name);
    const double number = without_rounding_error(lever, table.number(row, input.name));
    const std::string problem = problem_with(lever, number);
    if (!problem.empty()) table.reject(row, input.name, problem);
    return number;
}

}  // namespace

std::vector<std::vector<double>> read_points_file(const Experiment& experiment, const TomlValue& value,
                                                  const std::filesystem::path& folder) {
    const std::filesystem::path file = (folder / text_of(value)).lexically_normal();
    if (!std::filesystem::is_regular_file(file))
        refuse(value, fmt::format("there is no file '{}'; the path starts at the folder of this file{}", file.string(),
                                  did_you_mean_file(file)));
    const CsvTable table(file);
    if (table.row_count() == 0) refuse(value, fmt::format("'{}' holds no points", file.string()));
    refuse_other_columns(table, experiment, file.string());
    const bool of_scenarios =
        std::find(table.headings().begin(), table.headings().end(), "scenario") != table.headings().end();
    std::vector<std::vector<double>> points;
    for (std::size_t row = 0; row < table.row_count(); ++row) {
        if (of_scenarios && table.text(row, "scenario") != table.text(0, "scenario")) continue;
        std::vector<double> point;
        for (const Input& input : experiment.inputs) point.push_back(value_in(table, row, input));
        try {
            for (std::size_t scenario = 0; scenario < experiment.scenarios.size(); ++scenario)
                scenario_at(experiment, scenario, point);
        } catch (const InputError& error) {
            table.reject(row, experiment.inputs.front().name, error.what());
        }
        points.push_back(std::move(point));
    }
    return points;
}

}  // namespace algemeente
