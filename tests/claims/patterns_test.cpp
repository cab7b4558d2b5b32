// Smoke set of the patterns P01, P02, P03 and P08 at modest size; the full set and protocol are another piece of work.
#include "claims/worlds.h"

#include <gtest/gtest.h>

#include <cmath>

namespace algemeente {

namespace {

constexpr int judged_month = 149;
constexpr int replicates = 32;

/// Mean over replicates of ln(in use, physical / social): the gap of the thesis.
double mean_log_gap(const ScenarioResult& result) {
    const std::size_t in_use = find_domain_outcome("in_use");
    double sum = 0;
    for (const History& history : result.replicates)
        sum += std::log(history.domain_value(judged_month, Domain::physical, in_use) /
                        history.domain_value(judged_month, Domain::social, in_use));
    return sum / static_cast<double>(result.replicates.size());
}

ScenarioResult run_to_judged_month(const std::string& name) {
    return claims::run({claims::small_scenario(name, 100, judged_month + 1)}, replicates).scenarios.front();
}

}  // namespace

// E03, E14, E16, E42, E55, E62, E69
TEST(Pattern, P01_algorithms_reach_use_more_often_in_the_physical_domain) {
    const ScenarioResult result = run_to_judged_month("baseline");
    const std::size_t reach = find_domain_outcome("reach_share");
    int physical_ahead = 0;
    for (const History& history : result.replicates)
        if (history.domain_value(judged_month, Domain::physical, reach) >
            history.domain_value(judged_month, Domain::social, reach))
            ++physical_ahead;
    EXPECT_GE(physical_ahead, .95 * replicates);

    const double ratio = claims::mean_outcome(result, judged_month, Domain::physical, "in_use") /
                         claims::mean_outcome(result, judged_month, Domain::social, "in_use");
    EXPECT_GT(ratio, 1.3);
    EXPECT_LT(ratio, 4);
}

// E80
TEST(Pattern, P02_the_domain_itself_has_no_effect) {
    EXPECT_LT(std::abs(mean_log_gap(run_to_judged_month("diagnostics/equal_mix"))), .10);
}

// E63, E80
TEST(Pattern, P03_exchanging_the_mixes_exchanges_the_domains) {
    const double gap = mean_log_gap(run_to_judged_month("baseline"));
    const double swapped = mean_log_gap(run_to_judged_month("diagnostics/swapped_mix"));
    EXPECT_GT(gap, 0);
    EXPECT_LT(swapped, 0);
    EXPECT_GT(-swapped / gap, .75);
    EXPECT_LT(-swapped / gap, 1.30);
}

// E60, E61, E69
TEST(Pattern, P08_a_scandal_about_risk_holds_the_social_domain_back_and_hardly_the_physical_one) {
    constexpr int months = 126;
    const Ensemble ensemble = claims::run(
        {claims::small_scenario("baseline", 100, months), claims::small_scenario("national_scandal", 100, months)},
        replicates);
    // the deepest fall within a year after the scandal begins, of the mean over replicates, relative to the paired
    // baseline
    const auto deepest_fall = [&](Domain domain) {
        double deepest = 0;
        for (int month = month_of(2024, 1); month < month_of(2025, 1); ++month) {
            const double before = claims::mean_outcome(ensemble.scenarios[0], month, domain, "pipeline");
            const double after = claims::mean_outcome(ensemble.scenarios[1], month, domain, "pipeline");
            deepest = std::max(deepest, 1 - after / before);
        }
        return deepest;
    };
    EXPECT_GE(deepest_fall(Domain::social), .10);
    EXPECT_LT(deepest_fall(Domain::physical), deepest_fall(Domain::social) / 3);
}

}  // namespace algemeente
