// P14 and P19-P22 on runs made by hand.
#include "patterns/fake_run.h"

#include <gtest/gtest.h>

namespace algemeente {

namespace {

FakeRun with_reach(double social, double physical) {
    return FakeRun().set("reach_share", social, physical);
}

FakeRun with_value(double social, double physical) {
    return FakeRun().set("value", social, physical);
}

/// `months` from pilot to use, in each domain.
FakeRun with_change(double involvement, double value, int months) {
    FakeRun run;
    run.set("pipeline", 10, 20).set("involvement", involvement, involvement).set("value", value, value);
    for (const Domain domain : both_domains) {
        ProjectRecord record;
        record.domain = domain;
        record.piloted = 80;
        record.used = 80 + months;
        run.add(record, 3);
        record.piloted = 60;  // before the policy
        record.used = 179;
        run.add(record);
    }
    return run;
}

FakeRun with_committee(double social_harm, double physical_harm, double in_use, int months) {
    FakeRun run;
    run.set("harm", social_harm, physical_harm).set("in_use", in_use, in_use);
    ProjectRecord record;
    record.sensitivity = .5;
    record.born = 80;
    record.used = 80 + months;
    run.add(record, 4);
    record.sensitivity = .15;  // not sensitive
    record.used = 179;
    return run.add(record);
}

FakeRun with_openness(double legitimacy, int incidents, double severity, double performance) {
    FakeRun run;
    run.set("in_use", 10, 20).set("legitimacy_in_use", legitimacy, legitimacy);
    for (UseCase& use_case : run.scenario.use_cases) use_case.enforcement = 0;
    run.scenario.use_cases[0].enforcement = .9;
    Event event;
    event.kind = EventKind::incident;
    event.amount = static_cast<float>(severity);
    event.month = 100;
    run.history.events.assign(static_cast<std::size_t>(incidents), event);
    event.month = 95;  // before the register
    run.history.events.push_back(event);
    ProjectRecord record;
    record.used = 100;
    record.performance = performance;
    run.add(record, 2);
    record.use_case = 1;  // no enforcement
    record.performance = 99;
    return run.add(record);
}

}  // namespace

TEST(P14, holds_where_a_strict_reading_costs_the_social_domain_most) {
    const Pattern pattern = pattern_called("P14");
    const std::vector<FakeRun> runs = {with_reach(.4, .5), with_reach(.2, .45)};
    EXPECT_NEAR(statistic(pattern, 0, runs), -.5, 1e-12);
    EXPECT_NEAR(statistic(pattern, 1, runs), -.1 + .25, 1e-12);
    EXPECT_EQ(verdict(pattern, 0, runs), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 1, runs), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 0, {with_reach(.4, .5), with_reach(.37, .5)}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 1, {with_reach(.4, .5), with_reach(.2, .2)}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 1, {with_reach(.5, .5), with_reach(.25, .375)}), Verdict::holds);  // at the limit
    EXPECT_EQ(verdict(pattern, 0, {with_reach(0, .5), with_reach(0, .5)}), Verdict::fails);
}

TEST(P19, holds_where_involvement_and_value_rise_and_pilots_are_shorter) {
    const Pattern pattern = pattern_called("P19");
    const FakeRun base = with_change(.5, 100, 20);
    const std::vector<FakeRun> runs = {base, with_change(.6, 110, 15)};
    const double expected[] = {.2, .2, -.25, -.25, .1, .1};
    const std::vector<FakeRun> wrong = {base, with_change(.4, 90, 25)};
    for (std::size_t check = 0; check < 6; ++check) {
        EXPECT_NEAR(statistic(pattern, check, runs), expected[check], 1e-12);
        EXPECT_EQ(verdict(pattern, check, runs), Verdict::holds);
        EXPECT_EQ(verdict(pattern, check, wrong), Verdict::fails);
        EXPECT_EQ(verdict(pattern, check, {base, base}), Verdict::holds);  // no change: at the limit
        EXPECT_EQ(verdict(pattern, check, {FakeRun(), FakeRun()}), Verdict::fails);
    }
}

TEST(P20, holds_where_both_domains_gain_and_the_social_one_most) {
    const Pattern pattern = pattern_called("P20");
    const std::vector<FakeRun> runs = {with_value(100, 200), with_value(130, 220)};
    const double expected[] = {.3, .1, .2};
    for (std::size_t check = 0; check < 3; ++check) {
        EXPECT_NEAR(statistic(pattern, check, runs), expected[check], 1e-12);
        EXPECT_EQ(verdict(pattern, check, runs), Verdict::holds);
        EXPECT_EQ(verdict(pattern, check, {with_value(100, 200), with_value(90, 199)}), Verdict::fails);
        EXPECT_EQ(verdict(pattern, check, {with_value(0, 0), with_value(0, 0)}), Verdict::fails);
    }
    EXPECT_EQ(verdict(pattern, 2, {with_value(100, 200), with_value(110, 220)}),
              Verdict::holds);  // alike: at the limit
}

TEST(P21, holds_where_a_committee_spares_harm_and_takes_time) {
    const Pattern pattern = pattern_called("P21");
    const FakeRun base = with_committee(2, 1, 100, 20);
    const std::vector<FakeRun> runs = {base, with_committee(1, .9, 100, 26)};
    const double expected[] = {-.5, -.1, -.4, 6, 0, 0};
    const std::vector<FakeRun> wrong = {base, with_committee(2.3, 1.1, 94, 15)};
    for (std::size_t check = 0; check < 6; ++check) {
        EXPECT_NEAR(statistic(pattern, check, runs), expected[check], 1e-9) << check;
        EXPECT_EQ(verdict(pattern, check, runs), Verdict::holds) << check;
        EXPECT_EQ(verdict(pattern, check, wrong), Verdict::fails) << check;
        EXPECT_EQ(verdict(pattern, check, {FakeRun(), FakeRun()}), Verdict::fails) << check;
    }
    EXPECT_EQ(verdict(pattern, 4, {base, with_committee(1, .9, 96, 26)}), Verdict::holds);  // a few uses fewer
}

TEST(P22, holds_where_openness_finds_more_less_severe_and_enforcement_loses_its_edge) {
    const Pattern pattern = pattern_called("P22");
    const FakeRun base = with_openness(.5, 10, .4, .8);
    const std::vector<FakeRun> runs = {base, with_openness(.6, 15, .3, .7)};
    const double expected[] = {.1, .5, -.1, -.1};
    const std::vector<FakeRun> wrong = {base, with_openness(.4, 9, .5, .9)};
    for (std::size_t check = 0; check < 4; ++check) {
        EXPECT_NEAR(statistic(pattern, check, runs), expected[check], 1e-6) << check;
        EXPECT_EQ(verdict(pattern, check, runs), Verdict::holds) << check;
        EXPECT_EQ(verdict(pattern, check, wrong), Verdict::fails) << check;
        EXPECT_EQ(verdict(pattern, check, {base, base}), Verdict::holds) << check;  // at the limit
        EXPECT_EQ(verdict(pattern, check, {FakeRun(), FakeRun()}), Verdict::fails) << check;
    }
}

}  // namespace algemeente
