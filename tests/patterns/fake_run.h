// A run made by hand: every outcome is what a test says, in every month, and projects are those it names.
#pragma once

#include "netherlands/products.h"
#include "patterns/judge.h"
#include "patterns/measures.h"
#include "patterns/pattern.h"

#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente {

class FakeRun {
public:
    explicit FakeRun(int months = protocol_months) : country(10) {
        constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
        history.months = months;
        const auto rows = static_cast<std::size_t>(months);
        history.domain_values.assign(rows * domain_count * domain_outcomes().size(), nothing);
        history.national_values.assign(rows * national_outcomes().size(), nothing);
    }

    FakeRun& set(const char* name, Domain domain, double value, int from = 0, int until = protocol_months - 1) {
        for (int month = from; month <= until && month < history.months; ++month) {
            const auto row = static_cast<std::size_t>(month) * domain_count + static_cast<std::size_t>(domain);
            history.domain_values.at(row * domain_outcomes().size() + find_domain_outcome(name)) = value;
        }
        return *this;
    }
    FakeRun& set(const char* name, double social, double physical) {
        return set(name, Domain::social, social).set(name, Domain::physical, physical);
    }
    FakeRun& set_national(const char* name, double value, int from = 0, int until = protocol_months - 1) {
        for (int month = from; month <= until && month < history.months; ++month)
            history.national_values.at(static_cast<std::size_t>(month) * national_outcomes().size() +
                                       find_national_outcome(name)) = value;
        return *this;
    }
    /// Users of a product of the data in one month; none of it in all others. Suppliers are on from then.
    FakeRun& set_users(const char* name, int users, int month) {
        scenario.supply = true;
        const std::vector<Product> products = products_of(scenario);
        history.product_users.resize(static_cast<std::size_t>(history.months) * products.size());
        for (std::size_t k = 0; k < products.size(); ++k)
            if (products[k].name == name)
                history.product_users[static_cast<std::size_t>(month) * products.size() + k] = users;
        return *this;
    }
    /// So many projects alike.
    FakeRun& add(const ProjectRecord& record, int count = 1) {
        history.records.projects.insert(history.records.projects.end(), static_cast<std::size_t>(count), record);
        return *this;
    }

    Scenario scenario;
    Country country;
    History history;
};

inline Pattern pattern_called(std::string_view id) {
    for (Pattern& pattern : all_patterns())
        if (pattern.id == id) return pattern;
    throw std::out_of_range(std::string(id));
}

/// What a pattern reads from a run.
inline Numbers measured(const Pattern& pattern, FakeRun run) {
    const RunJob job;
    return pattern.measure({job, run.scenario, run.country, run.history});
}

/// The statistic of check number `check`, with one run in each scenario of the pattern.
inline double statistic(const Pattern& pattern, std::size_t check, const std::vector<FakeRun>& runs) {
    Means means;
    for (const FakeRun& run : runs) means.push_back(measured(pattern, run));
    return pattern.checks.at(check).value(means);
}

/// The verdict on it: with one replicate the interval is the estimate.
inline Verdict verdict(const Pattern& pattern, std::size_t check, const std::vector<FakeRun>& runs) {
    const double value = statistic(pattern, check, runs);
    return verdict_on(pattern.checks.at(check), {value, value, value, 1});
}

}  // namespace algemeente
