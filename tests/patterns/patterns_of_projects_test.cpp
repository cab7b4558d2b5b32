// P12, P13, P17 and P18 on runs made by hand.
#include "patterns/fake_run.h"

#include <gtest/gtest.h>

namespace algemeente {

namespace {

ProjectRecord project(Domain domain, int level, double gap_at_start, bool used) {
    ProjectRecord record;
    record.seen = true;
    record.domain = domain;
    record.level = static_cast<std::uint8_t>(level);
    record.gap_at_start = gap_at_start;
    record.born = record.started = 20;
    record.used = used ? 60 : -1;
    return record;
}

/// `used` of `all` projects of one kind.
void add(FakeRun& run, Domain domain, int level, double gap_at_start, int used, int all) {
    run.add(project(domain, level, gap_at_start, true), used);
    run.add(project(domain, level, gap_at_start, false), all - used);
}

FakeRun with_ladder(int used_social, int used_physical) {
    FakeRun run;
    run.set("value", 100, 100);
    add(run, Domain::social, 2, 1, used_social, 10);  // premature
    add(run, Domain::social, 2, 0, 4, 8);             // prepared: half of them
    add(run, Domain::physical, 3, 1.5, used_physical, 20);
    add(run, Domain::physical, 3, .75, 9, 10);  // three quarters of a level is still prepared
    add(run, Domain::physical, 1, 2, 30, 30);   // level 1 is no prediction
    return run;
}

FakeRun with_values(double social, double physical) {
    return with_ladder(1, 6).set("value", social, physical);
}

FakeRun with_break_even(const std::vector<int>& months_after_start) {
    FakeRun run;
    for (const int months : months_after_start) {
        ProjectRecord record = project(Domain::social, 1, 0, true);
        record.broke_even = months < 0 ? -1 : record.started + months;
        run.add(record);
    }
    ProjectRecord young = project(Domain::social, 1, 0, true);
    young.started = 150;
    young.broke_even = 151;
    return run.add(young);  // too young to be judged
}

/// Willingness of projects by domain; employees' willingness rises by `rise` from 2017 to 2029.
FakeRun with_willingness(double social, double physical, double rise, bool follows_use) {
    FakeRun run;
    run.set("pipeline", 10, 30).set("willingness", social, physical).set("employee_willingness", .4, .4);
    for (const Domain domain : both_domains) run.set("employee_willingness", domain, .4 + rise, 168, 179);
    for (int i = 0; i < 5; ++i) {
        DepartmentRecord department;
        department.months_of_use = 10 * i;
        department.willingness = .5 + (follows_use ? .01 : -.01) * i;
        run.history.records.departments.push_back(department);
    }
    return run;
}

FakeRun with_origins(int demand_used, int demand, int push_used, int push) {
    FakeRun run;
    ProjectRecord record = project(Domain::social, 1, 0, true);
    record.demand_driven = true;
    run.add(record, demand_used);
    record.used = -1;
    run.add(record, demand - demand_used);
    record.demand_driven = false;
    run.add(record, push - push_used);
    record.used = 50;
    return run.add(record, push_used);
}

}  // namespace

TEST(P12, compares_premature_projects_with_prepared_ones_of_their_own_kind) {
    const Pattern pattern = pattern_called("P12");
    const FakeRun base = with_ladder(1, 6);
    // expected like prepared ones: 10 x 4/8 + 20 x 9/10
    EXPECT_NEAR(statistic(pattern, 0, {base, base, base}), 7. / (5 + 18), 1e-12);
    EXPECT_EQ(verdict(pattern, 0, {base, base, base}), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 0, {with_ladder(5, 18), base, base}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 0, {FakeRun(), FakeRun(), FakeRun()}), Verdict::fails);  // no project, no share
}

TEST(P12, holds_where_the_ladder_gives_value_and_prediction_first_costs_it) {
    const Pattern pattern = pattern_called("P12");
    const std::vector<FakeRun> runs = {with_values(100, 100), with_values(110, 120), with_values(80, 95)};
    const double expected[] = {.10, .20, -.20, -.05, 80. / 110 - 95. / 120};
    for (std::size_t check = 1; check < 6; ++check) {
        EXPECT_NEAR(statistic(pattern, check, runs), expected[check - 1], 1e-12);
        EXPECT_EQ(verdict(pattern, check, runs), Verdict::holds);
    }
    const std::vector<FakeRun> turned = {with_values(100, 100), with_values(90, 95), with_values(110, 105)};
    for (std::size_t check = 1; check < 6; ++check) EXPECT_EQ(verdict(pattern, check, turned), Verdict::fails);
    const std::vector<FakeRun> alike(3, with_values(100, 100));
    for (std::size_t check = 1; check < 6; ++check) EXPECT_EQ(verdict(pattern, check, alike), Verdict::holds);
}

TEST(P13, counts_who_breaks_even) {
    const Pattern pattern = pattern_called("P13");
    const FakeRun run = with_break_even({8, 40, 50, -1});
    EXPECT_NEAR(statistic(pattern, 0, {run}), 1. / 3, 1e-12);  // of those that break even at all
    EXPECT_NEAR(statistic(pattern, 1, {run}), 3. / 4, 1e-12);
    EXPECT_EQ(verdict(pattern, 0, {run}), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 1, {run}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 0, {with_break_even({36, 37})}),
              Verdict::holds);  // thirty-six months are three years: at the limit
    EXPECT_EQ(verdict(pattern, 0, {with_break_even({35, 36, 37, -1, -1, -1})}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 0, {with_break_even({-1, -1})}), Verdict::fails);  // nobody does
    EXPECT_EQ(verdict(pattern, 1, {with_break_even({40, 50, 60, -1, -1})}), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 0, {FakeRun()}), Verdict::fails);
}

TEST(P17, holds_where_willingness_is_alike_rises_and_follows_use) {
    const Pattern pattern = pattern_called("P17");
    const FakeRun run = with_willingness(.5, .55, .2, true);
    EXPECT_NEAR(statistic(pattern, 0, {run}), .05, 1e-12);
    EXPECT_NEAR(statistic(pattern, 1, {run}), .2, 1e-12);
    EXPECT_NEAR(statistic(pattern, 2, {run}), .2, 1e-12);
    EXPECT_NEAR(statistic(pattern, 3, {run}), 1, 1e-12);
    const FakeRun wrong = with_willingness(.5, .65, -.1, false);
    for (std::size_t check = 0; check < 4; ++check) {
        EXPECT_EQ(verdict(pattern, check, {run}), Verdict::holds);
        EXPECT_EQ(verdict(pattern, check, {wrong}), Verdict::fails);
        EXPECT_EQ(verdict(pattern, check, {FakeRun()}), Verdict::fails);
    }
    EXPECT_EQ(verdict(pattern, 1, {with_willingness(.5, .5, 0, true)}), Verdict::holds);  // at the limit
}

TEST(P18, is_the_ratio_of_the_odds_of_questions_and_of_technology_push) {
    const Pattern pattern = pattern_called("P18");
    EXPECT_NEAR(statistic(pattern, 0, {with_origins(20, 40, 10, 30)}), 2, 1e-12);  // 1 to 1 against 1 to 2
    EXPECT_EQ(verdict(pattern, 0, {with_origins(20, 40, 10, 30)}), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 0, {with_origins(10, 30, 10, 30)}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 0, {with_origins(11, 21, 10, 20)}), Verdict::holds);  // 1.1 to 1: at the limit
    EXPECT_EQ(verdict(pattern, 0, {with_origins(0, 0, 10, 30)}), Verdict::fails);
}

}  // namespace algemeente
