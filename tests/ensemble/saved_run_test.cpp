// A run that was saved and read back goes on as if it had never been interrupted, to the last bit.
#include "ensemble/saved_run.h"

#include "claims/worlds.h"
#include "ensemble/field_bytes.h"

#include <gtest/gtest.h>

namespace algemeente {

namespace {

constexpr int months = 48;
constexpr std::uint64_t seed = 3;

using Shared = std::shared_ptr<const Scenario>;

Shared baseline(Population population = Population::real) {
    Scenario scenario = claims::small_scenario("baseline", 6, months);
    scenario.population = population;
    return std::make_shared<const Scenario>(scenario);
}

/// Another lever from a month on.
Shared with_committee(int from_month) {
    Scenario scenario = claims::small_scenario("baseline", 6, months);
    DatedChange change;
    change.lever = "ethics_committee";
    change.value = 1;
    change.from_month = from_month;
    scenario.changes.push_back(change);
    return std::make_shared<const Scenario>(scenario);
}

ReplicateRun started(const Shared& scenario, int until, bool keep_events, int replicate = 0, Crew* crew = nullptr) {
    ReplicateRun run(scenario, country_of(*scenario, seed, static_cast<std::uint64_t>(replicate)), seed, replicate,
                     keep_events, nullptr, crew);
    while (run.month() < until) run.pass_month(crew);
    return run;
}

/// Saved, read back under `scenario`.
ReplicateRun read_back(const ReplicateRun& run, const Shared& scenario, int replicate = 0) {
    return run_from(bytes_of(run), scenario, country_of(*scenario, seed, static_cast<std::uint64_t>(replicate)), seed,
                    replicate);
}

/// Everything that a run leaves, fingerprint included, as bytes: NaN equals NaN, and -0 is not 0.
std::string everything(ReplicateRun run, Crew* crew = nullptr) {
    while (!run.finished()) run.pass_month(crew);
    FieldWriter writer;
    writer.put(run.take_history());
    return writer.take();
}

}  // namespace

TEST(SavedRun, goes_on_to_the_same_history_from_any_month) {
    for (const bool keep_events : {true, false}) {
        const std::string whole = everything(started(baseline(), 0, keep_events));
        for (const int month : {0, 1, 11, 12, 23, 30, 47, months}) {
            const ReplicateRun saved = started(baseline(), month, keep_events);
            EXPECT_EQ(everything(read_back(saved, baseline())), whole) << month << keep_events;
        }
    }
}

TEST(SavedRun, goes_on_to_the_same_history_when_it_is_saved_every_month) {
    const std::string whole = everything(started(baseline(), 0, true));
    ReplicateRun run = started(baseline(), 0, true);
    std::string bytes = bytes_of(run);
    for (int month = 0; month < months; ++month) {
        ReplicateRun next = run_from(bytes, baseline(), claims::country_of(*baseline()), seed, 0);
        ASSERT_EQ(next.month(), month);
        next.pass_month();
        bytes = bytes_of(next);
    }
    EXPECT_EQ(everything(run_from(bytes, baseline(), claims::country_of(*baseline()), seed, 0)), whole);
}

TEST(SavedRun, is_the_same_on_any_number_of_threads) {
    const std::string whole = everything(started(baseline(), 0, true));
    Crew two(2);
    Crew four(4);
    const ReplicateRun saved = started(baseline(), 25, true, 0, &two);
    EXPECT_EQ(bytes_of(saved), bytes_of(started(baseline(), 25, true)));
    EXPECT_EQ(everything(read_back(saved, baseline()), &four), whole);
}

TEST(SavedRun, goes_on_in_every_replicate_of_a_drawn_country) {
    const Shared drawn = baseline(Population::synthetic);
    for (const int replicate : {0, 1, 2}) {
        const std::string whole = everything(started(drawn, 0, true, replicate));
        EXPECT_EQ(everything(read_back(started(drawn, 20, true, replicate), drawn, replicate)), whole) << replicate;
    }
}

TEST(SavedRun, branches_to_what_an_uninterrupted_run_gets) {
    for (const int month : {12, 20}) {
        const Shared other = with_committee(20);
        ASSERT_TRUE(same_until(*baseline(), *other, month));
        const std::string branched = everything(read_back(started(baseline(), month, true), other));
        EXPECT_EQ(branched, everything(started(other, 0, true)));
        EXPECT_NE(branched, everything(started(baseline(), 0, true)));
    }
}

TEST(SavedRun, gives_the_same_bytes_back) {
    const ReplicateRun run = started(baseline(), 30, true);
    const std::string bytes = bytes_of(run);
    EXPECT_EQ(bytes_of(read_back(run, baseline())), bytes);
}

TEST(SavedRun, of_another_seed_country_or_length_is_refused) {
    const std::string bytes = bytes_of(started(baseline(), 14, true));
    const Country country = claims::country_of(*baseline());
    EXPECT_THROW(run_from(bytes, baseline(), country, seed + 1, 0), InputError);
    EXPECT_THROW(run_from(bytes, baseline(), country, seed, 1), InputError);
    EXPECT_THROW(run_from(bytes + "x", baseline(), country, seed, 0), InputError);
    EXPECT_THROW(run_from("", baseline(), country, seed, 0), InputError);
    for (std::size_t cut = 1; cut < bytes.size(); cut = cut * 2 + 1)
        EXPECT_THROW(run_from(bytes.substr(0, bytes.size() - cut), baseline(), country, seed, 0), InputError);
    const auto larger = std::make_shared<const Scenario>(claims::small_scenario("baseline", 7, months));
    EXPECT_THROW(run_from(bytes, larger, claims::country_of(*larger), seed, 0), InputError);
}

}  // namespace algemeente
