#include "analysis/sweep.h"

#include "observe/history.h"
#include "statistics/summary.h"
#include "text/error.h"
#include "text/nearest_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace algemeente::analysis {

namespace {

using Index = Eigen::Index;

std::vector<double> finished(const Eigen::MatrixXd& values, Index point) {
    std::vector<double> known;
    for (const double value : values.row(point))
        if (std::isfinite(value)) known.push_back(value);
    return known;
}

std::size_t unknown_values(const Sweep& sweep, std::size_t outcome) {
    const Eigen::MatrixXd& values = sweep.values[outcome];
    return static_cast<std::size_t>(values.size() - values.array().isFinite().count());
}

}  // namespace

Sweep of_scenario(const Sweep& sweep, std::size_t scenario) {
    std::vector<Index> rows;
    for (std::size_t point = 0; point < sweep.scenario_of_point.size(); ++point)
        if (sweep.scenario_of_point[point] == static_cast<int>(scenario)) rows.push_back(static_cast<Index>(point));
    Sweep part = sweep;
    part.scenarios = {sweep.scenarios[scenario]};
    if (!sweep.scenario_names.empty()) part.scenario_names = {sweep.scenario_names[scenario]};
    part.decisions_of_scenario.clear();
    part.circumstances_of_scenario.clear();
    part.scenario_of_point.assign(rows.size(), 0);
    part.points = sweep.points(rows, Eigen::all);
    for (std::size_t outcome = 0; outcome < sweep.values.size(); ++outcome)
        part.values[outcome] = sweep.values[outcome](rows, Eigen::all);
    if (sweep.finished.size() > 0) part.finished = sweep.finished(rows, Eigen::all);
    return part;
}

std::vector<double> point_means(const Sweep& sweep, std::size_t outcome) {
    const Eigen::MatrixXd& values = sweep.values[outcome];
    std::vector<double> means;
    for (Index point = 0; point < values.rows(); ++point) means.push_back(mean_of(finished(values, point)));
    return means;
}

std::size_t runs_of(const Sweep& sweep) {
    return static_cast<std::size_t>(sweep.points.rows()) * sweep.replicates();
}

std::size_t missing_runs(const Sweep& sweep, std::size_t outcome) {
    if (sweep.finished.size() == 0) return unknown_values(sweep, outcome);
    return static_cast<std::size_t>(sweep.finished.size() - sweep.finished.count());
}

std::size_t undefined_runs(const Sweep& sweep, std::size_t outcome) {
    return unknown_values(sweep, outcome) - missing_runs(sweep, outcome);
}

std::size_t known_points(const Sweep& sweep, std::size_t outcome) {
    return sorted_known(point_means(sweep, outcome)).size();
}

bool is_constant(const Sweep& sweep, std::size_t outcome) {
    const std::vector<double> means = sorted_known(point_means(sweep, outcome));
    constexpr double rounding = 1e-12;  // means of equal numbers may differ by a rounding error
    return means.empty() ||
           means.back() - means.front() <= rounding * std::max(std::abs(means.front()), std::abs(means.back()));
}

double least_size(std::string_view outcome) {
    const std::string_view name = outcome.substr(0, outcome.find('.'));
    const OutcomeInfo* info = nullptr;
    if (is_domain_outcome(name)) info = &domain_outcomes()[find_domain_outcome(name)];
    if (is_national_outcome(name)) info = &national_outcomes()[find_national_outcome(name)];
    if (info == nullptr) return 0;
    const bool up_to_one = info->aggregation == Aggregation::share || info->unit == "share" || info->unit == "level";
    return up_to_one ? least_share : least_number;
}

std::optional<std::size_t> most_moving_outcome(std::span<const Sweep> sweeps) {
    std::optional<std::size_t> most;
    double largest = 0;
    for (std::size_t outcome = 0; !sweeps.empty() && outcome < sweeps.front().outcomes.size(); ++outcome) {
        double least = std::numeric_limits<double>::infinity();
        for (const Sweep& sweep : sweeps) least = std::min(least, relative_spread(sweep, outcome));
        if (!(least > largest)) continue;
        largest = least;
        most = outcome;
    }
    return most;
}

double relative_spread(const Sweep& sweep, std::size_t outcome) {
    if (is_constant(sweep, outcome)) return 0;
    const std::vector<double> means = sorted_known(point_means(sweep, outcome));
    return std::sqrt(variance_of(means)) /
           std::max({std::abs(means.front()), std::abs(means.back()), least_size(sweep.outcomes[outcome])});
}

Eigen::MatrixXd unit_points(const Sweep& sweep) {
    Eigen::MatrixXd unit = sweep.points;
    for (Index input = 0; input < unit.cols(); ++input) {
        const auto i = static_cast<std::size_t>(input);
        const double range = sweep.high[i] - sweep.low[i];
        if (range > 0) unit.col(input) = (unit.col(input).array() - sweep.low[i]) / range;
    }
    return unit;
}

double share_of_luck(const Sweep& sweep, std::size_t outcome) {
    std::vector<double> within;
    std::vector<double> means;
    for (Index point = 0; point < sweep.values[outcome].rows(); ++point) {
        const std::vector<double> values = finished(sweep.values[outcome], point);
        if (values.size() < 2) continue;
        within.push_back(variance_of(values));
        means.push_back(mean_of(values));
    }
    if (means.size() < 2) return std::numeric_limits<double>::quiet_NaN();
    const double luck = mean_of(within);
    const double between = variance_of(means);
    return luck + between > 0 ? luck / (luck + between) : 0;
}

std::size_t outcome_position(const Sweep& sweep, std::string_view name) {
    const auto found = std::find(sweep.outcomes.begin(), sweep.outcomes.end(), name);
    if (found != sweep.outcomes.end()) return static_cast<std::size_t>(found - sweep.outcomes.begin());
    const std::vector<std::string_view> names(sweep.outcomes.begin(), sweep.outcomes.end());
    const std::string suggestion = did_you_mean(name, names);
    std::string known;
    for (const std::string& outcome : sweep.outcomes) known += (known.empty() ? "" : ", ") + outcome;
    throw InputError(fmt::format("{}: the store holds no such outcome{}", name,
                                 suggestion.empty() ? "; it holds " + known : suggestion));
}

}  // namespace algemeente::analysis
