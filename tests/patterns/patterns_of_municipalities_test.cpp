// P16, P24 and P25 on runs made by hand.
#include "patterns/fake_run.h"

#include <gtest/gtest.h>

namespace algemeente {

namespace {

/// Ten municipalities, two of each size class; `uses`: of the two together, by size class, all in the first of them.
FakeRun with_uses(const std::vector<int>& uses, double without_use_share) {
    FakeRun run;
    run.set_national("without_use_share", without_use_share);
    for (std::size_t i = 0; i < run.country.size(); ++i) run.country[i].size_class = static_cast<int>(i / 2);
    for (std::size_t size = 0; size < uses.size(); ++size) {
        MunicipalityYear row;
        row.municipality = static_cast<std::uint16_t>(2 * size);
        row.year = 2029;
        row.in_use = static_cast<std::int16_t>(uses[size]);
        run.history.years.push_back(row);
        row.year = 2028;  // another year
        row.in_use = 100;
        run.history.years.push_back(row);
    }
    return run;
}

/// In use by domain: half of `a_month` for every month that has passed.
FakeRun with_course(double pipeline, double a_month) {
    FakeRun run;
    run.set("pipeline", pipeline, pipeline);
    for (int month = 0; month < protocol_months; ++month)
        for (const Domain domain : both_domains) run.set("in_use", domain, a_month / 2 * month, month, month);
    return run;
}

FakeRun with_growth(double first, double second, double third) {
    FakeRun run = with_course(40, 1);
    const double at[] = {first, first + second, first + second + third};
    const int months[] = {59, 119, 179};
    for (int i = 0; i < 3; ++i)
        for (const Domain domain : both_domains) run.set("in_use", domain, at[i] / 2, months[i], months[i]);
    return run;
}

FakeRun with_magnitude(double social, double physical) {
    return FakeRun().set("in_use", social, physical);
}

}  // namespace

TEST(P16, holds_where_larger_municipalities_use_more_and_all_differ) {
    const Pattern pattern = pattern_called("P16");
    const FakeRun run = with_uses({2, 4, 8, 12, 14}, .3);
    EXPECT_EQ(statistic(pattern, 0, {run}), 1);  // from 1 to 2, 2 to 4, 4 to 6, 6 to 7
    // sorted 0, 0, 0, 0, 0, 2, 4, 8, 12, 14
    EXPECT_NEAR(statistic(pattern, 1, {run}), 2. * (6 * 2 + 7 * 4 + 8 * 8 + 9 * 12 + 10 * 14) / (10 * 40) - 1.1, 1e-12);
    EXPECT_EQ(statistic(pattern, 2, {run}), .3);
    for (std::size_t check = 0; check < 3; ++check) EXPECT_EQ(verdict(pattern, check, {run}), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 0, {with_uses({2, 4, 4, 12, 14}, .3)}), Verdict::holds);  // two alike: at the limit
    EXPECT_EQ(verdict(pattern, 0, {with_uses({2, 4, 3, 12, 14}, .3)}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 1, {with_uses({0, 0, 0, 0, 14}, .3)}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 2, {with_uses({2, 4, 8, 12, 14}, .15)}), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 2, {with_uses({2, 4, 8, 12, 14}, .1)}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 1, {with_uses({0, 0, 0, 0, 0}, 1)}), Verdict::fails);  // no use, no coefficient
}

TEST(P24, finds_the_month_in_which_use_passes_experiments) {
    const Pattern pattern = pattern_called("P24");
    EXPECT_EQ(statistic(pattern, 0, {with_course(40, 1)}), 81);
    EXPECT_EQ(verdict(pattern, 0, {with_course(40, 1)}), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 0, {with_course(35.5, 1)}), Verdict::holds);  // month 72: at the limit
    EXPECT_EQ(verdict(pattern, 0, {with_course(35, 1)}), Verdict::fails);
    EXPECT_EQ(statistic(pattern, 0, {with_course(1, 1)}), 24);  // not before the warm-up is over
    EXPECT_EQ(statistic(pattern, 0, {with_course(500, 1)}), protocol_months);
    EXPECT_EQ(verdict(pattern, 0, {FakeRun()}), Verdict::fails);
}

TEST(P24, asks_whether_growth_is_largest_in_the_middle) {
    const Pattern pattern = pattern_called("P24");
    EXPECT_EQ(statistic(pattern, 1, {with_growth(10, 50, 20)}), 1);
    EXPECT_EQ(statistic(pattern, 1, {with_growth(10, 50, 60)}), 0);
    EXPECT_EQ(statistic(pattern, 1, {with_growth(50, 50, 20)}), 0);  // larger, not as large
    EXPECT_EQ(verdict(pattern, 1, {with_growth(10, 50, 20)}), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 1, {with_growth(10, 50, 60)}), Verdict::fails);
}

TEST(P25, holds_where_uses_are_as_many_as_the_register_has) {
    const Pattern pattern = pattern_called("P25");
    const FakeRun run = with_magnitude(10, 20);  // ten municipalities
    EXPECT_EQ(statistic(pattern, 0, {run}), 2);
    EXPECT_EQ(statistic(pattern, 1, {run}), 3);
    EXPECT_EQ(verdict(pattern, 0, {run}), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 1, {run}), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 0, {with_magnitude(10, 30)}), Verdict::holds);  // at the limit
    EXPECT_EQ(verdict(pattern, 0, {with_magnitude(10, 31)}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 1, {with_magnitude(20, 40)}), Verdict::holds);  // at the limit
    EXPECT_EQ(verdict(pattern, 1, {with_magnitude(1, 2)}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 0, {with_magnitude(0, 0)}), Verdict::fails);
}

}  // namespace algemeente
