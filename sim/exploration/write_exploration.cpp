#include "exploration/write_exploration.h"

#include "exploration/breeding.h"
#include "output/result_file.h"
#include "statistics/summary.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace algemeente {

namespace {

double as_number(std::size_t count) {
    return static_cast<double>(count);
}

std::vector<double> known_results(const ExplorationResult& result, std::size_t which, bool plain_only) {
    std::vector<double> values;
    for (const ExploredPoint& point : result.points)
        if (!plain_only || point.generation == 0) values.push_back(point.results[which]);
    return sorted_known(values);
}

/// How many runs of the search, and plain draws, met a cell or another key.
struct Met {
    std::size_t runs = 0;
    std::size_t plain = 0;
};

template <typename Key, typename KeyOf>
std::map<Key, Met> met_by(const ExplorationResult& result, const KeyOf& key_of) {
    std::map<Key, Met> met;
    for (const ExploredPoint& point : result.points) {
        if (!point.cell) continue;
        Met& one = met[key_of(*point.cell)];
        ++one.runs;
        one.plain += point.generation == 0 ? 1 : 0;
    }
    return met;
}

}  // namespace

Table points_table(const Exploration& exploration, const ExplorationResult& result) {
    const std::vector<PriorDimension> dimensions = exploration.dimensions();
    Table table{{"point", "generation", "cell"}, {}};
    for (const Statistic& row : explored_results()) table.columns.emplace_back(row.name);
    for (const PriorDimension& dimension : dimensions) table.columns.push_back(dimension.name);
    for (std::size_t i = 0; i < result.points.size(); ++i) {
        const ExploredPoint& point = result.points[i];
        std::vector<Cell> row = {as_number(i), static_cast<double>(point.generation),
                                 point.cell ? as_number(*point.cell) : std::nan("")};
        for (const double value : point.results) row.emplace_back(value);
        const Scenario scenario = scenario_at(exploration.base, dimensions, point.place);
        for (const PriorDimension& dimension : dimensions) row.emplace_back(value_of(scenario, dimension));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table axes_table(const Exploration& exploration, const ExplorationResult& result) {
    Table table{{"result", "low", "high", "cells", "plain_p05", "plain_p50", "plain_p95", "plain_lowest",
                 "plain_highest", "lowest", "highest", "meaning"},
                {}};
    for (const ExplorationAxis& axis : exploration.axes) {
        const std::vector<double> plain = known_results(result, axis.result, true);
        const std::vector<double> all = known_results(result, axis.result, false);
        std::vector<Cell> row = {std::string(axis.name()), axis.low, axis.high, static_cast<double>(axis.cells)};
        for (const double share : {.05, .5, .95, 0., 1.}) row.emplace_back(quantile_of_sorted(plain, share));
        for (const double share : {0., 1.}) row.emplace_back(quantile_of_sorted(all, share));
        row.emplace_back(std::string(explored_results()[axis.result].meaning));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table cells_table(const Exploration& exploration, const ExplorationResult& result) {
    Table table{{"cell"}, {}};
    for (const ExplorationAxis& axis : exploration.axes)
        for (const char* side : {".from", ".until"}) table.columns.push_back(std::string(axis.name()) + side);
    table.columns.insert(table.columns.end(), {"runs", "plain_draws"});
    for (const auto& [cell, met] : met_by<std::size_t>(result, [](std::size_t one) { return one; })) {
        std::vector<Cell> row = {as_number(cell)};
        const std::vector<int> places = places_of_cell(exploration.axes, cell);
        for (std::size_t i = 0; i < places.size(); ++i) {
            const ExplorationAxis& axis = exploration.axes[i];
            const double width = (axis.high - axis.low) / axis.cells;
            row.emplace_back(axis.low + width * places[i]);
            row.emplace_back(axis.low + width * (places[i] + 1));
        }
        row.emplace_back(as_number(met.runs));
        row.emplace_back(as_number(met.plain));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table pairs_table(const Exploration& exploration, const ExplorationResult& result) {
    Table table{{"one", "other", "combinations", "reached", "reached_by_plain_draws"}, {}};
    for (std::size_t one = 0; one < exploration.axes.size(); ++one)
        for (std::size_t other = one + 1; other < exploration.axes.size(); ++other) {
            const auto met = met_by<std::pair<int, int>>(result, [&](std::size_t cell) {
                const std::vector<int> places = places_of_cell(exploration.axes, cell);
                return std::pair(places[one], places[other]);
            });
            const auto plain =
                std::count_if(met.begin(), met.end(), [](const auto& entry) { return entry.second.plain > 0; });
            table.rows.push_back({std::string(exploration.axes[one].name()),
                                  std::string(exploration.axes[other].name()),
                                  static_cast<double>(exploration.axes[one].cells) * exploration.axes[other].cells,
                                  as_number(met.size()), static_cast<double>(plain)});
        }
    return table;
}

Table growth_table(const ExplorationResult& result) {
    Table table{{"runs", "cells"}, {}};
    for (const CellsSoFar& one : result.growth) table.rows.push_back({as_number(one.runs), as_number(one.cells)});
    return table;
}

Table answer_table(const Exploration& exploration, const ExplorationResult& result) {
    const ExplorationAnswer& answer = result.answer;
    const ExplorationQuestion& question = exploration.question.value();
    return {{"result", "side", "limit", "runs", "yes", "plain_draws", "plain_yes", "repeated", "stayed", "farthest",
             "tree_r2", "range_points", "range_yes", "confirm_runs", "confirm_yes"},
            {{std::string(question.name()), std::string(question.below ? "below" : "above"), question.limit,
              as_number(answer.known), as_number(answer.yes), as_number(answer.plain_known),
              as_number(answer.plain_yes), as_number(answer.repeated), as_number(answer.stayed), answer.farthest,
              answer.tree_r2, as_number(answer.range_points), as_number(answer.range_yes),
              as_number(answer.confirm_runs), as_number(answer.confirm_yes)}}};
}

Table telling_table(const Exploration& exploration, const ExplorationResult& result) {
    const std::vector<PriorDimension> dimensions = exploration.dimensions();
    Table table{{"input", "score", "prior_low", "prior_high", "low", "high", "quasi_p"}, {}};
    for (const TellingInput& input : result.answer.inputs) {
        const PriorDimension& dimension = dimensions[input.dimension];
        const auto range = std::find_if(result.answer.ranges.begin(), result.answer.ranges.end(),
                                        [&input](const TellingRange& one) { return one.dimension == input.dimension; });
        const bool has_range = range != result.answer.ranges.end();
        const double nothing = std::nan("");
        table.rows.push_back({dimension.name, input.score, dimension.low, dimension.high,
                              has_range ? value_in(dimension, range->low) : nothing,
                              has_range ? value_in(dimension, range->high) : nothing,
                              has_range ? range->quasi_p : nothing});
    }
    return table;
}

std::size_t cells_of_last_fifth(const ExplorationResult& result) {
    const std::size_t begin = result.points.size() - result.points.size() / 5;
    std::set<std::size_t> before;
    std::set<std::size_t> after;
    for (std::size_t i = 0; i < result.points.size(); ++i)
        if (result.points[i].cell) (i < begin ? before : after).insert(*result.points[i].cell);
    return static_cast<std::size_t>(
        std::count_if(after.begin(), after.end(), [&before](std::size_t cell) { return !before.contains(cell); }));
}

std::size_t cells_of_plain_draws(const ExplorationResult& result) {
    return result.growth.empty() ? 0 : result.growth.front().cells;
}

void write_exploration(const Exploration& exploration, const ExplorationResult& result,
                       const std::filesystem::path& folder) {
    const auto write = [&folder](const char* name, const Table& table) {
        write_file(folder / name, table_as_csv(table, CsvDigits::seven));
    };
    write("explore.csv", points_table(exploration, result));
    write("axes.csv", axes_table(exploration, result));
    write("cells.csv", cells_table(exploration, result));
    write("pairs.csv", pairs_table(exploration, result));
    write("growth.csv", growth_table(result));
    if (!exploration.question) return;
    write("answer.csv", answer_table(exploration, result));
    write("telling.csv", telling_table(exploration, result));
}

}  // namespace algemeente
