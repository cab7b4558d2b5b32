#include "exploration/explored_results.h"

#include "mathematics/elementary.h"
#include "patterns/measures.h"
#include "text/error.h"
#include "text/nearest_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace algemeente {

namespace {

constexpr int month_2025_april = past_months - 1;

/// ln(physical / social) in April 2025, five added to either, so that a domain with hardly any does not make it
/// boundless.
double log_ratio(const PastRuns& runs, std::string_view outcome) {
    constexpr double few = 5;
    const ByDomain uses = outcome_at(runs.base, outcome, month_2025_april);
    return logarithm((uses.physical + few) / (uses.social + few));
}

double own_gap(const PastRuns& runs) {
    return log_ratio(runs, "in_use_own");
}

double use_gap(const PastRuns& runs) {
    return log_ratio(runs, "in_use");
}

double register_gap(const PastRuns& runs) {
    return log_ratio(runs, "registered");
}

constexpr Statistic own_rows[] = {
    {"own_gap", "ln(physical / social) of algorithms that municipalities built themselves, April 2025.", own_gap},
    {"use_gap", "ln(physical / social) of algorithms in use by choice, April 2025.", use_gap},
    {"register_gap", "ln(physical / social) of records in the public register, April 2025.", register_gap},
};

}  // namespace

std::span<const Statistic> explored_results() {
    static const std::vector<Statistic> all = [] {
        std::vector<Statistic> rows(std::begin(own_rows), std::end(own_rows));
        rows.insert(rows.end(), statistics().begin(), statistics().end());
        return rows;
    }();
    return all;
}

std::size_t find_explored_result(std::string_view name) {
    std::vector<std::string_view> names;
    for (const Statistic& row : explored_results()) names.push_back(row.name);
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        throw InputError(fmt::format("'{}' is no result of a run{}", name, did_you_mean(name, names)));
    return static_cast<std::size_t>(found - names.begin());
}

bool needs_suppliers(std::size_t result) {
    return explored_results()[result].read == register_gap;
}

}  // namespace algemeente
