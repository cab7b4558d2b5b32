#include "patterns/measures.h"

#include "statistics/summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace algemeente {

double outcome_at(const History& history, std::string_view name, Domain domain, int month) {
    return history.domain_value(month, domain, find_domain_outcome(name));
}

double national_at(const History& history, std::string_view name, int month) {
    return history.national_value(month, find_national_outcome(name));
}

double total_at(const History& history, std::string_view name, int month) {
    return outcome_at(history, name, Domain::social, month) + outcome_at(history, name, Domain::physical, month);
}

double weighted_sum(const History& history, std::string_view level, std::string_view weight, Domain domain, int from,
                    int until) {
    const std::size_t levels = find_domain_outcome(level);
    const std::size_t weights = find_domain_outcome(weight);
    double sum = 0;
    for (int month = from; month <= until; ++month) {
        const double count = history.domain_value(month, domain, weights);
        if (count > 0) sum += count * history.domain_value(month, domain, levels);
    }
    return sum;
}

double sum_over(const History& history, std::string_view total, Domain domain, int from, int until) {
    const std::size_t outcome = find_domain_outcome(total);
    double sum = 0;
    for (int month = from; month <= until; ++month) sum += history.domain_value(month, domain, outcome);
    return sum;
}

double log_gap(const History& history, std::string_view name, int month) {
    const double social = outcome_at(history, name, Domain::social, month);
    const double physical = outcome_at(history, name, Domain::physical, month);
    if (!(social > 0 && physical > 0)) return std::nan("");
    return std::log(physical / social);
}

double relative_change(double other, double base) {
    return other / base - 1;
}

double gini(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    double sum = 0;
    double weighted = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        sum += values[i];
        weighted += static_cast<double>(i + 1) * values[i];
    }
    const auto count = static_cast<double>(values.size());
    if (!(sum > 0)) return std::nan("");
    return 2 * weighted / (count * sum) - (count + 1) / count;
}

double pearson_correlation(std::span<const double> a, std::span<const double> b) {
    const double mean_a = mean_of(a);
    const double mean_b = mean_of(b);
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ab += (a[i] - mean_a) * (b[i] - mean_b);
        aa += (a[i] - mean_a) * (a[i] - mean_a);
        bb += (b[i] - mean_b) * (b[i] - mean_b);
    }
    return ab / std::sqrt(aa * bb);
}

namespace {

std::vector<double> ranks_of(std::span<const double> values) {
    std::vector<double> ranks;
    for (const double value : values) {
        double lower = 0;
        double equal = 0;
        for (const double other : values) {
            lower += other < value ? 1 : 0;
            equal += other == value ? 1 : 0;
        }
        ranks.push_back(lower + (equal + 1) / 2);
    }
    return ranks;
}

}  // namespace

double rank_correlation(std::span<const double> a, std::span<const double> b) {
    return pearson_correlation(ranks_of(a), ranks_of(b));
}

double median_of(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return quantile_of_sorted(values, .5);
}

Check above(std::string statistic, double bound, std::function<double(const Means&)> value) {
    return {std::move(statistic), fmt::format("> {}", bound), bound, unbounded, std::move(value), false};
}

Check below(std::string statistic, double bound, std::function<double(const Means&)> value) {
    return {std::move(statistic), fmt::format("< {}", bound), -unbounded, bound, std::move(value), false};
}

Check between(std::string statistic, double low, double high, std::function<double(const Means&)> value) {
    return {std::move(statistic), fmt::format("{} to {}", low, high), low, high, std::move(value), false};
}

Check share_at_least(std::string statistic, double bound, std::function<double(const Means&)> value) {
    return {std::move(statistic), fmt::format(">= {} of replicates", bound), bound, unbounded, std::move(value), true};
}

}  // namespace algemeente
