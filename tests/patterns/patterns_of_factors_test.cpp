// P05 and P06 on runs made by hand.
#include "patterns/fake_run.h"

#include <gtest/gtest.h>

namespace algemeente {

namespace {

FakeRun with_value(double social, double physical) {
    return FakeRun().set("value", social, physical);
}

/// Value 100 in all; in year 0 each factor binds `bound` project-months, half of them in each domain.
FakeRun with_bindings(double value, const std::vector<int>& bound) {
    FakeRun run = with_value(value / 2, value / 2);
    BindingCounts counts{};
    for (std::size_t k = 0; k < factor_count; ++k) {
        counts[0][0][k] = bound[k] / 2;
        counts[1][2][k] = bound[k] - bound[k] / 2;
    }
    run.history.records.bindings.push_back(counts);
    return run;
}

/// Runs of P06: the base, ten factors raised, and six pairs of rare ones.
std::vector<FakeRun> raised(const std::vector<int>& bound, const std::vector<double>& effects, double pair_effect) {
    std::vector<FakeRun> runs = {with_bindings(100, bound)};
    for (const double effect : effects) runs.push_back(with_bindings(100 * (1 + effect), bound));
    for (int pair = 0; pair < 6; ++pair) runs.push_back(with_bindings(100 * (1 + pair_effect), bound));
    return runs;
}

/// ict, capacity, data_availability, data_readiness, law, citizens, government, involvement, willingness, ethics.
const std::vector<int> bound = {10, 80, 70, 60, 0, 4, 2, 50, 40, 6};
const std::vector<double> effects_alike = {.02, .08, .07, .06, 0, .01, .005, .05, .04, .015};

}  // namespace

TEST(P05, holds_where_every_half_factor_costs_value_in_both_domains) {
    const Pattern pattern = pattern_called("P05");
    ASSERT_EQ(pattern.scenarios.size(), 1U + factor_count);
    ASSERT_EQ(pattern.checks.size(), 2U * factor_count);
    std::vector<FakeRun> runs = {with_value(100, 200)};
    for (int k = 0; k < factor_count; ++k) runs.push_back(with_value(90, 150));
    for (std::size_t check = 0; check < pattern.checks.size(); ++check)
        EXPECT_EQ(verdict(pattern, check, runs), Verdict::holds);
    EXPECT_NEAR(statistic(pattern, 0, runs), .9, 1e-12);
    EXPECT_NEAR(statistic(pattern, 1, runs), .75, 1e-12);

    runs[1 + static_cast<std::size_t>(Factor::law)] = with_value(101, 200);  // only law does not matter
    for (std::size_t check = 0; check < pattern.checks.size(); ++check) {
        const bool social_law = check == 2 * static_cast<std::size_t>(Factor::law);
        EXPECT_EQ(verdict(pattern, check, runs), social_law ? Verdict::fails : Verdict::holds)
            << check;  // 200: at the limit
        EXPECT_EQ(pattern.checks[check].statistic.find("half the law, social") != std::string::npos, social_law);
    }
    runs[0] = with_value(0, 0);
    EXPECT_EQ(verdict(pattern, 0, runs), Verdict::fails);
}

TEST(P06, holds_where_raising_helps_in_the_order_of_binding_and_rare_pairs_do_not_add_up) {
    const Pattern pattern = pattern_called("P06");
    ASSERT_EQ(pattern.scenarios.size(), 1U + factor_count + 6);
    const std::vector<FakeRun> runs = raised(bound, effects_alike, .011);
    EXPECT_NEAR(statistic(pattern, 0, runs), 1, 1e-12);
    // the rarest two that may bind are government (2) and citizens (4): 0.011 - 1.2 x 0.01
    EXPECT_NEAR(statistic(pattern, 1, runs), -.001, 1e-12);
    EXPECT_EQ(verdict(pattern, 0, runs), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 1, runs), Verdict::holds);
    EXPECT_EQ(pattern.scenarios[1 + factor_count + 4], "raise:legitimacy_citizens+legitimacy_government");

    const std::vector<double> effects_reversed = {.07, .01, .02, .03, 0, .08, .005, .04, .05, .075};
    EXPECT_NEAR(statistic(pattern, 0, raised(bound, effects_reversed, .011)), -1, 1e-12);
    EXPECT_EQ(verdict(pattern, 0, raised(bound, effects_reversed, .011)), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 1, raised(bound, effects_alike, .0121)), Verdict::fails);
    const std::vector<int> never(factor_count, 0);  // nothing ever binds: there is no order
    EXPECT_EQ(verdict(pattern, 0, raised(never, effects_alike, .011)), Verdict::fails);
}

TEST(P06, reads_the_pair_that_binds_least) {
    const Pattern pattern = pattern_called("P06");
    const std::vector<int> others = {1, 80, 70, 60, 0, 9, 8, 50, 40, 2};  // ict and ethics are the rarest
    std::vector<FakeRun> runs = raised(others, effects_alike, .5);
    for (std::size_t scenario = 1 + factor_count; scenario < runs.size(); ++scenario)
        if (pattern.scenarios[scenario] == "raise:ict+ethics") runs[scenario] = with_bindings(102.4, others);
    EXPECT_NEAR(statistic(pattern, 1, runs), .024 - 1.2 * .02, 1e-12);
}

}  // namespace algemeente
