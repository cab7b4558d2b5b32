// Small sweeps whose answers are known, and readers of cells and sentences.
#pragma once

#include "analysis/findings.h"
#include "analysis/test_functions.h"

#include <string>
#include <variant>
#include <vector>

namespace algemeente::analysis {

using namespace testing;

/// A sweep with one outcome, "y.2029-12", of two replicates that differ by +-0.01.
inline Sweep sweep_of(const std::string& design, const std::vector<Row>& rows, const Function& function) {
    Sweep sweep;
    sweep.title = "A test <of> \"words\"";
    sweep.question = "What matters?";
    sweep.design = design;
    sweep.samples = rows.size();
    const std::size_t inputs = rows.front().size();
    for (std::size_t i = 0; i < inputs; ++i) {
        sweep.inputs.push_back("x" + std::to_string(i + 1));
        sweep.groups.push_back({static_cast<int>(i)});
    }
    sweep.group_names = sweep.inputs;
    sweep.is_lever.assign(inputs, false);
    sweep.low.assign(inputs, 0);
    sweep.high.assign(inputs, 1);
    sweep.scenarios = {"Baseline"};
    sweep.scenario_of_point.assign(rows.size(), 0);
    sweep.points.resize(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(inputs));
    sweep.outcomes = {"y.2029-12"};
    sweep.values.assign(1, Eigen::MatrixXd(sweep.points.rows(), 2));
    for (Eigen::Index point = 0; point < sweep.points.rows(); ++point) {
        const Row& row = rows[static_cast<std::size_t>(point)];
        for (Eigen::Index input = 0; input < sweep.points.cols(); ++input)
            sweep.points(point, input) = row[static_cast<std::size_t>(input)];
        const double value = function(row);
        sweep.values[0].row(point) << value - 0.01, value + 0.01;
    }
    return sweep;
}

inline Sweep saltelli_sweep(std::size_t base_points) {
    std::vector<Row> rows;
    run_saltelli(sobol_points(6, base_points, base_points), single_groups(3), true, [&rows](const Row& row) {
        rows.push_back(row);
        return 0.0;
    });
    Sweep sweep = sweep_of("saltelli", rows, ishigami);
    sweep.second_order = true;
    return sweep;
}

inline std::string all_of(const std::vector<std::string>& sentences) {
    std::string text;
    for (const std::string& sentence : sentences) text += sentence + '\n';
    return text;
}

inline double number(const Cell& cell) {
    return std::get<double>(cell);
}
inline std::string words(const Cell& cell) {
    return std::get<std::string>(cell);
}

inline constexpr BootstrapSettings quick = {.resamples = 50};

}  // namespace algemeente::analysis
