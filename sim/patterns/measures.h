// Statistics that several patterns are read from, as pure functions, and conditions in their usual forms.
#pragma once

#include "patterns/named_measures.h"
#include "patterns/pattern.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace algemeente {

inline constexpr Domain both_domains[] = {Domain::social, Domain::physical};

/// A domain outcome, or a national one, by its name.
double outcome_at(const History& history, std::string_view name, Domain domain, int month);
ByDomain outcome_at(const History& history, std::string_view name, int month);
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

/// Relative change of a measure from the first scenario to the second.
template <typename Measures>
auto change_of(double Measures::*measure) {
    return [measure](const Measures& base, const Measures& other) {
        return relative_change(other.*measure, base.*measure);
    };
}
template <typename Measures>
auto change_of(ByDomain Measures::*measure, Domain domain) {
    return [measure, domain](const Measures& base, const Measures& other) {
        return relative_change((other.*measure)[domain], (base.*measure)[domain]);
    };
}

/// Gini coefficient of non-negative values (0: all equal).
double gini(std::vector<double> values);

/// Conditions in their usual forms. `read` takes the measures of the pattern's scenarios (reading_of).
template <typename Read>
Check above(std::string statistic, double bound, Read read) {
    return {std::move(statistic),
            criterion_above(bound),
            bound,
            unbounded,
            reading_of(std::function(std::move(read))),
            false};
}
template <typename Read>
Check below(std::string statistic, double bound, Read read) {
    return {std::move(statistic),
            criterion_below(bound),
            -unbounded,
            bound,
            reading_of(std::function(std::move(read))),
            false};
}
template <typename Read>
Check between(std::string statistic, double low, double high, Read read) {
    return {std::move(statistic),
            criterion_between(low, high),
            low,
            high,
            reading_of(std::function(std::move(read))),
            false};
}
/// A share of replicates that must reach `bound`.
template <typename Read>
Check share_at_least(std::string statistic, double bound, Read read) {
    return {std::move(statistic),
            criterion_of_share(bound),
            bound,
            unbounded,
            reading_of(std::function(std::move(read))),
            true};
}

}  // namespace algemeente
