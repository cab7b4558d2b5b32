// From runs to what decides: objectives, limits, and how well packages hold over all that may be true.
#include "analysis/robustness.h"
#include "search/search.h"
#include "statistics/summary.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace algemeente {

namespace {

using analysis::Better;
using Runs = std::vector<std::vector<double>>;
using Index = Eigen::Index;

constexpr double beyond_all = std::numeric_limits<double>::infinity();
constexpr double worst_share = 0.1;  // defines Over::worst_decile

std::size_t place_of(const std::vector<Measure>& measures, const Measure& measure) {
    return static_cast<std::size_t>(std::find(measures.begin(), measures.end(), measure) - measures.begin());
}

/// One number of every run, or what it is above that of the scenario itself.
std::vector<double> numbers_of(const Search& search, const Measure& measure, bool against_base, const Runs& runs,
                               const Runs& base_runs) {
    const std::size_t place = place_of(search.measures(), measure);
    std::vector<double> numbers;
    for (std::size_t i = 0; i < runs.size(); ++i)
        numbers.push_back(runs[i][place] - (against_base ? base_runs[i][place] : 0));
    return numbers;
}

/// NaN as soon as one run has nothing to measure: fewer runs would be other worlds.
double over(Over how, std::vector<double> numbers, bool high_is_bad) {
    if (std::any_of(numbers.begin(), numbers.end(), [](double number) { return std::isnan(number); }))
        return std::numeric_limits<double>::quiet_NaN();
    if (how == Over::mean)
        return std::accumulate(numbers.begin(), numbers.end(), 0.0) / static_cast<double>(numbers.size());
    std::sort(numbers.begin(), numbers.end());
    return quantile_of_sorted(numbers, high_is_bad ? 1 - worst_share : worst_share);
}

/// How far a value lies beyond a limit, relative to the limit or, where that is 0, to 1.
double excess(const SearchLimit& limit, double value) {
    if (std::isnan(value)) return beyond_all;
    const double beyond = limit.at_most ? value - limit.at : limit.at - value;
    return std::max(0.0, beyond) / (limit.at != 0 ? std::abs(limit.at) : 1);
}

bool at_least_as_good(Better better, double value, double other) {
    return better == Better::higher ? value >= other : value <= other;
}

/// In one run: all limits kept, what must be reached is reached, and the first objective better than in the scenario.
bool is_good(const Search& search, const Runs& run, const Runs& base_run) {
    for (const SearchLimit& limit : search.limits)
        if (excess(limit, numbers_of(search, limit.measure, limit.against_base, run, base_run)[0]) > 0) return false;
    for (const Objective& objective : search.objectives) {
        if (!objective.good_enough) continue;
        const double value = numbers_of(search, objective.measure, objective.against_base, run, base_run)[0];
        if (!at_least_as_good(objective.better, value, *objective.good_enough)) return false;
    }
    const Objective& first = search.objectives.front();
    const double value = numbers_of(search, first.measure, false, run, base_run)[0];
    const double base = numbers_of(search, first.measure, false, base_run, base_run)[0];
    return first.better == Better::higher ? value > base : value < base;
}

/// Packages by rows, runs by columns.
Eigen::MatrixXd performance_of(const Search& search, const Objective& objective, const std::vector<Result*>& results,
                               const Runs& base_runs) {
    Eigen::MatrixXd table(static_cast<Index>(results.size()), static_cast<Index>(base_runs.size()));
    for (std::size_t i = 0; i < results.size(); ++i) {
        const std::vector<double> numbers =
            numbers_of(search, objective.measure, objective.against_base, results[i]->runs, base_runs);
        for (std::size_t run = 0; run < numbers.size(); ++run)
            table(static_cast<Index>(i), static_cast<Index>(run)) = numbers[run];
    }
    return table;
}

/// Regret of each package in each run: how much worse than the best of the front in that run.
Eigen::MatrixXd regrets_of(const Eigen::MatrixXd& performance, Better better, Index front) {
    const double sign = better == Better::higher ? 1 : -1;
    const Eigen::MatrixXd gains = performance * sign;
    const Eigen::RowVectorXd best = gains.topRows(front).colwise().maxCoeff();
    return (-gains).rowwise() + best;
}

double quantile(const Eigen::VectorXd& values, double share) {
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    return quantile_of_sorted(sorted, share);
}

}  // namespace

double objective_value(const Search& search, const Objective& objective, const Runs& runs, const Runs& base_runs) {
    return over(objective.over, numbers_of(search, objective.measure, objective.against_base, runs, base_runs),
                objective.better == Better::lower);
}

Judged judge(const Search& search, const Runs& runs, const Runs& base_runs) {
    Judged judged;
    for (const Objective& objective : search.objectives) {
        const double value = objective_value(search, objective, runs, base_runs);
        if (std::isnan(value)) judged.violation = beyond_all;
        judged.objectives.push_back(std::isnan(value)                    ? beyond_all
                                    : objective.better == Better::higher ? -value
                                                                         : value);
    }
    for (const SearchLimit& limit : search.limits)
        judged.violation += excess(
            limit,
            over(limit.over, numbers_of(search, limit.measure, limit.against_base, runs, base_runs), limit.at_most));
    return judged;
}

void judge_robustness(const Search& search, SearchResult& result) {
    std::vector<Result*> all;
    for (Result& one : result.front) all.push_back(&one);
    all.push_back(&*result.base);
    for (Result& one : result.others) all.push_back(&one);
    const Runs& base_runs = result.base->runs;
    for (Result* one : all) {
        one->good.clear();
        for (std::size_t run = 0; run < base_runs.size(); ++run)
            one->good.push_back(is_good(search, {one->runs[run]}, {base_runs[run]}));
        one->good_share = static_cast<double>(std::count(one->good.begin(), one->good.end(), true)) /
                          static_cast<double>(base_runs.size());
    }
    if (result.front.empty()) return;
    const auto front = static_cast<Index>(result.front.size());
    Eigen::MatrixXd worst = Eigen::MatrixXd::Zero(static_cast<Index>(all.size()), static_cast<Index>(base_runs.size()));
    for (const Objective& objective : search.objectives) {
        const Eigen::MatrixXd performance = performance_of(search, objective, all, base_runs);
        const Eigen::MatrixXd regrets = regrets_of(performance, objective.better, front);
        const Eigen::VectorXd means = performance.topRows(front).rowwise().mean();
        const double range = means.maxCoeff() - means.minCoeff();
        if (range > 0) worst = worst.cwiseMax(regrets / range);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto row = static_cast<Index>(i);
            const bool high_is_bad = objective.better == Better::lower;
            all[i]->worst_decile.push_back(quantile(performance.row(row), high_is_bad ? 1 - worst_share : worst_share));
            all[i]->regret_90.push_back(quantile(regrets.row(row), 1 - worst_share));
        }
    }
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i]->regret = quantile(worst.row(static_cast<Index>(i)), 1 - worst_share);
    std::stable_sort(result.front.begin(), result.front.end(), [](const Result& one, const Result& other) {
        return one.good_share != other.good_share ? one.good_share > other.good_share : one.regret < other.regret;
    });
}

}  // namespace algemeente
