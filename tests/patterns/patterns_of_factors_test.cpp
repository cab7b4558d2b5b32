// P05 and P06 on runs made by hand.
#include "patterns/fake_run.h"

#include <gtest/gtest.h>

namespace algemeente {

namespace {

FakeRun with_value(double social, double physical) {
    return FakeRun().set("value", social, physical);
}

/// Use, value and harm until now, of the social and of the physical domain.
FakeRun with_reached(std::pair<double, double> in_use, std::pair<double, double> value,
                     std::pair<double, double> harm) {
    return FakeRun()
        .set("in_use", in_use.first, in_use.second)
        .set("value", value.first, value.second)
        .set("harm_so_far", harm.first, harm.second);
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

TEST(P05, holds_where_every_factor_at_its_ceiling_changes_something) {
    const Pattern pattern = pattern_called("P05");
    ASSERT_EQ(pattern.scenarios.size(), 1U + factor_count);
    ASSERT_EQ(pattern.checks.size(), std::size_t{factor_count});
    const FakeRun base = with_reached({100, 200}, {50, 80}, {4, 2});
    std::vector<FakeRun> runs(1 + factor_count, base);
    const auto change = [&](Factor factor) -> FakeRun& { return runs[1 + static_cast<std::size_t>(factor)]; };
    change(Factor::ict) = with_reached({101, 210}, {50, 80}, {4, 2});          // use, physical: 5 %
    change(Factor::capacity) = with_reached({100, 200}, {50, 72}, {4, 2});     // value, physical: 10 % less
    change(Factor::ethics) = with_reached({100, 200}, {50, 80}, {1, 2});       // harm, social: 75 % less
    change(Factor::law) = with_reached({101.5, 197}, {50.5, 80}, {4, 2.02});   // 1.5 % at most
    change(Factor::willingness) = with_reached({102, 200}, {50, 80}, {4, 2});  // 2 %: at the limit
    const std::pair<Factor, double> expected[] = {{Factor::ict, .05},         {Factor::capacity, .1},
                                                  {Factor::ethics, .75},      {Factor::law, .015},
                                                  {Factor::willingness, .02}, {Factor::involvement, 0}};
    for (const auto& [factor, largest] : expected) {
        const auto check = static_cast<std::size_t>(factor);
        EXPECT_NEAR(statistic(pattern, check, runs), largest, 1e-12) << factor_word(factor);
        EXPECT_NE(pattern.checks[check].statistic.find(factor_word(factor)), std::string::npos);
        EXPECT_EQ(pattern.scenarios[1 + check], "ceiling:" + std::string(factor_word(factor)));
        if (factor != Factor::willingness) {
            EXPECT_EQ(verdict(pattern, check, runs), largest > .02 ? Verdict::holds : Verdict::fails);
        }
    }
    EXPECT_EQ(verdict(pattern, 0, std::vector<FakeRun>(1 + factor_count)), Verdict::fails);  // nothing was measured
}

TEST(P06, compares_what_binds_most_with_the_median_of_the_others) {
    const Pattern pattern = pattern_called("P06");
    ASSERT_EQ(pattern.checks.size(), 3U);
    // of the eight, capacity (80) binds most: .08; the others, sorted, are .01, .015, .02, .04, .05, .06 and .07
    EXPECT_NEAR(statistic(pattern, 0, raised(bound, effects_alike, .011)), .08 - 3 * .04, 1e-12);
    EXPECT_EQ(verdict(pattern, 0, raised(bound, effects_alike, .011)), Verdict::fails);
    std::vector<double> stronger = effects_alike;
    stronger[static_cast<std::size_t>(Factor::capacity)] = .13;
    EXPECT_NEAR(statistic(pattern, 0, raised(bound, stronger, .011)), .13 - 3 * .04, 1e-12);
    EXPECT_EQ(verdict(pattern, 0, raised(bound, stronger, .011)), Verdict::holds);
}

TEST(P06, holds_where_raising_helps_in_the_order_of_binding_and_rare_pairs_do_not_add_up) {
    const Pattern pattern = pattern_called("P06");
    ASSERT_EQ(pattern.scenarios.size(), 1U + factor_count + 6);
    const std::vector<FakeRun> runs = raised(bound, effects_alike, .011);
    EXPECT_NEAR(statistic(pattern, 1, runs), 1, 1e-12);
    // the rarest two that may bind are government (2) and citizens (4): 0.011 - 1.2 x 0.01
    EXPECT_NEAR(statistic(pattern, 2, runs), -.001, 1e-12);
    EXPECT_EQ(verdict(pattern, 1, runs), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 2, runs), Verdict::holds);
    EXPECT_EQ(pattern.scenarios[1 + factor_count + 4], "raise:legitimacy_citizens+legitimacy_government");

    const std::vector<double> effects_reversed = {.07, .01, .02, .03, 0, .08, .005, .04, .05, .075};
    EXPECT_NEAR(statistic(pattern, 1, raised(bound, effects_reversed, .011)), -1, 1e-12);
    EXPECT_EQ(verdict(pattern, 1, raised(bound, effects_reversed, .011)), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 2, raised(bound, effects_alike, .0121)), Verdict::fails);
    const std::vector<int> unbound(factor_count, 0);  // nothing ever binds: there is no order
    EXPECT_EQ(verdict(pattern, 1, raised(unbound, effects_alike, .011)), Verdict::fails);
}

TEST(P06, reads_the_pair_that_binds_least) {
    const Pattern pattern = pattern_called("P06");
    const std::vector<int> others = {1, 80, 70, 60, 0, 9, 8, 50, 40, 2};  // ict and ethics are the rarest
    std::vector<FakeRun> runs = raised(others, effects_alike, .5);
    for (std::size_t scenario = 1 + factor_count; scenario < runs.size(); ++scenario)
        if (pattern.scenarios[scenario] == "raise:ict+ethics") runs[scenario] = with_bindings(102.4, others);
    EXPECT_NEAR(statistic(pattern, 2, runs), .024 - 1.2 * .02, 1e-12);
}

}  // namespace algemeente
