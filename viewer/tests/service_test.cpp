// The ensemble service: prefixes in order, equal to the headless program, branching, latest wins, cancel.
#include "ensemble/ensemble.h"
#include "places.h"
#include "viewer/ensemble/ensemble_service.h"
#include "viewer/ensemble/probe.h"
#include "viewer/state/session.h"

#include <gtest/gtest.h>

namespace algemeente::viewer {
namespace {

using std::chrono::milliseconds;
constexpr milliseconds long_enough{120'000};

Scenario small(const char* name, int months = 60) {
    Scenario scenario = read_scenario(places::checkout() / "scenarios" / (std::string(name) + ".toml"));
    scenario.municipalities = {.kind = MunicipalityChoice::Kind::sample, .count = 10};
    scenario.parameters.months = months;
    return scenario;
}

EnsembleRequest request(std::vector<Scenario> scenarios, int replicates) {
    EnsembleRequest asked;
    for (Scenario& scenario : scenarios)
        asked.scenarios.push_back(std::make_shared<const Scenario>(std::move(scenario)));
    asked.country = std::make_shared<const Country>(country_of(*asked.scenarios.front(), 1));
    asked.replicates = replicates;
    return asked;
}

TEST(EnsembleService, GivesWhatTheHeadlessProgramGives) {
    const Scenario base = small("baseline");
    const Scenario other = small("step_by_step");
    EnsembleService service(2);
    service.submit(request({base, other}, 12));
    ASSERT_TRUE(service.wait_until_idle(long_enough));
    const auto summary = service.latest();
    ASSERT_EQ(summary->replicates, 12);
    EnsembleOptions headless;
    headless.replicates = 12;
    headless.threads = 2;
    const Ensemble ensemble = run_ensemble({base, other}, headless);
    const std::size_t outcome = find_domain_outcome("pipeline");
    for (std::size_t s = 0; s < 2; ++s)
        for (std::size_t i = 0; i < 12; ++i) {
            EXPECT_EQ(summary->scenarios[s].runs[i]->fingerprint, ensemble.scenarios[s].replicates[i].fingerprint);
            EXPECT_EQ(summary->scenarios[s].runs[i]->value(59, Domain::social, outcome),
                      ensemble.scenarios[s].replicates[i].domain_value(59, Domain::social, outcome));
        }
    const Fan fan = fan_of(summary->scenarios[1], Domain::physical, outcome);
    const Band band = band_of(ensemble.scenarios[1], 40, Domain::physical, outcome);
    EXPECT_EQ(fan[40].p50, band.p50);
    EXPECT_EQ(fan[40].p95, band.p95);
}

TEST(EnsembleService, PublishesOnlyPrefixesOfBothDomainsAndAllScenarios) {
    EXPECT_TRUE(is_prefix(8, 200));
    EXPECT_TRUE(is_prefix(64, 200));
    EXPECT_TRUE(is_prefix(200, 200));
    EXPECT_FALSE(is_prefix(9, 200));
    EXPECT_FALSE(is_prefix(100, 200));
    std::mutex mutex;
    std::vector<int> seen;
    EnsembleService* watched = nullptr;
    EnsembleService service(2);
    watched = &service;
    service.submit(request({small("baseline"), small("no_scandal")}, 20));
    while (!service.wait_until_idle(milliseconds(1))) {
        const auto summary = watched->latest();
        if (!summary) continue;
        const std::lock_guard lock(mutex);
        if (seen.empty() || seen.back() != summary->replicates) seen.push_back(summary->replicates);
        for (const ScenarioRuns& runs : summary->scenarios)
            ASSERT_EQ(runs.runs.size(), static_cast<std::size_t>(summary->replicates));
    }
    for (const int prefix : seen) EXPECT_TRUE(is_prefix(prefix, 20)) << prefix;
    EXPECT_EQ(service.latest()->replicates, 20);
}

TEST(EnsembleService, GoesOnFromAStoredMonthWithTheSameResult) {
    Slot slot = slot_of(small("baseline", 72));
    slot.decide_from = 40;
    EnsembleService service(2);
    const auto ask = [&] {
        EnsembleRequest asked = request({small("baseline", 72), slot.scenario}, 8);
        asked.branch_months = {40};
        service.submit(std::move(asked));
        EXPECT_TRUE(service.wait_until_idle(long_enough));
    };
    decide(slot, "capacity_cut_share", 0.3);
    ask();
    decide(slot, "capacity_cut_share", 0.6);
    const auto before = service.branched_and_full();
    ask();
    const auto after = service.branched_and_full();
    EXPECT_EQ(after.first - before.first, 8) << "all eight runs of the changed scenario went on from month 40";
    EXPECT_EQ(after.second, before.second) << "and the baseline was not computed again";
    const auto country = std::make_shared<const Country>(country_of(slot.scenario, 1));
    for (int i = 0; i < 8; ++i)
        EXPECT_EQ(service.latest()->scenarios[1].runs[static_cast<std::size_t>(i)]->fingerprint,
                  run_replicate(slot.scenario, *country, 1, i, false).fingerprint);
}

TEST(EnsembleService, GivesEveryRunItsSetOfAssumptionsAndGoesOnFromItsOwnPast) {
    const auto members = std::make_shared<const Members>(Members{"m.csv", {"ideas_per_month"}, {{.03}, {.07}, {.05}}});
    Slot slot = slot_of(small("baseline", 72));
    slot.decide_from = 40;
    EnsembleService service(2);
    const auto ask = [&](bool with_members) {
        EnsembleRequest asked = request({small("baseline", 72), slot.scenario}, 8);
        asked.branch_months = {40};
        if (with_members) asked.members = members;
        service.submit(std::move(asked));
        EXPECT_TRUE(service.wait_until_idle(long_enough));
    };
    decide(slot, "capacity_cut_share", 0.3);
    ask(true);
    decide(slot, "capacity_cut_share", 0.6);
    const auto before = service.branched_and_full();
    ask(true);
    EXPECT_EQ(service.branched_and_full().first - before.first, 8);
    const auto country = std::make_shared<const Country>(country_of(slot.scenario, 1));
    for (int i = 0; i < 8; ++i)
        EXPECT_EQ(
            service.latest()->scenarios[1].runs[static_cast<std::size_t>(i)]->fingerprint,
            run_replicate(with_member(slot.scenario, *members, member_of_replicate(*members, i)), *country, 1, i, false)
                .fingerprint)
            << i;
    ask(false);  // what was kept of the members is nobody's answer to another question
    EXPECT_EQ(service.latest()->scenarios[1].runs[0]->fingerprint,
              run_replicate(slot.scenario, *country, 1, 0, false).fingerprint);
}

TEST(EnsembleService, TheLatestRequestWins) {
    EnsembleService service(2);
    std::uint64_t last = 0;
    for (int i = 1; i <= 12; ++i) {
        Slot slot = slot_of(small("baseline"));
        slot.decide_from = 30;
        decide(slot, "capacity_cut_share", 0.05 * i);
        last = service.submit(request({small("baseline"), slot.scenario}, 8));
    }
    ASSERT_TRUE(service.wait_until_idle(long_enough));
    EXPECT_EQ(service.latest()->generation, last);
    EXPECT_NEAR(lever_value(*service.latest()->scenarios[1].scenario, "capacity_cut_share", 30), 0.6, 1e-9);
}

TEST(EnsembleService, CancelLeavesIdleWorkersSoon) {
    EnsembleService service(2);
    Scenario scenario = small("baseline", 180);
    scenario.municipalities.count = 60;
    service.submit(request({scenario}, 1000));
    std::this_thread::sleep_for(milliseconds(60));
    const auto asked = std::chrono::steady_clock::now();
    service.cancel();
    ASSERT_TRUE(service.wait_until_idle(long_enough));
    const auto waited = std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - asked);
    // 50 ms on a machine of its own; the bound leaves room for neighbours
    EXPECT_LT(waited.count(), 500);
    RecordProperty("cancel_ms", static_cast<int>(waited.count()));
    EXPECT_FALSE(service.progress().busy);
}

TEST(Probe, KnowsProjectsAndSinceWhen) {
    const auto scenario = std::make_shared<const Scenario>(small("baseline", 96));
    const std::atomic<bool> cancel{false};
    const auto result = probe({scenario, std::make_shared<const Country>(country_of(*scenario, 1))}, cancel);
    ASSERT_EQ(result->months, 96);
    std::size_t projects = 0;
    for (std::size_t m = 0; m < result->country->size(); ++m)
        for (const ProjectMonth& project : result->projects_of(95, m)) {
            ++projects;
            const int since = result->in_stage_since(95, m, project);
            EXPECT_LE(since, 95);
            EXPECT_GE(since, project.birth_month);
        }
    EXPECT_GT(projects, 0U);
}

}  // namespace
}  // namespace algemeente::viewer
