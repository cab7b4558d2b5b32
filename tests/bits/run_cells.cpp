#include "cells.h"
#include "ensemble/ensemble.h"
#include "ensemble/saved_run.h"
#include "netherlands/country_of.h"
#include "places.h"
#include "scenario/scenario_past.h"
#include "threads/side_by_side.h"

#include <atomic>
#include <memory>
#include <string>

namespace algemeente::bits {

namespace {

EndStates straight(const Case& of, int threads) {
    EnsembleOptions options;
    options.replicates = of.replicates;
    options.seed = of.seed;
    options.threads = threads;
    options.events = EventScope::none;
    EndStates states;
    for (const ScenarioResult& result : run_ensemble(of.scenarios, options).scenarios)
        for (const History& history : result.replicates) states.push_back(history.fingerprint);
    return states;
}

/// Months of one scenario up to where it parts from the first are those of the first: run once, gone on from a copy.
EndStates branched(const Case& of, int threads) {
    const auto baseline = std::make_shared<const Scenario>(of.scenarios.front());
    EndStates states(of.scenarios.size() * static_cast<std::size_t>(of.replicates));
    std::atomic<int> next{0};
    work_side_by_side(threads, [&](std::size_t /*worker*/) {
        const int replicate = next.fetch_add(1);
        if (replicate >= of.replicates) return false;
        const auto end = [&](ReplicateRun run, std::size_t scenario) {
            while (!run.finished()) run.pass_month();
            states[scenario * static_cast<std::size_t>(of.replicates) + static_cast<std::size_t>(replicate)] =
                run.take_history().fingerprint;
        };
        ReplicateRun past(baseline, of.country, of.seed, replicate, false);
        for (std::size_t i = 1; i < of.scenarios.size(); ++i) {
            const int parting = first_difference_month(of.scenarios.front(), of.scenarios[i]);
            while (past.month() < parting) past.pass_month();
            end(ReplicateRun(past, std::make_shared<const Scenario>(of.scenarios[i])), i);
        }
        end(std::move(past), 0);
        return true;
    });
    return states;
}

/// Every run is saved two times on its way, read back, and gone on.
EndStates resumed(const Case& of, int threads) {
    constexpr int months_between = 61;  // neither a January nor a December
    EndStates states(of.scenarios.size() * static_cast<std::size_t>(of.replicates));
    std::atomic<std::size_t> next{0};
    work_side_by_side(threads, [&](std::size_t /*worker*/) {
        const std::size_t number = next.fetch_add(1);
        if (number >= states.size()) return false;
        const auto replicate = static_cast<int>(number) % of.replicates;
        const auto scenario =
            std::make_shared<const Scenario>(of.scenarios[number / static_cast<std::size_t>(of.replicates)]);
        ReplicateRun start(scenario, of.country, of.seed, replicate, false);
        std::string saved = bytes_of(start);
        for (bool ended = false; !ended;) {
            ReplicateRun run = run_from(saved, scenario, of.country, of.seed, replicate);
            for (int month = 0; month < months_between && !run.finished(); ++month) run.pass_month();
            saved = bytes_of(run);
            ended = run.finished();
            if (ended) states[number] = run.take_history().fingerprint;
        }
        return true;
    });
    return states;
}

/// One run at a time, all threads inside it.
EndStates inside(const Case& of, int threads) {
    EndStates states;
    for (const Scenario& scenario : of.scenarios)
        for (int replicate = 0; replicate < of.replicates; ++replicate)
            states.push_back(
                run_replicate(scenario, of.country, of.seed, replicate, false, nullptr, {}, threads).fingerprint);
    return states;
}

}  // namespace

Case small_case() {
    Case of;
    for (const char* name : {"baseline.toml", "national_scandal.toml"}) {
        of.scenarios.push_back(read_scenario(places::checkout() / "scenarios" / name));
        of.scenarios.back().municipalities = {MunicipalityChoice::Kind::sample, 12, {}};
        of.scenarios.back().parameters.months = 144;
    }
    of.country = country_of(of.scenarios.front(), of.seed);
    return of;
}

std::vector<Cell> run_cells() {
    return {{"straight", straight}, {"branched", branched}, {"resumed", resumed}, {"inside", inside}};
}

}  // namespace algemeente::bits
