// Ensembles: replicates of scenarios, side by side.
#include "claims/worlds.h"
#include "text/error.h"

#include <gtest/gtest.h>

namespace algemeente {

namespace {

std::vector<Scenario> two_scenarios() {
    return {claims::small_scenario("baseline", 6, 24), claims::small_scenario("national_scandal", 6, 24)};
}

}  // namespace

TEST(RunEnsemble, holds_every_replicate_of_every_scenario_in_order) {
    EnsembleOptions options;
    options.replicates = 3;
    const std::vector<Scenario> scenarios = two_scenarios();
    const Ensemble ensemble = run_ensemble(scenarios, options);
    EXPECT_EQ(ensemble.finished_replicates, 3);
    EXPECT_FALSE(ensemble.cancelled);
    EXPECT_EQ(ensemble.country.size(), 6U);
    ASSERT_EQ(ensemble.scenarios.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i)
        for (std::size_t replicate = 0; replicate < 3; ++replicate) {
            const History& history = ensemble.scenarios[i].replicates.at(replicate);
            EXPECT_EQ(history.fingerprint,
                      run_replicate(scenarios[i], ensemble.country, 1, static_cast<int>(replicate), false).fingerprint);
            EXPECT_EQ(history.events.empty(), replicate > 0);  // by standard those of the first are kept
        }
}

TEST(RunEnsemble, does_not_depend_on_threads) {
    EnsembleOptions options;
    options.replicates = 3;
    options.threads = 1;
    const std::uint64_t one = run_ensemble(two_scenarios(), options).fingerprint;
    for (const int threads : {2, 4, 9}) {
        options.threads = threads;
        EXPECT_EQ(run_ensemble(two_scenarios(), options).fingerprint, one);
    }
}

TEST(RunEnsemble, keeps_replicates_that_all_scenarios_have_finished_when_it_is_cancelled) {
    std::atomic<bool> cancel{false};
    EnsembleOptions options;
    options.replicates = 50;
    options.threads = 1;
    options.cancel = &cancel;
    options.progress = [&](std::int64_t done, std::int64_t all) {
        EXPECT_EQ(all, 2 * 50 * 24);
        cancel = done >= 24 * 5;  // two replicates of both, and a third of one
    };
    const Ensemble ensemble = run_ensemble(two_scenarios(), options);
    EXPECT_TRUE(ensemble.cancelled);
    EXPECT_EQ(ensemble.finished_replicates, 2);
    for (const ScenarioResult& result : ensemble.scenarios) EXPECT_EQ(result.replicates.size(), 2U);
}

TEST(RunEnsemble, refuses_scenarios_that_cannot_be_compared) {
    std::vector<Scenario> scenarios = two_scenarios();
    scenarios[1].parameters.months = 36;
    EXPECT_THROW(run_ensemble(scenarios, {}), InputError);
    EXPECT_THROW(run_ensemble({}, {}), InputError);
}

}  // namespace algemeente
