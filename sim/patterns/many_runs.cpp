#include "patterns/many_runs.h"

#include "ensemble/ensemble.h"

#include <algorithm>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>

namespace algemeente {

namespace {

/// Countries are read from files: scenarios of equal municipalities share one.
std::vector<std::shared_ptr<const Country>> countries_of(const std::vector<ManyRunsJob>& jobs, std::uint64_t seed) {
    std::vector<std::shared_ptr<const Country>> countries;
    const auto alike = [](const Scenario& a, const Scenario& b) {
        const auto read = parameters_of_country();
        return a.population == Population::real && b.population == Population::real &&
               municipalities_text(a.municipalities) == municipalities_text(b.municipalities) &&
               std::all_of(read.begin(), read.end(), [&](const auto p) { return a.parameters.*p == b.parameters.*p; });
    };
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        if (i > 0 && alike(jobs[i].scenario, jobs[i - 1].scenario))
            countries.push_back(countries.back());
        else
            countries.push_back(std::make_shared<const Country>(country_of(jobs[i].scenario, seed)));
    }
    return countries;
}

class Runner {
public:
    Runner(const std::vector<ManyRunsJob>& jobs, const ManyRunsOptions& options,
           const std::function<void(const FinishedRun&)>& take)
        : jobs_(jobs), options_(options), take_(take), countries_(countries_of(jobs, options.seed)) {
        int most = 0;
        for (const ManyRunsJob& job : jobs) most = std::max(most, job.replicates);
        for (int replicate = 0; replicate < most; ++replicate)
            for (std::size_t i = 0; i < jobs.size(); ++i)
                if (replicate < jobs[i].replicates) {
                    order_.push_back({i, replicate});
                    all_months_ += jobs[i].scenario.months();
                }
    }

    bool work() {
        int threads = options_.threads;
        if (threads <= 0) threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
        threads = static_cast<int>(std::min<std::size_t>(static_cast<std::size_t>(threads), order_.size()));
        std::vector<std::thread> helpers;
        for (int i = 1; i < threads; ++i) helpers.emplace_back([this] { take_runs(); });
        take_runs();
        for (std::thread& helper : helpers) helper.join();
        if (failure_) std::rethrow_exception(failure_);
        return !cancelled();
    }

private:
    struct Piece {
        std::size_t job;
        int replicate;
    };

    bool cancelled() const { return options_.cancel != nullptr && options_.cancel->load(std::memory_order_relaxed); }

    void take_runs() {
        while (!cancelled() && !failed_.load(std::memory_order_relaxed)) {
            const std::size_t next = next_.fetch_add(1);
            if (next >= order_.size()) return;
            try {
                run(order_[next]);
            } catch (...) {
                const std::lock_guard lock(mutex_);
                if (!failure_) failure_ = std::current_exception();
                failed_ = true;
            }
        }
    }

    void run(const Piece& piece) {
        const Scenario& scenario = jobs_[piece.job].scenario;
        // a synthetic country is part of a replicate's luck, the real one is not
        const bool drawn = scenario.population == Population::synthetic;
        const Country own =
            drawn ? draw_synthetic_country(scenario.municipalities.count, options_.seed,
                                           static_cast<std::uint64_t>(piece.replicate), scenario.parameters)
                  : Country{};
        const Country& country = drawn ? own : *countries_[piece.job];
        const History history =
            run_replicate(scenario, country, options_.seed, piece.replicate, options_.records, options_.cancel);
        if (history.months < scenario.months()) return;  // cancelled
        take_({piece.job, piece.replicate, scenario, country, history});
        const std::lock_guard lock(mutex_);
        done_months_ += scenario.months();
        if (options_.progress) options_.progress(done_months_, all_months_);
    }

    const std::vector<ManyRunsJob>& jobs_;
    const ManyRunsOptions& options_;
    const std::function<void(const FinishedRun&)>& take_;
    std::vector<std::shared_ptr<const Country>> countries_;
    std::vector<Piece> order_;  ///< replicate by replicate
    std::int64_t all_months_ = 0;
    std::int64_t done_months_ = 0;
    std::atomic<std::size_t> next_{0};
    std::atomic<bool> failed_{false};
    std::mutex mutex_;
    std::exception_ptr failure_;
};

}  // namespace

bool run_many(const std::vector<ManyRunsJob>& jobs, const ManyRunsOptions& options,
              const std::function<void(const FinishedRun&)>& take) {
    if (jobs.empty()) return true;
    return Runner(jobs, options, take).work();
}

}  // namespace algemeente
