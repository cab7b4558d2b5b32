// Statistics that several patterns are read from, as pure functions.
#pragma once

#include "patterns/pattern.h"

#include <span>
#include <string_view>

namespace algemeente {

inline constexpr Domain both_domains[] = {Domain::social, Domain::physical};

/// A domain outcome, or a national one, by its name.
double outcome_at(const History& history, std::string_view name, Domain domain, int month);
double national_at(const History& history, std::string_view name, int month);
/// A total over both domains.
double total_at(const History& history, std::string_view name, int month);

/// Sum over months of a level times the number of projects it is a mean of (months without projects add nothing).
double weighted_sum(const History& history, std::string_view level, std::string_view weight, Domain domain, int from,
                    int until);
/// Sum over months of a total.
double sum_over(const History& history, std::string_view total, Domain domain, int from, int until);

/// ln(physical / social) of an outcome; NaN if either is 0.
double log_gap(const History& history, std::string_view name, int month);

/// other / base - 1.
double relative_change(double other, double base);

/// Gini coefficient of non-negative values (0: all equal).
double gini(std::vector<double> values);
double pearson_correlation(std::span<const double> a, std::span<const double> b);
/// Spearman's rank correlation; ties share their mean rank.
double rank_correlation(std::span<const double> a, std::span<const double> b);
double median_of(std::vector<double> values);

/// Conditions in their usual forms.
Check above(std::string statistic, double bound, std::function<double(const Means&)> value);
Check below(std::string statistic, double bound, std::function<double(const Means&)> value);
Check between(std::string statistic, double low, double high, std::function<double(const Means&)> value);
/// A share of replicates that must reach `bound`.
Check share_at_least(std::string statistic, double bound, std::function<double(const Means&)> value);

}  // namespace algemeente
