// A run that can be stopped, copied, and gone on from with other decisions.
#include "ensemble/replicate_run.h"

#include "claims/worlds.h"

#include <gtest/gtest.h>

namespace algemeente {

namespace {

constexpr int months = 36;
constexpr int decided = 20;  ///< from this month on the two scenarios differ

std::shared_ptr<const Scenario> baseline() {
    return std::make_shared<const Scenario>(claims::small_scenario("baseline", 6, months));
}

std::shared_ptr<const Scenario> with_committee() {
    Scenario scenario = claims::small_scenario("baseline", 6, months);
    DatedChange change;
    change.lever = "ethics_committee";
    change.value = 1;
    change.from_month = decided;
    scenario.changes.push_back(change);
    return std::make_shared<const Scenario>(scenario);
}

std::uint64_t ended(ReplicateRun run) {
    while (!run.finished()) run.pass_month();
    return run.take_history().fingerprint;
}

ReplicateRun started(const std::shared_ptr<const Scenario>& scenario, int until) {
    ReplicateRun run(scenario, claims::country_of(*scenario), 1, 0, true);
    while (run.month() < until) run.pass_month();
    return run;
}

}  // namespace

TEST(ReplicateRun, goes_on_from_a_copy_as_if_nothing_had_been) {
    const std::uint64_t whole = ended(started(baseline(), 0));
    const ReplicateRun half = started(baseline(), 18);
    ReplicateRun copy(half);
    EXPECT_EQ(ended(std::move(copy)), whole);
    EXPECT_EQ(half.month(), 18);  // passing months in the copy leaves it as it was
    EXPECT_EQ(ended(half), whole);
}

TEST(ReplicateRun, shares_its_past_with_another_scenario_until_they_differ) {
    ASSERT_TRUE(same_until(*baseline(), *with_committee(), decided));
    ASSERT_FALSE(same_until(*baseline(), *with_committee(), decided + 1));
    const ReplicateRun past = started(baseline(), decided);
    const std::uint64_t branched = ended(ReplicateRun(past, with_committee()));
    EXPECT_EQ(branched, ended(started(with_committee(), 0)));
    EXPECT_NE(branched, ended(past));
}

}  // namespace algemeente
