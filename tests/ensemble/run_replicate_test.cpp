// One replicate from its first month to its last.
#include "claims/worlds.h"

#include <gtest/gtest.h>

namespace algemeente {

TEST(RunReplicate, passes_every_month_and_says_so) {
    const Scenario scenario = claims::small_scenario("baseline", 6, 24);
    int passed = 0;
    const History history =
        run_replicate(scenario, claims::country_of(scenario), 1, 0, false, nullptr, [&] { ++passed; });
    EXPECT_EQ(history.months, 24);
    EXPECT_EQ(passed, 24);
    EXPECT_NE(history.fingerprint, 0U);
}

TEST(RunReplicate, that_is_cancelled_has_the_months_before) {
    const Scenario scenario = claims::small_scenario("baseline", 6, 24);
    std::atomic<bool> cancel{false};
    int passed = 0;
    const History part = run_replicate(scenario, claims::country_of(scenario), 1, 0, false, &cancel, [&] {
        if (++passed == 10) cancel = true;
    });
    EXPECT_EQ(part.months, 10);
    const History whole = run_replicate(scenario, claims::country_of(scenario), 1, 0, false);
    const std::size_t in_use = find_domain_outcome("in_use");
    for (int month = 0; month < 10; ++month)
        EXPECT_EQ(part.domain_value(month, Domain::social, in_use), whole.domain_value(month, Domain::social, in_use));
}

TEST(RunReplicate, does_not_depend_on_threads_inside_or_on_being_timed) {
    const Scenario scenario = claims::small_scenario("baseline", 6, 24);
    const Country country = claims::country_of(scenario);
    const std::uint64_t one = run_replicate(scenario, country, 1, 0, false).fingerprint;
    EXPECT_EQ(run_replicate(scenario, country, 1, 0, false, nullptr, {}, 4).fingerprint, one);
    RunProfile profile;
    EXPECT_EQ(run_replicate(scenario, country, 1, 0, false, nullptr, {}, 1, &profile).fingerprint, one);
    EXPECT_GT(profile.world, 0);
    EXPECT_GT(profile.outcomes, 0);
}

}  // namespace algemeente
