// Runs of patterns, each scenario once, and the verdict on what they left behind.
#include "patterns/judge.h"

#include "claims/worlds.h"
#include "patterns/measures.h"
#include "patterns/patterns_called.h"

#include <gtest/gtest.h>

#include <limits>

namespace algemeente {

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

struct Level {
    double level = 0;
};

double level_of(const Level& base) {
    return base.level;
}

/// A made-up pattern that asks for a level between 0 and 1.
Pattern made_up(int replicates_factor = 1) {
    Pattern pattern;
    pattern.id = "P99";
    pattern.scenarios = {"base"};
    pattern.measure = measured_by(+[](const FinishedRun& run) { return Level{1.0 * run.job.replicate}; });
    pattern.checks = {between("level", 0, 1, level_of), above("level", .5, level_of)};
    pattern.replicates_factor = replicates_factor;
    return pattern;
}

}  // namespace

TEST(Verdict, asks_the_whole_interval_and_says_open_when_only_the_estimate_meets_it) {
    const Check check = between("x", 0, 1, level_of);
    EXPECT_EQ(verdict_on(check, {.5, .2, .8, 30}), Verdict::holds);
    EXPECT_EQ(verdict_on(check, {.5, 0, 1, 30}), Verdict::holds);  // at both limits
    EXPECT_EQ(verdict_on(check, {.5, -.1, .8, 30}), Verdict::open);
    EXPECT_EQ(verdict_on(check, {.5, .1, 1.1, 30}), Verdict::open);
    EXPECT_EQ(verdict_on(check, {1.5, .9, 2, 30}), Verdict::fails);
    EXPECT_EQ(verdict_on(check, {.5, nothing, nothing, 30}), Verdict::open);
    EXPECT_EQ(verdict_on(check, {nothing, nothing, nothing, 30}), Verdict::fails);
}

TEST(Verdict, on_a_share_of_replicates_asks_the_estimate_alone) {
    const Check check = share_at_least("x", .95, level_of);
    EXPECT_EQ(verdict_on(check, {.96, .8, 1, 30}), Verdict::holds);
    EXPECT_EQ(verdict_on(check, {.95, .8, 1, 30}), Verdict::holds);
    EXPECT_EQ(verdict_on(check, {.94, .94, .94, 30}), Verdict::fails);
    EXPECT_EQ(verdict_on(check, {nothing, nothing, nothing, 30}), Verdict::fails);
}

TEST(Judging, of_a_pattern_is_the_worst_of_its_checks) {
    const std::vector<Pattern> patterns = {made_up()};
    const auto judged = [&](const std::vector<Numbers>& replicates) {
        return judge_patterns(patterns, {{replicates}}, {}).front();
    };
    const PatternResult good = judged({{.7}, {.8}, {.9}});
    EXPECT_EQ(good.verdict(), Verdict::holds);
    EXPECT_NEAR(good.checks[0].estimate.value, .8, 1e-12);
    EXPECT_EQ(good.checks[0].estimate.count, 3);
    const PatternResult wide = judged({{.2}, {.8}, {.9}});
    EXPECT_EQ(wide.checks[0].verdict, Verdict::holds);
    EXPECT_EQ(wide.checks[1].verdict, Verdict::open);
    EXPECT_EQ(wide.verdict(), Verdict::open);
    EXPECT_EQ(judged({{.2}, {.3}, {.4}}).verdict(), Verdict::fails);
    EXPECT_EQ(judged({{nothing}, {nothing}}).verdict(), Verdict::fails);
    EXPECT_EQ(judged({{.8}, {nothing}}).verdict(), Verdict::holds);  // a replicate without the number is left out
}

TEST(Judging, gives_the_same_intervals_every_time) {
    const std::vector<Pattern> patterns = {made_up()};
    const Samples samples = {{{{.2}, {.8}, {.9}, {.3}}}};
    const CheckResult one = judge_patterns(patterns, samples, {}).front().checks[1];
    const CheckResult again = judge_patterns(patterns, samples, {}).front().checks[1];
    EXPECT_EQ(one.estimate.low, again.estimate.low);
    EXPECT_EQ(one.estimate.high, again.estimate.high);
}

TEST(RunPatterns, runs_each_scenario_once_for_all_who_read_it) {
    const Scenario base = claims::small_scenario("baseline", 3, 12);
    JudgeOptions options;
    options.replicates = 2;
    std::vector<Pattern> patterns = {made_up(), made_up(2)};
    std::atomic<int> runs{0};
    patterns[1].measure = [&runs](const FinishedRun& run) {
        ++runs;
        return Numbers{1.0 * run.job.replicate};
    };
    const Samples samples = run_patterns(patterns, Contrasts(base), options);
    ASSERT_EQ(samples.size(), 2U);
    EXPECT_EQ(samples[0][0], (std::vector<Numbers>{{0}, {1}}));
    EXPECT_EQ(samples[1][0], (std::vector<Numbers>{{0}, {1}, {2}, {3}}));  // its events are rarer
    EXPECT_EQ(runs, 4);
}

TEST(RunPatterns, gives_nothing_when_it_is_cancelled) {
    const std::atomic<bool> cancel{true};
    JudgeOptions options;
    options.replicates = 2;
    options.runs.cancel = &cancel;
    EXPECT_TRUE(run_patterns({made_up()}, Contrasts(claims::small_scenario("baseline", 3, 12)), options).empty());
}

TEST(RunPatterns, does_not_depend_on_threads) {
    const std::vector<Pattern> patterns = patterns_called({"P01", "P12"});
    Scenario base = claims::small_scenario("baseline", 20, protocol_months);
    JudgeOptions options;
    options.replicates = 4;
    options.runs.threads = 1;
    const Samples one = run_patterns(patterns, Contrasts(base), options);
    options.runs.threads = 3;
    EXPECT_EQ(one, run_patterns(patterns, Contrasts(base), options));
}

}  // namespace algemeente
