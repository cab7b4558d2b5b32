// Ranks and correlations.
#pragma once

#include <span>
#include <vector>

namespace algemeente {

/// Ranks from 1 on; equal values share their mean rank.
std::vector<double> mean_ranks(std::span<const double> values);

double pearson_correlation(std::span<const double> a, std::span<const double> b);

/// Spearman's rank correlation.
double rank_correlation(std::span<const double> a, std::span<const double> b);

}  // namespace algemeente
