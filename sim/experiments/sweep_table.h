// A finished sweep as plain matrices: where the store ends and analysis begins.
#pragma once

#include "experiments/store.h"

#include <filesystem>
#include <string>
#include <vector>

namespace algemeente {

/// What a store holds, in memory. Values are in the order of the design, whatever order the runs ended in.
struct SweepTable {
    std::string title;
    std::string question;
    std::string design;  ///< factorial, list, lhs, sobol, saltelli or morris
    int samples = 0;     ///< of the design: N of a Saltelli layout, trajectories of Morris
    int replicates = 1;
    bool second_order = false;  ///< Saltelli: the layout holds the BA blocks
    int randomisations = 1;     ///< Saltelli: independent scramblings, one after another
    int levels = 0;             ///< Morris: levels of the grid, else 0

    std::vector<std::string> inputs;             ///< names of what is varied, the levers and the uncertainties
    std::vector<bool> is_lever;                  ///< per input: somebody decides it
    std::vector<double> low;                     ///< per input
    std::vector<double> high;                    ///< per input
    std::vector<std::vector<int>> groups;        ///< indices of inputs that move together; one each without groups
    std::vector<std::string> group_names;        ///< per group: its name, or that of its only input
    std::vector<std::string> scenarios;          ///< titles of the scenarios, all different; every point is run in each
    std::vector<std::string> scenario_names;     ///< of their files
    std::vector<int> decisions_of_scenario;      ///< equal numbers: the same decisions, of municipalities and the state
    std::vector<int> circumstances_of_scenario;  ///< equal numbers: the same of all that nobody decides
    std::vector<std::vector<double>> points;     ///< [point][input], in the units of the model
    std::vector<int> scenario_of_point;          ///< per point: its position in `scenarios`

    std::vector<std::string> outcomes;                     ///< "in_use.social.2029-12", "value.physical.max", ...
    std::vector<std::vector<std::vector<double>>> values;  ///< [point][replicate][outcome]; NaN: missing or undefined
    std::vector<std::vector<bool>> finished;               ///< [point][replicate]: the run has results
};

/// Reads a store, or what it shows of itself (Store::show_complete_points_only; designs whose layout an analysis needs
/// keep all points, and those that are not shown have no values). With several scenarios the points of the first come
/// first, then those of the second, so each scenario's block is a complete design. Throws InputError if it is not a
/// store.
SweepTable read_sweep_table(Store& store);
SweepTable read_sweep_table(const std::filesystem::path& store);

}  // namespace algemeente
