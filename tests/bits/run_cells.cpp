#include "cells.h"
#include "ensemble/ensemble.h"
#include "ensemble/saved_run.h"
#include "netherlands/country_of.h"
#include "places.h"
#include "scenario/scenario_past.h"
#include "threads/side_by_side.h"

#include <array>
#include <atomic>
#include <memory>
#include <string>
#include <utility>
#include <vector>

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

/// Runs scenarios of the case that have the same past: months up to where another one parts from the first are those of
/// the first, run once and gone on from a copy. `end` gets each run, to be finished, and its place in the case.
template <typename End>
void branch(const Case& of, const std::vector<std::size_t>& alike, int replicate, const End& end) {
    const Scenario& first = of.scenarios[alike.front()];
    ReplicateRun past(std::make_shared<const Scenario>(first), of.country, of.seed, replicate, false);
    for (const std::size_t i : alike) {
        if (i == alike.front()) continue;
        const int parting = first_difference_month(first, of.scenarios[i]);
        while (past.month() < parting) past.pass_month();
        end(ReplicateRun(past, std::make_shared<const Scenario>(of.scenarios[i])), i);
    }
    end(std::move(past), alike.front());
}

EndStates branched(const Case& of, int threads) {
    std::array<std::vector<std::size_t>, 2> alike;  // without suppliers, with them: no month is the same
    for (std::size_t i = 0; i < of.scenarios.size(); ++i) alike[of.scenarios[i].supply ? 1 : 0].push_back(i);
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
        for (const std::vector<std::size_t>& one : alike) branch(of, one, replicate, end);
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
    for (const bool supply : {false, true})
        for (const char* name : {"baseline", "national_scandal"}) {
            Scenario scenario = read_scenario(places::checkout() / "scenarios" / (std::string(name) + ".toml"));
            scenario.municipalities = {MunicipalityChoice::Kind::sample, 12, {}};
            scenario.parameters.months = 144;
            scenario.supply = supply;
            if (supply) scenario.name += "_with_suppliers";
            of.scenarios.push_back(std::move(scenario));
        }
    of.country = country_of(of.scenarios.front(), of.seed);
    return of;
}

std::vector<Cell> run_cells() {
    return {{"straight", straight}, {"branched", branched}, {"resumed", resumed}, {"inside", inside}};
}

}  // namespace algemeente::bits
