#include "ensemble/run_batch.h"

#include "ensemble/ensemble.h"
#include "ensemble/run_stops.h"
#include "netherlands/country_of.h"
#include "threads/side_by_side.h"

#include <algorithm>
#include <map>
#include <mutex>

namespace algemeente {

namespace {

/// The country of each job; none where it is drawn with the replicate.
std::vector<std::shared_ptr<const Country>> countries_of(const std::vector<RunJob>& jobs, std::uint64_t seed) {
    Countries made;
    std::map<const Scenario*, std::shared_ptr<const Country>> of_scenario;
    std::vector<std::shared_ptr<const Country>> countries;
    for (const RunJob& job : jobs) {
        std::shared_ptr<const Country>& country = of_scenario[job.scenario.get()];
        if (!country && job.scenario->population == Population::real) country = made.of(*job.scenario, seed);
        countries.push_back(country);
    }
    return countries;
}

class Batch {
public:
    Batch(const std::vector<RunJob>& jobs, const BatchOptions& options,
          const std::function<void(const FinishedRun&)>& take, const RunStops& stops)
        : jobs_(jobs), options_(options), take_(take), stops_(stops), countries_(countries_of(jobs, options.seed)) {
        for (const RunJob& job : jobs) all_months_ += job.scenario->months() - stops.begin_month;
    }

    bool work() {
        const int threads = thread_count(options_.threads);
        // runs side by side as far as there are any; threads left over help inside the runs
        const auto side_by_side =
            static_cast<int>(std::min<std::size_t>(static_cast<std::size_t>(threads), jobs_.size()));
        threads_inside_ = threads / side_by_side;
        const auto step = [this](std::size_t /*worker*/) {
            const std::size_t next = next_.fetch_add(1);
            if (next < jobs_.size()) run(next);
            return next < jobs_.size();
        };
        work_side_by_side(side_by_side, step, options_.cancel);
        return handed_over_ == jobs_.size();
    }

private:
    void run(std::size_t number) {
        const RunJob& job = jobs_[number];
        std::shared_ptr<const Country> country = countries_[number];
        // a synthetic country is drawn with the replicate, the real one is the same in all
        if (!country)
            country = std::make_shared<const Country>(
                country_of(*job.scenario, options_.seed, static_cast<std::uint64_t>(job.replicate)));
        Crew crew(threads_inside_);
        std::function<void(const ReplicateRun&)> watch;
        if (stops_.watch) watch = [&](const ReplicateRun& run) { stops_.watch(job, run); };
        History history = pass_months(
            beginning(job, *country, crew), crew, options_.cancel, [this] { report_month(); }, nullptr,
            stops_.keep_month, [&](const ReplicateRun& kept) { stops_.keep(job, kept); }, watch);
        if (history.months < job.scenario->months()) return;  // cancelled
        take_({job, *job.scenario, *country, history});
        ++handed_over_;
    }

    ReplicateRun beginning(const RunJob& job, const Country& country, Crew& crew) const {
        if (stops_.begin) return stops_.begin(job, country, &crew);
        return {job.scenario, country, options_.seed, job.replicate, job.keep_events, nullptr, &crew};
    }

    void report_month() {
        const std::int64_t done = done_months_.fetch_add(1) + 1;
        if (!options_.progress || (done % 8 != 0 && done != all_months_)) return;
        const std::lock_guard lock(mutex_);
        if (done < reported_months_) return;  // another thread was quicker
        reported_months_ = done;
        options_.progress(done, all_months_);
    }

    const std::vector<RunJob>& jobs_;
    const BatchOptions& options_;
    const std::function<void(const FinishedRun&)>& take_;
    const RunStops& stops_;
    std::vector<std::shared_ptr<const Country>> countries_;
    std::int64_t all_months_ = 0;
    std::int64_t reported_months_ = 0;
    int threads_inside_ = 1;
    std::atomic<std::size_t> next_{0};
    std::atomic<std::size_t> handed_over_{0};
    std::atomic<std::int64_t> done_months_{0};
    std::mutex mutex_;
};

}  // namespace

bool run_batch(const std::vector<RunJob>& jobs, const BatchOptions& options,
               const std::function<void(const FinishedRun&)>& take) {
    return run_batch(jobs, options, take, RunStops{});
}

bool run_batch(const std::vector<RunJob>& jobs, const BatchOptions& options,
               const std::function<void(const FinishedRun&)>& take, const RunStops& stops) {
    return jobs.empty() || Batch(jobs, options, take, stops).work();
}

std::vector<RunJob> jobs_of(const std::vector<Variant>& variants, bool keep_events) {
    std::vector<std::shared_ptr<const Scenario>> scenarios;
    int most = 0;
    for (const Variant& variant : variants) {
        scenarios.push_back(std::make_shared<const Scenario>(variant.scenario));
        most = std::max(most, variant.replicates);
    }
    std::vector<RunJob> jobs;
    for (int replicate = 0; replicate < most; ++replicate)
        for (std::size_t i = 0; i < variants.size(); ++i)
            if (replicate < variants[i].replicates) jobs.push_back({scenarios[i], replicate, keep_events, i});
    return jobs;
}

}  // namespace algemeente
