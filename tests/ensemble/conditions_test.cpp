// Runs in which a decision waits for what is seen: the same bits whoever computes them and from wherever they go on.
#include "observe/conditions.h"

#include "claims/worlds.h"
#include "ensemble/field_bytes.h"
#include "ensemble/replicate_run.h"
#include "ensemble/saved_run.h"

#include <gtest/gtest.h>

#include <set>

namespace algemeente {

namespace {

constexpr int months = 84;
constexpr int municipalities = 12;

using Shared = std::shared_ptr<const Scenario>;

Shared shared(const Scenario& scenario) {
    return std::make_shared<const Scenario>(scenario);
}

Scenario baseline() {
    return claims::small_scenario("baseline", municipalities, months);
}

/// Standards come once so many projects have started, municipality by municipality.
Scenario waiting(const std::string& when, int from_month = ConditionalChange{}.from_month) {
    Scenario scenario = baseline();
    scenario.conditional_changes.push_back(
        {.lever = "standards_programme", .value = 0.03, .when = when, .from_month = from_month, .rollout_months = 12});
    return scenario;
}

const std::string soon = "started.physical > 10";

ReplicateRun started(const Shared& scenario, int until, int replicate = 0, Crew* crew = nullptr) {
    ReplicateRun run(scenario, claims::country_of(*scenario), 1, replicate, true, nullptr, crew);
    while (run.month() < until) run.pass_month(crew);
    return run;
}

std::uint64_t ended(ReplicateRun run, Crew* crew = nullptr) {
    while (!run.finished()) run.pass_month(crew);
    return run.take_history().fingerprint;
}

/// When the change of `scenario` begins in a replicate.
int begun_in(const Scenario& scenario, int replicate) {
    const ReplicateRun run = started(shared(scenario), months, replicate);
    EXPECT_EQ(run.spells(), spells_of(scenario, run.history())) << "as it was decided, and as it is read afterwards";
    return run.spells().front().begun;
}

}  // namespace

TEST(ConditionsInRuns, begin_in_another_month_of_every_replicate) {
    std::set<int> begun;
    for (int replicate = 0; replicate < 4; ++replicate) begun.insert(begun_in(waiting(soon), replicate));
    EXPECT_GT(begun.size(), 1U);
    EXPECT_GT(*begun.begin(), 12) << "in the middle of the run, or this file proves little";
    EXPECT_LT(*begun.rbegin(), months - 12);
}

TEST(ConditionsInRuns, that_are_met_are_the_same_decision_on_that_date) {
    const int begun = begun_in(waiting(soon), 0);
    Scenario dated = baseline();
    dated.changes.push_back({.lever = "standards_programme", .value = 0.03, .from_month = begun, .rollout_months = 12});
    const std::uint64_t conditional = ended(started(shared(waiting(soon)), 0));
    EXPECT_EQ(conditional, ended(started(shared(dated), 0)));
    dated.changes.front().from_month = begun + 1;
    EXPECT_NE(conditional, ended(started(shared(dated), 0)));
}

TEST(ConditionsInRuns, that_are_never_met_change_nothing) {
    EXPECT_EQ(ended(started(shared(waiting("started.physical > 100000")), 0)), ended(started(shared(baseline()), 0)));
}

TEST(ConditionsInRuns, do_not_depend_on_threads) {
    const std::uint64_t one = ended(started(shared(waiting(soon)), 0));
    Crew four(4);
    EXPECT_EQ(ended(started(shared(waiting(soon)), 0, 0, &four), &four), one);
    const std::uint64_t ensemble = claims::run({baseline(), waiting(soon)}, 4, 1).fingerprint;
    EXPECT_EQ(claims::run({baseline(), waiting(soon)}, 4, 4).fingerprint, ensemble);
}

TEST(ConditionsInRuns, go_on_from_a_copy_or_from_bytes_before_and_after_they_began) {
    const Shared scenario = shared(waiting(soon));
    const std::uint64_t whole = ended(started(scenario, 0));
    const int begun = begun_in(*scenario, 0);
    for (const int month : {0, 1, begun - 1, begun, begun + 1, begun + 8, months - 1, months}) {
        const ReplicateRun half = started(scenario, month);
        EXPECT_EQ(ended(ReplicateRun(half)), whole) << month;
        ReplicateRun read = run_from(bytes_of(half), scenario, claims::country_of(*scenario), 1, 0);
        EXPECT_EQ(read.spells(), half.spells()) << month;
        EXPECT_EQ(ended(std::move(read)), whole) << month;
    }
}

TEST(ConditionsInRuns, go_on_to_an_end_that_was_seen_before_the_copy) {
    Scenario ending = waiting(soon);
    ending.conditional_changes.front().until_when = "started.physical > 15";
    const Shared scenario = shared(ending);
    const ReplicateRun run = started(scenario, months);
    const Spell spell = run.spells().front();
    ASSERT_GT(spell.begun, 0);
    ASSERT_GT(spell.ended, spell.begun);
    const std::uint64_t whole = ended(started(scenario, 0));
    EXPECT_NE(whole, ended(started(shared(waiting(soon)), 0))) << "the end makes a difference";
    for (const int month : {spell.ended - 1, spell.ended, spell.ended + 1})
        EXPECT_EQ(ended(ReplicateRun(started(scenario, month))), whole) << month;
}

TEST(ConditionsInRuns, share_a_past_until_they_could_begin) {
    const int from = 40;
    const Scenario later = waiting(soon, from);
    ASSERT_TRUE(same_until(baseline(), later, from));
    ASSERT_FALSE(same_until(baseline(), later, from + 1));
    const ReplicateRun past = started(shared(baseline()), from);
    EXPECT_EQ(ended(ReplicateRun(past, shared(later))), ended(started(shared(later), 0)));
    EXPECT_EQ(begun_in(later, 0), from) << "what is asked for has been seen long before";
}

TEST(ConditionsInRuns, with_a_damaged_past_are_refused) {
    const Shared scenario = shared(waiting(soon));
    ReplicateRun run = started(scenario, 14);
    const std::string bytes = bytes_of(run);
    const Country country = claims::country_of(*scenario);
    EXPECT_NO_THROW(run_from(bytes, scenario, country, 1, 0));
    // the length of the outcomes stands behind the history's number of months
    FieldWriter writer;
    writer.put(run.history().months);
    writer.put(run.history().domain_values);
    const std::string outcomes = writer.take();
    const std::size_t at = bytes.find(outcomes);
    ASSERT_NE(at, std::string::npos);
    FieldWriter shorter;
    shorter.put(run.history().months);
    shorter.put(std::vector<double>{1, 2, 3});
    std::string damaged = bytes;
    damaged.replace(at, outcomes.size(), shorter.take());
    EXPECT_THROW(run_from(damaged, scenario, country, 1, 0), InputError);
}

}  // namespace algemeente
