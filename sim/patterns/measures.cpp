#include "patterns/measures.h"

#include <algorithm>
#include <cmath>

namespace algemeente {

double outcome_at(const History& history, std::string_view name, Domain domain, int month) {
    return history.domain_value(month, domain, find_domain_outcome(name));
}

ByDomain outcome_at(const History& history, std::string_view name, int month) {
    return {outcome_at(history, name, Domain::social, month), outcome_at(history, name, Domain::physical, month)};
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

}  // namespace algemeente
