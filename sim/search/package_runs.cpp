#include "search/package_runs.h"

#include "ensemble/run_stops.h"
#include "scenario/scenario_past.h"

#include <algorithm>
#include <mutex>
#include <set>

namespace algemeente {

namespace {

using Clock = std::chrono::steady_clock;

Scenario as_known_by(const Search& search, const Scenario& scenario, int luck) {
    return search.members ? with_member(scenario, *search.members, member_of_replicate(*search.members, luck))
                          : scenario;
}

}  // namespace

double read_measure(const Measure& measure, const History& history) {
    if (measure.of == Measure::Of::nation)
        return history.national_value(measure.month, find_national_outcome(measure.outcome));
    const std::size_t outcome = find_domain_outcome(measure.outcome);
    double sum = 0;
    if (measure.of != Measure::Of::physical) sum += history.domain_value(measure.month, Domain::social, outcome);
    if (measure.of != Measure::Of::social) sum += history.domain_value(measure.month, Domain::physical, outcome);
    return sum;
}

const Scenario& PackageRuns::base(int luck) {
    const auto found = bases_.find(luck);
    if (found != bases_.end()) return found->second;
    return bases_.emplace(luck, as_known_by(search_, search_.base, luck)).first->second;
}

std::shared_ptr<const Scenario> PackageRuns::scenario(const Candidate& candidate, int luck) {
    if (candidate.number < 0) {
        const Scenario& other = search_.others[static_cast<std::size_t>(-1 - candidate.number)];
        return std::make_shared<const Scenario>(as_known_by(search_, other, luck));
    }
    auto scenario = std::make_shared<Scenario>(base(luck));
    add_package(*scenario, search_, candidate.package);
    return scenario;
}

bool PackageRuns::make_pasts(const std::vector<int>& lucks) {
    std::vector<RunJob> jobs;
    for (const int luck : lucks) {
        if (pasts_.contains(luck)) continue;
        Scenario past = base(luck);
        past.parameters.months = first_choice_month(search_);
        jobs.push_back({.scenario = std::make_shared<const Scenario>(std::move(past)), .replicate = luck});
    }
    if (first_choice_month(search_) == 0) return true;
    BatchOptions options;
    options.seed = search_.seed;
    options.threads = options_.threads;
    options.cancel = options_.cancel;
    RunStops stops;
    std::mutex mutex;
    stops.keep_month = first_choice_month(search_);
    stops.keep = [&](const RunJob& job, const ReplicateRun& run) {
        auto copy = std::make_unique<ReplicateRun>(run);
        const std::lock_guard lock(mutex);
        pasts_[job.replicate] = std::move(copy);
    };
    return run_batch(
        jobs, options, [](const FinishedRun& /*run*/) {}, stops);
}

bool PackageRuns::complete(const std::vector<Candidate>& candidates, int first_luck, int count, std::int64_t all) {
    const auto start = Clock::now();
    std::vector<RunJob> jobs;
    std::set<int> lucks;
    for (int luck = first_luck; luck < first_luck + count; ++luck)
        for (std::size_t i = 0; i < candidates.size(); ++i)
            if (store_.run(candidates[i].number, luck) == nullptr) {
                jobs.push_back({.scenario = scenario(candidates[i], luck), .replicate = luck, .variant = i});
                lucks.insert(luck);
            }
    if (jobs.empty()) return true;
    if (!make_pasts({lucks.begin(), lucks.end()})) return false;

    BatchOptions options;
    options.seed = search_.seed;
    options.threads = options_.threads;
    options.cancel = options_.cancel;
    RunStops stops;
    stops.begin = [&](const RunJob& job, const Country& country, Crew* crew) -> ReplicateRun {
        const auto past = pasts_.find(job.replicate);
        // packages begin with the past by construction; other scenarios may differ earlier
        if (past == pasts_.end() || (candidates[job.variant].number < 0 &&
                                     !same_until(bases_.at(job.replicate), *job.scenario, past->second->month())))
            return {job.scenario, country, search_.seed, job.replicate, false, nullptr, crew};
        return {*past->second, job.scenario};
    };
    std::mutex mutex;
    constexpr std::chrono::milliseconds between_commits{500};
    auto committed = Clock::now();
    const auto take = [&](const FinishedRun& run) {
        SearchRun record{.package = candidates[run.job.variant].number,
                         .luck = run.job.replicate,
                         .fingerprint = run.history.fingerprint,
                         .values = {}};
        for (const Measure& measure : search_.measures()) record.values.push_back(read_measure(measure, run.history));
        const std::lock_guard lock(mutex);
        store_.keep(record);
        ++runs_done_;
        if (Clock::now() - committed >= between_commits) {
            store_.commit();
            committed = Clock::now();
        }
        if (options_.progress) options_.progress(static_cast<std::int64_t>(store_.run_count()), all);
    };
    const bool done = run_batch(jobs, options, take, stops);
    store_.commit();
    seconds_ += std::chrono::duration<double>(Clock::now() - start).count();
    return done;
}

}  // namespace algemeente
