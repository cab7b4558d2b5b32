// Many replicates of one or more scenarios on the same luck, on all cores.
#pragma once

#include "ensemble/replicate_run.h"
#include "netherlands/country_of.h"
#include "netherlands/data_files.h"
#include "observe/history.h"
#include "scenario/members.h"
#include "scenario/scenario.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace algemeente {

/// Whose events are kept.
enum class EventScope : std::uint8_t { first, all, none };

struct EnsembleOptions {
    int replicates = 64;
    std::uint64_t seed = 1;
    int threads = 0;  ///< 0: all cores. Results do not depend on it.
    EventScope events = EventScope::first;
    /// What is not known, by replicate (member_of_replicate), the same in every scenario; nothing: standard values.
    std::shared_ptr<const Members> members = {};
    const std::atomic<bool>* cancel = nullptr;  ///< set it to stop; finished replicates are kept
    std::function<void(std::int64_t done_months, std::int64_t all_months)>
        progress;  ///< called from workers, one at a time
};

/// One scenario's replicates.
struct ScenarioResult {
    Scenario scenario;
    std::vector<History> replicates;  ///< in replicate order
};

struct Ensemble {
    EnsembleOptions options;
    Country country;                        ///< of the first replicate
    std::vector<DataFile> data;             ///< that the country was read from; none when it is drawn
    std::vector<ScenarioResult> scenarios;  ///< the first is the baseline of comparisons
    int finished_replicates = 0;            ///< complete in every scenario; the vectors hold exactly these
    bool cancelled = false;
    double wall_seconds = 0;
    std::uint64_t fingerprint = 0;  ///< over all end states, scenario by scenario, in replicate order
};

/// Runs replicate `replicate` of a scenario: the one door for command line, sweeps, tests and viewer.
/// `threads`: municipalities side by side inside this run, worth it for runs with very many people.
/// With a `profile` the run is timed, and municipalities pass their months one after the other.
/// Returns an unfinished history (fewer months) when `cancel` was set.
History run_replicate(const Scenario& scenario, const Country& country, std::uint64_t seed, int replicate,
                      bool keep_events, const std::atomic<bool>* cancel = nullptr,
                      const std::function<void()>& month_passed = {}, int threads = 1, RunProfile* profile = nullptr);

/// Runs all scenarios. All must name the same municipalities and months. Throws InputError otherwise.
Ensemble run_ensemble(const std::vector<Scenario>& scenarios, const EnsembleOptions& options);

}  // namespace algemeente
