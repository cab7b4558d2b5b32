#include "ensemble/ensemble.h"

#include "observe/fingerprint.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <mutex>
#include <thread>

namespace algemeente {

namespace {

/// Replicates as jobs, replicate by replicate, so that a cancelled run leaves complete replicates of every scenario.
class Workshop {
public:
    explicit Workshop(Ensemble& ensemble) : ensemble_(ensemble) {
        const Scenario& first = ensemble.scenarios.front().scenario;
        ensemble.country = *countries_.of(first, ensemble.options.seed);
        jobs_ = static_cast<std::int64_t>(ensemble.scenarios.size()) * ensemble.options.replicates;
        all_months_ = jobs_ * first.months();
        for (ScenarioResult& result : ensemble.scenarios)
            result.replicates.resize(static_cast<std::size_t>(ensemble.options.replicates));
    }

    /// Works with all threads until the jobs are done or the run is cancelled. Throws what a worker threw.
    void work() {
        int threads = ensemble_.options.threads;
        if (threads <= 0) threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
        // replicates side by side as far as there are any; threads left over help inside the runs
        const auto side_by_side = static_cast<int>(std::min<std::int64_t>(threads, jobs_));
        threads_inside_ = threads / side_by_side;
        std::vector<std::thread> helpers;
        for (int i = 1; i < side_by_side; ++i) helpers.emplace_back([this] { take_jobs(); });
        take_jobs();
        for (std::thread& helper : helpers) helper.join();
        if (failure_) std::rethrow_exception(failure_);
    }

private:
    bool stopped() const {
        const std::atomic<bool>* cancel = ensemble_.options.cancel;
        return failed_.load(std::memory_order_relaxed) ||
               (cancel != nullptr && cancel->load(std::memory_order_relaxed));
    }

    void take_jobs() {
        while (!stopped()) {
            const std::int64_t job = next_job_.fetch_add(1);
            if (job >= jobs_) return;
            try {
                run_job(job);
            } catch (...) {
                const std::lock_guard lock(mutex_);
                if (!failure_) failure_ = std::current_exception();
                failed_ = true;
            }
        }
    }

    void run_job(std::int64_t job) {
        const auto count = static_cast<std::int64_t>(ensemble_.scenarios.size());
        const auto replicate = static_cast<int>(job / count);
        ScenarioResult& result = ensemble_.scenarios[static_cast<std::size_t>(job % count)];
        const EnsembleOptions& options = ensemble_.options;
        const bool keep_events =
            options.events == EventScope::all || (options.events == EventScope::first && replicate == 0);
        const Scenario& scenario = result.scenario;
        const auto country = countries_.of(scenario, options.seed, static_cast<std::uint64_t>(replicate));
        result.replicates[static_cast<std::size_t>(replicate)] = run_replicate(
            scenario, *country, options.seed, replicate, keep_events, options.cancel, [this] { report_month(); },
            threads_inside_);
    }

    void report_month() {
        const std::int64_t done = done_months_.fetch_add(1) + 1;
        if (!ensemble_.options.progress || (done % 8 != 0 && done != all_months_)) return;
        const std::lock_guard lock(mutex_);
        ensemble_.options.progress(done, all_months_);
    }

    Ensemble& ensemble_;
    Countries countries_;
    std::int64_t jobs_ = 0;
    std::int64_t all_months_ = 0;
    int threads_inside_ = 1;
    std::atomic<std::int64_t> next_job_{0};
    std::atomic<std::int64_t> done_months_{0};
    std::atomic<bool> failed_{false};
    std::mutex mutex_;
    std::exception_ptr failure_;
};

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
    require_comparable(scenarios);
    const auto started = std::chrono::steady_clock::now();
    Ensemble ensemble;
    ensemble.options = options;
    for (const Scenario& scenario : scenarios) ensemble.scenarios.push_back({scenario, {}});

    Workshop(ensemble).work();

    ensemble.finished_replicates = finished_in_all(ensemble);
    ensemble.cancelled = ensemble.finished_replicates < options.replicates;
    for (ScenarioResult& result : ensemble.scenarios)
        result.replicates.resize(static_cast<std::size_t>(ensemble.finished_replicates));
    ensemble.fingerprint = fingerprint_of(ensemble);
    ensemble.wall_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    return ensemble;
}

}  // namespace algemeente
