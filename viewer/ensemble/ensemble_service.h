// Computes ensembles beside the screen: the first replicates at once, more as time passes.
//
// Replicate i has luck i in every scenario. Only prefixes in replicate order are published (8, 16, 32, ...), so the
// picture of N replicates is the same on every machine. The latest request wins, but the first prefix of a request is
// finished before a newer one starts: a long drag must not starve the screen. Results are kept by the hash of their
// scenario, and runs go on from a stored month when only later months have changed.
#pragma once

#include "ensemble/replicate_run.h"
#include "netherlands/country_of.h"
#include "scenario/members.h"
#include "viewer/ensemble/hands.h"
#include "viewer/ensemble/summary.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>

namespace algemeente::viewer {

struct EnsembleRequest {
    std::vector<std::shared_ptr<const Scenario>> scenarios;
    std::shared_ptr<const Country> country;    ///< of the first scenario, replicate 0
    std::shared_ptr<const Members> members{};  ///< what is not known, by replicate; nothing: the standard numbers
    std::uint64_t seed = 1;
    int replicates = 200;
    std::vector<int> branch_months;  ///< months at which runs are stored to go on from
};

/// So many replicates are shown first; then twice as many, and so on.
inline constexpr int first_published = 8;

struct EnsembleProgress {
    int finished = 0;  ///< replicates complete in every scenario
    int wanted = 0;
    bool busy = false;
};

class EnsembleService {
public:
    /// 0 threads: all cores. `news` is called from a worker when there is a new summary or an error.
    explicit EnsembleService(int threads = 0, std::function<void()> news = {}, Hands hands = Hands::threads);
    ~EnsembleService();
    EnsembleService(const EnsembleService&) = delete;
    EnsembleService& operator=(const EnsembleService&) = delete;

    /// Returns the generation of the request: summaries that answer it carry it.
    std::uint64_t submit(EnsembleRequest request);
    /// Stops after the month at hand; what was published stays.
    void cancel();
    /// The latest summary, or null.
    std::shared_ptr<const EnsembleSummary> latest() const;
    EnsembleProgress progress() const;
    /// What went wrong since the last call, or empty.
    std::string take_error();
    /// Runs that went on from a stored month, and runs that began in January 2015.
    std::pair<int, int> branched_and_full() const;
    /// Waits until nothing is left to do or `limit` has passed; true if it is idle.
    bool wait_until_idle(std::chrono::milliseconds limit) const;
    /// One month of one run, by the caller, where no threads do it; the same runs in the same order as one thread
    /// does. True if more is left.
    bool pass_month();

private:
    using Clock = std::chrono::steady_clock;
    /// A replicate and what is watched in it: both go on from a stored month.
    struct Watched {
        explicit Watched(ReplicateRun begun, TownWatch seen = {}) : run(std::move(begun)), towns(std::move(seen)) {}

        ReplicateRun run;
        TownWatch towns;

        void pass_month() {
            run.pass_month();
            towns.note(run.world());
        }
    };
    struct Store {  ///< replicates of one scenario
        std::vector<std::shared_ptr<const RunData>> runs;
        std::uint64_t last_used = 0;
    };
    struct Job {
        std::size_t scenario = 0;
        int replicate = 0;
        std::uint64_t generation = 0;
        std::shared_ptr<const EnsembleRequest> request;
        std::vector<std::shared_ptr<Store>> stores;
    };
    struct Pending {
        std::shared_ptr<const EnsembleRequest> request;
        std::uint64_t generation = 0;
        Clock::time_point asked;
    };
    /// A job under way.
    struct Course {
        Job job;
        std::shared_ptr<const Scenario> scenario;  ///< as the replicate meets it
        std::unique_ptr<Watched> watched;
        bool branched = false;
    };
    using SnapshotKey = std::tuple<std::uint64_t, int, int>;  ///< hash of the past, month, replicate

    bool work();
    void start(Pending pending);  ///< with the lock held
    bool next_job(Job& job);      ///< with the lock held
    void run(const Job& job);
    void take(const Job& job, const std::shared_ptr<const RunData>& data, bool branched, const std::string& problem);
    Course begun_course(const Job& job);
    bool pass_month(Course& course);
    std::shared_ptr<const RunData> data_of(Course& course) const;
    bool go_on_with_course();
    std::unique_ptr<Watched> begun(const Job& job, const std::shared_ptr<const Scenario>& scenario, bool& branched);
    std::shared_ptr<const Country> country_of_job(const Job& job);
    void keep_snapshot(const Course& course);
    void publish();  ///< with the lock held
    void forget_old_stores();
    std::shared_ptr<Store> store_for(const EnsembleRequest& request, std::size_t scenario);

    mutable std::mutex mutex_;
    std::condition_variable wake_;
    mutable std::condition_variable idle_;
    std::function<void()> news_;
    bool quit_ = false;
    std::uint64_t generations_ = 0;
    std::atomic<std::uint64_t> cancelled_up_to_{0};  ///< jobs of these generations stop at the next month
    Pending active_;
    bool has_pending_ = false;
    Pending pending_;
    std::vector<std::shared_ptr<Store>> stores_;  ///< of the active request, per scenario
    std::int64_t next_ = 0;                       ///< position in the order of jobs
    int running_ = 0;
    int published_ = 0;
    bool stopped_ = true;
    std::uint64_t summaries_ = 0;
    std::shared_ptr<const EnsembleSummary> latest_;
    std::string error_;
    std::map<std::uint64_t, std::shared_ptr<Store>> known_;
    std::uint64_t uses_ = 0;
    std::map<SnapshotKey, std::shared_ptr<const Watched>> snapshots_;
    std::pair<std::uint64_t, MunicipalityChoice> snapshots_world_;  ///< seed, municipalities
    Countries countries_;
    int branched_ = 0;
    int full_ = 0;
    std::optional<Course> at_hand_;  ///< of whoever does the work without threads
    std::thread workers_;            ///< the first of them; the others are its helpers
};

/// The prefixes that are published: 8, 16, 32, ... and the whole.
bool is_prefix(int finished, int wanted);

}  // namespace algemeente::viewer
