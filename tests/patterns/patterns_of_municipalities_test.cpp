// P16 and P24 on runs made by hand.
#include "patterns/fake_run.h"

#include <gtest/gtest.h>

#include <cmath>

namespace algemeente {

namespace {

/// Ten municipalities, two of each size class and of the sizes 1, 2, 4, 8 and 16 (x 10,000); `uses`: of the two
/// together, by size class, all in the first of them and in one domain.
FakeRun with_uses(const std::vector<int>& uses, double without_use_share, Domain domain = Domain::social) {
    FakeRun run;
    run.set_national("without_use_share", without_use_share);
    for (std::size_t i = 0; i < run.country.size(); ++i) {
        run.country[i].size_class = static_cast<int>(i / 2);
        run.country[i].population = 10000 * (1 << (i / 2));
    }
    for (std::size_t size = 0; size < uses.size(); ++size) {
        MunicipalityYear row;
        row.municipality = static_cast<std::uint16_t>(2 * size);
        row.domain = domain;
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

/// Pilots, implementations and uses of both domains together, in July of a few years.
FakeRun with_work(double in_2019, double in_2021, double in_2024) {
    FakeRun run = with_course(40, 1);
    const std::pair<int, double> sums[] = {{54, in_2019}, {78, in_2021}, {114, in_2024}};
    for (const auto& [july, sum] : sums)
        for (const Domain domain : both_domains)
            run.set("pilot", domain, sum / 8, july, july)
                .set("implementation", domain, sum / 8, july, july)
                .set("in_use", domain, sum / 4, july, july);
    return run;
}

}  // namespace

TEST(P16, holds_where_larger_municipalities_use_more_and_all_differ) {
    const Pattern pattern = pattern_called("P16");
    ASSERT_EQ(pattern.checks.size(), 6U);
    const FakeRun run = with_uses({2, 4, 8, 12, 14}, .4);
    EXPECT_EQ(statistic(pattern, 0, {run}), 1);  // from 1 to 2, 2 to 4, 4 to 6, 6 to 7
    // sorted 0, 0, 0, 0, 0, 2, 4, 8, 12, 14: .668
    EXPECT_NEAR(statistic(pattern, 4, {run}), 2. * (6 * 2 + 7 * 4 + 8 * 8 + 9 * 12 + 10 * 14) / (10 * 40) - 1.1, 1e-12);
    EXPECT_EQ(statistic(pattern, 5, {run}), .4);
    for (const std::size_t check : {0U, 4U, 5U}) EXPECT_EQ(verdict(pattern, check, {run}), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 0, {with_uses({2, 4, 4, 12, 14}, .4)}), Verdict::holds);  // two alike: at the limit
    EXPECT_EQ(verdict(pattern, 0, {with_uses({2, 4, 3, 12, 14}, .4)}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 4, {with_uses({0, 0, 0, 0, 14}, .4)}), Verdict::fails);  // .9
    EXPECT_EQ(verdict(pattern, 4, {with_uses({2, 2, 2, 2, 2}, .4)}), Verdict::fails);   // .5
    EXPECT_EQ(verdict(pattern, 5, {with_uses({2, 4, 8, 12, 14}, .3)}), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 5, {with_uses({2, 4, 8, 12, 14}, .29)}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 5, {with_uses({2, 4, 8, 12, 14}, .61)}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 4, {with_uses({0, 0, 0, 0, 0}, 1)}), Verdict::fails);  // no use, no coefficient
}

TEST(P16, reads_what_the_four_largest_municipalities_use) {
    const Pattern pattern = pattern_called("P16");
    // the two largest sizes have two municipalities each: (12 + 14) of 40, (4 + 6) of 40
    EXPECT_NEAR(statistic(pattern, 3, {with_uses({2, 4, 8, 12, 14}, .4)}), .65, 1e-12);
    EXPECT_EQ(verdict(pattern, 3, {with_uses({2, 4, 8, 12, 14}, .4)}), Verdict::fails);
    EXPECT_NEAR(statistic(pattern, 3, {with_uses({10, 10, 10, 4, 6}, .4)}), .25, 1e-12);
    EXPECT_EQ(verdict(pattern, 3, {with_uses({10, 10, 10, 4, 6}, .4)}), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 3, {with_uses({11, 11, 11, 4, 3}, .4)}), Verdict::fails);  // .175
}

TEST(P16, reads_how_uses_of_each_domain_grow_with_population) {
    const Pattern pattern = pattern_called("P16");
    // 1, 3, 9, 27 and 81 at twice the size each: log2(3) = 1.585; the others have none, whatever their size
    const FakeRun social = with_uses({1, 3, 9, 27, 81}, .4);
    EXPECT_NEAR(statistic(pattern, 1, {social}), std::log2(3.), 1e-6);
    EXPECT_EQ(verdict(pattern, 1, {social}), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 2, {social}), Verdict::fails);  // no physical use at all
    const FakeRun physical = with_uses({1, 3, 9, 27, 81}, .4, Domain::physical);
    EXPECT_NEAR(statistic(pattern, 2, {physical}), std::log2(3.), 1e-6);
    EXPECT_EQ(verdict(pattern, 2, {physical}), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 1, {physical}), Verdict::fails);
    const FakeRun proportional = with_uses({1, 2, 4, 8, 16}, .4);
    EXPECT_NEAR(statistic(pattern, 1, {proportional}), 1, 1e-6);
    EXPECT_EQ(verdict(pattern, 1, {proportional}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 1, {with_uses({1, 4, 16, 64, 256}, .4)}), Verdict::fails);  // 2
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

TEST(P24, compares_what_is_at_work_with_what_surveys_found) {
    const Pattern pattern = pattern_called("P24");
    ASSERT_EQ(pattern.checks.size(), 3U);
    EXPECT_NEAR(statistic(pattern, 1, {with_work(75, 177, 266)}), 177. / 75, 1e-12);
    EXPECT_NEAR(statistic(pattern, 2, {with_work(75, 177, 266)}), 266. / 177, 1e-12);
    for (const std::size_t check : {1U, 2U}) {
        EXPECT_EQ(verdict(pattern, check, {with_work(75, 177, 266)}), Verdict::holds);
        EXPECT_EQ(verdict(pattern, check, {with_work(100, 100, 100)}), Verdict::fails);
        EXPECT_EQ(verdict(pattern, check, {with_work(10, 40, 120)}), Verdict::fails);  // four and three times as many
        EXPECT_EQ(verdict(pattern, check, {FakeRun()}), Verdict::fails);
    }
}

}  // namespace algemeente
