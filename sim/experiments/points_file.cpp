#include "experiments/points_file.h"

#include "netherlands/csv_table.h"
#include "scenario/lever.h"
#include "text/error.h"
#include "text/nearest_file.h"

#include <fmt/format.h>

namespace algemeente {

std::vector<std::vector<double>> read_points_file(const Experiment& experiment, const TomlValue& value,
                                                  const std::filesystem::path& folder) {
    const std::filesystem::path file = (folder / text_of(value)).lexically_normal();
    if (!std::filesystem::is_regular_file(file))
        refuse(value, fmt::format("there is no file '{}'; the path starts at the folder of this file{}", file.string(),
                                  did_you_mean_file(file)));
    const CsvTable table(file);
    if (table.row_count() == 0) refuse(value, fmt::format("'{}' holds no points", file.string()));
    std::vector<std::vector<double>> points;
    for (std::size_t row = 0; row < table.row_count(); ++row) {
        std::vector<double> point;
        for (const Input& input : experiment.inputs) {
            const double number = table.number(row, input.name);
            const std::string problem = problem_with(find_lever(input.name), number);
            if (!problem.empty()) table.reject(row, input.name, problem);
            point.push_back(number);
        }
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
