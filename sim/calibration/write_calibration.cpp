#include "calibration/write_calibration.h"

#include "output/result_file.h"
#include "statistics/compare.h"
#include "statistics/summary.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace algemeente {

namespace {

std::vector<double> known_values(const std::vector<StatisticsOfRun>& runs, std::size_t statistic) {
    std::vector<double> values;
    for (const StatisticsOfRun& run : runs) values.push_back(run[statistic]);
    return sorted_known(values);
}

void add_quantiles(std::vector<Cell>& row, const std::vector<double>& sorted) {
    for (const double share : {.05, .5, .95}) row.emplace_back(quantile_of_sorted(sorted, share));
}

/// Single runs, with only what is known and what the model may miss as spread.
double share_missing(const Target& target, const std::vector<StatisticsOfRun>& runs) {
    double missing = 0;
    for (const StatisticsOfRun& run : runs)
        missing += implausibility(target, on_scale(target.scale, run[target.statistic]), 0) > ruled_out ? 1 : 0;
    return missing / static_cast<double>(runs.size());
}

const EmulatorCheck* check_of(const CalibrationResult& result, std::size_t statistic) {
    for (const EmulatorCheck& check : result.waves.back().checks)
        if (check.statistic == statistic) return &check;
    return nullptr;
}

struct Survival {
    double distance = 0;
    double chance = 1;
};

/// Places of the members in the prior of one number, against those of plain draws.
Survival survival_of(const std::vector<double>& members, const std::vector<double>& plain) {
    const double distance = largest_distance(members, plain);
    return {distance, chance_of_distance(distance, members.size(), plain.size())};
}

}  // namespace

Table targets_table(const Calibration& calibration, const CalibrationResult& result) {
    Table table{{"id", "statistic", "group", "use", "kind", "value", "known_low", "known_high", "prior_p05",
                 "prior_p50", "prior_p95", "members_p05", "members_p50", "members_p95", "prior_missing_share",
                 "emulator_predicted_share", "emulator_coverage", "meaning", "source"},
                {}};
    for (const Target& target : calibration.targets) {
        const double reach = 2 * target.tolerance();
        std::vector<Cell> row = {target.id,
                                 std::string(target.name()),
                                 target.group,
                                 std::string(use_word(target.use)),
                                 std::string(kind_word(target.kind)),
                                 target.value,
                                 from_scale(target.scale, target.place() - reach),
                                 from_scale(target.scale, target.place() + reach)};
        add_quantiles(row, known_values(result.prior_runs, target.statistic));
        add_quantiles(row, known_values(result.member_runs, target.statistic));
        row.emplace_back(share_missing(target, result.prior_runs));
        const EmulatorCheck* check = check_of(result, target.statistic);
        row.emplace_back(check != nullptr ? check->predicted_share : std::nan(""));
        row.emplace_back(check != nullptr ? check->coverage.value : std::nan(""));
        row.emplace_back(std::string(statistics()[target.statistic].meaning));
        row.emplace_back(target.source);
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table numbers_table(const Calibration& calibration, const CalibrationResult& result) {
    const std::vector<PriorDimension> dimensions = calibration.dimensions();
    const CandidateSource source(calibration);
    std::vector<std::vector<double>> members(dimensions.size());
    std::vector<std::vector<double>> plain(dimensions.size());
    std::vector<std::vector<double>> values(dimensions.size());
    for (const JudgedPoint& member : result.members) {
        const std::vector<double> point = source.point(member.candidate);
        const Scenario scenario = scenario_at(calibration.base, dimensions, point);
        for (std::size_t d = 0; d < dimensions.size(); ++d) {
            members[d].push_back(point[d]);
            values[d].push_back(value_of(scenario, dimensions[d]));
        }
    }
    for (int i = 0; i < calibration.points; ++i) {
        const std::vector<double> point = source.point(static_cast<std::uint64_t>(i));
        for (std::size_t d = 0; d < dimensions.size(); ++d) plain[d].push_back(point[d]);
    }
    std::vector<Survival> survivals;
    std::vector<double> chances;
    for (std::size_t d = 0; d < dimensions.size(); ++d) {
        survivals.push_back(survival_of(members[d], plain[d]));
        chances.push_back(survivals.back().chance);
    }
    const std::vector<double> rates = false_find_rates(chances);
    std::vector<std::size_t> order(dimensions.size());
    for (std::size_t d = 0; d < order.size(); ++d) order[d] = d;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return survivals[a].distance > survivals[b].distance; });

    Table table{{"number", "prior_low", "prior_high", "members_p05", "members_p50", "members_p95", "mean_place",
                 "distance", "false_find_rate"},
                {}};
    for (const std::size_t d : order) {
        std::vector<Cell> row = {dimensions[d].name, dimensions[d].low, dimensions[d].high};
        add_quantiles(row, sorted_known(values[d]));
        row.emplace_back(mean_of(members[d]));
        row.emplace_back(survivals[d].distance);
        row.emplace_back(rates[d]);
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table waves_table(const CalibrationResult& result) {
    Table table{{"wave", "runs", "possible_candidates_share", "passing_runs_share", "smallest_coverage"}, {}};
    for (std::size_t wave = 0; wave < result.waves.size(); ++wave) {
        const WaveResult& one = result.waves[wave];
        double smallest = 1;
        for (const EmulatorCheck& check : one.checks) smallest = std::min(smallest, check.coverage.value);
        table.rows.push_back({static_cast<double>(wave + 1), static_cast<double>(one.runs), one.possible_share,
                              one.passing_share, smallest});
    }
    return table;
}

Table members_table(const Calibration& calibration, const CalibrationResult& result) {
    const std::vector<PriorDimension> dimensions = calibration.dimensions();
    const CandidateSource source(calibration);
    Table table{{"member", "distance"}, {}};
    for (const PriorDimension& dimension : dimensions) table.columns.push_back(dimension.name);
    for (std::size_t i = 0; i < result.members.size(); ++i) {
        const JudgedPoint& member = result.members[i];
        const Scenario scenario = scenario_at(calibration.base, dimensions, source.point(member.candidate));
        std::vector<Cell> row = {static_cast<double>(i + 1), member.distance};
        for (const PriorDimension& dimension : dimensions) row.emplace_back(value_of(scenario, dimension));
        table.rows.push_back(std::move(row));
    }
    return table;
}

void write_calibration(const Calibration& calibration, const CalibrationResult& result,
                       const std::filesystem::path& folder) {
    write_file(folder / "targets.csv", table_as_csv(targets_table(calibration, result), CsvDigits::seven));
    write_file(folder / "numbers.csv", table_as_csv(numbers_table(calibration, result), CsvDigits::seven));
    write_file(folder / "waves.csv", table_as_csv(waves_table(result), CsvDigits::seven));
    write_file(folder / "members.csv", table_as_csv(members_table(calibration, result), CsvDigits::all));
}

}  // namespace algemeente
