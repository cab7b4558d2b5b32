#include "ensemble/ensemble.h"

#include "ensemble/run_batch.h"
#include "ensemble/run_stops.h"
#include "observe/fingerprint.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

namespace algemeente {

namespace {

/// A scenario as a replicate meets it.
std::shared_ptr<const Scenario> scenario_of(const Scenario& scenario, const EnsembleOptions& options, int replicate) {
    if (!options.members) return {std::shared_ptr<void>(), &scenario};  // the ensemble outlives its jobs
    return std::make_shared<const Scenario>(
        with_member(scenario, *options.members, member_of_replicate(*options.members, replicate)));
}

/// Replicate by replicate, so that a cancelled run leaves complete replicates of every scenario.
std::vector<RunJob> jobs_of(const Ensemble& ensemble) {
    std::vector<RunJob> jobs;
    for (int replicate = 0; replicate < ensemble.options.replicates; ++replicate)
        for (std::size_t i = 0; i < ensemble.scenarios.size(); ++i) {
            const bool keep_events = ensemble.options.events == EventScope::all ||
                                     (ensemble.options.events == EventScope::first && replicate == 0);
            jobs.push_back(
                {scenario_of(ensemble.scenarios[i].scenario, ensemble.options, replicate), replicate, keep_events, i});
        }
    return jobs;
}

/// Paired comparison needs the same people and the same months.
void require_comparable(const std::vector<Scenario>& scenarios) {
    if (scenarios.empty()) throw InputError("no scenario given; expected at least one");
    const Scenario& first = scenarios.front();
    for (const Scenario& other : scenarios) {
        const bool same_world = other.months() == first.months() && other.population == first.population &&
                                other.municipalities == first.municipalities &&
                                other.parameters.people_per_agent == first.parameters.people_per_agent &&
                                other.parameters.citizen_agents_floor == first.parameters.citizen_agents_floor &&
                                other.parameters.employee_agents_floor == first.parameters.employee_agents_floor;
        if (!same_world)
            throw InputError(
                fmt::format("{}: world: differs from that of {}; scenarios are compared on the same "
                            "municipalities, months and people; set them equal, for example with --months",
                            other.name, first.name));
    }
}

int finished_in_all(const Ensemble& ensemble) {
    const int months = ensemble.scenarios.front().scenario.months();
    int finished = 0;
    for (; finished < ensemble.options.replicates; ++finished)
        for (const ScenarioResult& result : ensemble.scenarios)
            if (result.replicates[static_cast<std::size_t>(finished)].months < months) return finished;
    return finished;
}

std::uint64_t fingerprint_of(const Ensemble& ensemble) {
    Fingerprint hash;
    for (const ScenarioResult& result : ensemble.scenarios)
        for (const History& history : result.replicates) hash.add(history.fingerprint);
    return hash.value();
}

}  // namespace

Ensemble run_ensemble(const std::vector<Scenario>& scenarios, const EnsembleOptions& options) {
    return run_ensemble(scenarios, options, RunStops{});
}

Ensemble run_ensemble(const std::vector<Scenario>& scenarios, const EnsembleOptions& options, const RunStops& stops) {
    require_comparable(scenarios);
    const auto started = std::chrono::steady_clock::now();
    Ensemble ensemble;
    ensemble.options = options;
    for (const Scenario& scenario : scenarios) ensemble.scenarios.push_back({scenario, {}});
    if (scenarios.front().population == Population::real) ensemble.data = data_files(data_folder());
    ensemble.country = country_of(scenarios.front(), options.seed);

    for (ScenarioResult& result : ensemble.scenarios)
        result.replicates.resize(static_cast<std::size_t>(options.replicates));
    run_batch(
        jobs_of(ensemble), {options.seed, options.threads, options.cancel, options.progress},
        [&ensemble](const FinishedRun& run) {
            ensemble.scenarios[run.job.variant].replicates[static_cast<std::size_t>(run.job.replicate)] =
                std::move(run.history);
        },
        stops);

    ensemble.finished_replicates = finished_in_all(ensemble);
    ensemble.cancelled = ensemble.finished_replicates < options.replicates;
    for (ScenarioResult& result : ensemble.scenarios)
        result.replicates.resize(static_cast<std::size_t>(ensemble.finished_replicates));
    ensemble.fingerprint = fingerprint_of(ensemble);
    ensemble.wall_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    return ensemble;
}

}  // namespace algemeente
