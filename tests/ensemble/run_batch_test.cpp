// One engine for many runs: order, threads, cancellation, failure and progress.
#include "ensemble/run_batch.h"

#include "claims/worlds.h"
#include "ensemble/run_stops.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>

namespace algemeente {

namespace {

constexpr int months = 24;

std::vector<Variant> two_variants() {
    return {{claims::small_scenario("baseline", 6, months), 3},
            {claims::small_scenario("national_scandal", 6, months), 2}};
}

std::uint64_t fingerprint_of(const FinishedRun& run) {
    return run.history.fingerprint;
}

std::vector<std::vector<std::uint64_t>> fingerprints_on(int threads) {
    BatchOptions options;
    options.threads = threads;
    return read_variants(two_variants(), false, options, fingerprint_of);
}

}  // namespace

TEST(RunBatch, gives_results_in_the_order_of_the_jobs_whatever_the_threads) {
    const auto one = fingerprints_on(1);
    ASSERT_EQ(one.size(), 2U);
    ASSERT_EQ(one[0].size(), 3U);
    ASSERT_EQ(one[1].size(), 2U);
    const std::vector<Variant> variants = two_variants();
    for (std::size_t variant = 0; variant < variants.size(); ++variant)
        for (std::size_t i = 0; i < one[variant].size(); ++i) {
            const Scenario& scenario = variants[variant].scenario;
            EXPECT_EQ(one[variant][i],
                      run_replicate(scenario, claims::country_of(scenario), 1, static_cast<int>(i), false).fingerprint);
        }
    EXPECT_EQ(fingerprints_on(2), one);
    EXPECT_EQ(fingerprints_on(4), one);
    EXPECT_EQ(fingerprints_on(16), one);  // more threads than jobs: those left over help inside runs
}

TEST(RunBatch, goes_through_its_jobs_replicate_by_replicate) {
    const std::vector<RunJob> jobs = jobs_of(two_variants(), true);
    std::vector<std::pair<int, std::size_t>> order;
    for (const RunJob& job : jobs) {
        EXPECT_TRUE(job.keep_events);
        order.emplace_back(job.replicate, job.variant);
    }
    EXPECT_EQ(order, (std::vector<std::pair<int, std::size_t>>{{0, 0}, {0, 1}, {1, 0}, {1, 1}, {2, 0}}));
    BatchOptions options;
    options.threads = 1;
    std::vector<std::pair<int, std::size_t>> done;
    EXPECT_TRUE(run_batch(jobs, options, [&](const FinishedRun& run) {
        done.emplace_back(run.job.replicate, run.job.variant);
        EXPECT_EQ(&run.scenario, run.job.scenario.get());
        EXPECT_EQ(run.history.months, months);
        EXPECT_FALSE(run.history.events.empty());
    }));
    EXPECT_EQ(done, order);
}

TEST(RunBatch, has_nothing_to_do_for_an_empty_list) {
    EXPECT_TRUE(run_batch({}, {}, [](const FinishedRun&) { FAIL(); }));
    EXPECT_TRUE(read_variants({}, false, {}, fingerprint_of).empty());
    EXPECT_TRUE(jobs_of({}, true).empty());
}

TEST(RunBatch, reads_a_real_country_once_and_draws_a_synthetic_one_for_each_replicate) {
    std::vector<Variant> variants = two_variants();
    Scenario synthetic = variants[0].scenario;
    synthetic.population = Population::synthetic;
    variants.push_back({synthetic, 2});
    Scenario other = variants[0].scenario;
    other.municipalities.count = 7;
    variants.push_back({other, 1});
    BatchOptions options;
    options.threads = 2;
    std::mutex mutex;
    std::set<const Country*> real;
    std::vector<Country> drawn(2);
    std::size_t size_of_other = 0;
    EXPECT_TRUE(run_batch(jobs_of(variants, false), options, [&](const FinishedRun& run) {
        const std::lock_guard lock(mutex);
        if (run.job.variant < 2) real.insert(&run.country);
        if (run.job.variant == 2) drawn[static_cast<std::size_t>(run.job.replicate)] = run.country;
        if (run.job.variant == 3) size_of_other = run.country.size();
    }));
    EXPECT_EQ(real.size(), 1U);
    EXPECT_EQ(size_of_other, 7U);
    ASSERT_EQ(drawn[0].size(), 6U);
    EXPECT_EQ(drawn[0][0].population, country_of(synthetic, 1, 0)[0].population);
    EXPECT_EQ(drawn[1][0].population, country_of(synthetic, 1, 1)[0].population);
    EXPECT_NE(drawn[0][0].population, drawn[1][0].population);
}

TEST(RunBatch, that_is_cancelled_hands_over_finished_runs_only_and_says_so) {
    for (const int threads : {1, 2}) {
        std::atomic<bool> cancel{false};
        BatchOptions options;
        options.threads = threads;
        options.cancel = &cancel;
        std::atomic<int> taken{0};
        EXPECT_FALSE(run_batch(jobs_of({{claims::small_scenario("baseline", 6, months), 20}}, false), options,
                               [&](const FinishedRun& run) {
                                   EXPECT_EQ(run.history.months, months);
                                   if (++taken == 2) cancel = true;
                               }));
        EXPECT_GE(taken, 2);
        EXPECT_LT(taken, 20);
        EXPECT_TRUE(read_variants(two_variants(), false, options, fingerprint_of).empty());
    }
}

TEST(RunBatch, is_cancelled_in_the_middle_of_a_run) {
    std::atomic<bool> cancel{false};
    BatchOptions options;
    options.threads = 1;
    options.cancel = &cancel;
    options.progress = [&](std::int64_t done, std::int64_t) { cancel = done >= 8; };
    EXPECT_FALSE(run_batch(jobs_of({{claims::small_scenario("baseline", 6, months), 1}}, false), options,
                           [](const FinishedRun&) { FAIL() << "a run of 8 months is not finished"; }));
}

TEST(RunBatch, throws_what_a_job_threw_and_begins_no_more) {
    for (const int threads : {1, 3}) {
        std::vector<Variant> variants = {{claims::small_scenario("baseline", 6, months), 10}};
        variants.push_back(variants[0]);
        // a synthetic country needs a number of municipalities
        variants[1].scenario.population = Population::synthetic;
        variants[1].scenario.municipalities = {MunicipalityChoice::Kind::all, 0, {}};
        BatchOptions options;
        options.threads = threads;
        std::atomic<int> taken{0};
        EXPECT_THROW(run_batch(jobs_of(variants, false), options, [&](const FinishedRun&) { ++taken; }), InputError);
        EXPECT_LT(taken, 10);
        EXPECT_THROW(run_batch(jobs_of(two_variants(), false), options,
                               [](const FinishedRun&) { throw std::runtime_error("cannot take it"); }),
                     std::runtime_error);
    }
}

TEST(RunBatch, lets_every_month_be_watched_and_changes_nothing_by_it) {
    const std::vector<Variant> variants = two_variants();
    std::vector<std::vector<int>> watched(variants.size());
    for (std::size_t i = 0; i < variants.size(); ++i)
        watched[i].resize(static_cast<std::size_t>(variants[i].replicates));
    RunStops stops;
    stops.watch = [&](const RunJob& job, const ReplicateRun& run) {
        int& months_seen = watched[job.variant][static_cast<std::size_t>(job.replicate)];
        EXPECT_EQ(run.month(), ++months_seen);
    };
    std::vector<std::vector<std::uint64_t>> fingerprints(watched.size());
    for (std::size_t i = 0; i < watched.size(); ++i) fingerprints[i].resize(watched[i].size());
    BatchOptions options;
    options.threads = 2;
    EXPECT_TRUE(run_batch(
        jobs_of(variants, false), options,
        [&](const FinishedRun& run) {
            fingerprints[run.job.variant][static_cast<std::size_t>(run.job.replicate)] = fingerprint_of(run);
        },
        stops));
    for (const std::vector<int>& replicates : watched)
        for (const int months_seen : replicates) EXPECT_EQ(months_seen, months);
    EXPECT_EQ(fingerprints, fingerprints_on(1));
}

TEST(RunBatch, tells_its_progress_in_months_one_call_at_a_time) {
    for (const int threads : {1, 4}) {
        BatchOptions options;
        options.threads = threads;
        std::atomic<int> inside{0};
        std::int64_t last = 0;
        options.progress = [&](std::int64_t done, std::int64_t all) {
            EXPECT_EQ(++inside, 1);
            EXPECT_EQ(all, 5 * months);
            EXPECT_GT(done, last);
            last = done;
            --inside;
        };
        EXPECT_TRUE(run_batch(jobs_of(two_variants(), false), options, [](const FinishedRun&) {}));
        EXPECT_EQ(last, 5 * months);
    }
}

}  // namespace algemeente
