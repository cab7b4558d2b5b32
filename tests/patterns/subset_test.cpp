// A reduced but honest subset of the patterns: the protocol's municipalities and months, judged
// by interval. The full protocol is `algemeente patterns`. P07 and P10 are left out: they are known to fail.
#include "claims/worlds.h"
#include "patterns/judge.h"

#include <gtest/gtest.h>

namespace algemeente {

namespace {

std::vector<Pattern> patterns_called(const std::vector<std::string>& ids) {
    std::vector<Pattern> chosen;
    for (Pattern& pattern : all_patterns())
        for (const std::string& id : ids)
            if (pattern.id == id) chosen.push_back(pattern);
    return chosen;
}

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

TEST(Patterns, of_the_gap_hold) {
    expect_to_hold({"P01", "P02", "P03", "P04"});
}

TEST(Patterns, of_scandals_hold) {
    expect_to_hold({"P08"});
}

TEST(Patterns, of_projects_and_municipalities_hold) {
    expect_to_hold({"P12", "P13", "P16", "P17", "P25"});
}

TEST(Patterns, of_standards_hold) {
    expect_to_hold({"P20"});
}

TEST(Patterns, do_not_depend_on_threads) {
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
