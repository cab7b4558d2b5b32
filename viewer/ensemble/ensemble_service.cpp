#include "viewer/ensemble/ensemble_service.h"

#include "threads/side_by_side.h"
#include "threads/start_threads.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace algemeente::viewer {

namespace {

constexpr int municipal_replicates = 16;       ///< replicates that keep municipalities and what became of projects
constexpr std::size_t most_stores = 10;        ///< scenarios whose results are kept
constexpr std::size_t snapshot_room = 40'000;  ///< municipalities in stored worlds, all together

std::uint64_t mixed(std::uint64_t hash, std::uint64_t word) {
    hash ^= word + 0x9E3779B97F4A7C15ULL + (hash << 6U) + (hash >> 2U);
    return hash;
}

std::uint64_t hash_of_results(const EnsembleRequest& request, const Scenario& scenario) {
    const auto months = static_cast<std::uint64_t>(scenario.months());
    const std::uint64_t with_standard = mixed(mixed(request.seed, hash_until(scenario, scenario.months())), months);
    return request.members ? mixed(with_standard, request.members->count()) : with_standard;
}

/// The scenario as a replicate meets it.
std::shared_ptr<const Scenario> scenario_of(const EnsembleRequest& request, std::size_t scenario, int replicate) {
    if (!request.members) return request.scenarios[scenario];
    return std::make_shared<const Scenario>(
        with_member(*request.scenarios[scenario], *request.members, member_of_replicate(*request.members, replicate)));
}

/// Replicates that every scenario has, from the first one on without a gap.
template <typename Stores>
int complete_in_all(const Stores& stores, int wanted) {
    int finished = wanted;
    for (const auto& store : stores) {
        int complete = 0;
        while (complete < finished && store->runs[static_cast<std::size_t>(complete)]) ++complete;
        finished = complete;
    }
    return finished;
}

}  // namespace

bool is_prefix(int finished, int wanted) {
    if (finished == wanted) return true;
    for (int prefix = first_published; prefix < wanted; prefix *= 2)
        if (finished == prefix) return true;
    return false;
}

EnsembleService::EnsembleService(int threads, std::function<void()> news, Hands hands) : news_(std::move(news)) {
    if (hands == Hands::turns) return;
    workers_ = require_thread([this, threads] {
        work_side_by_side(thread_count(threads), [this](std::size_t /*worker*/) { return work(); });
    });
}

EnsembleService::~EnsembleService() {
    {
        const std::lock_guard lock(mutex_);
        quit_ = true;
        cancelled_up_to_ = generations_;
    }
    wake_.notify_all();
    if (workers_.joinable()) workers_.join();
}

std::uint64_t EnsembleService::submit(EnsembleRequest request) {
    const std::lock_guard lock(mutex_);
    Pending asked{std::make_shared<EnsembleRequest>(std::move(request)), ++generations_, Clock::now()};
    const std::uint64_t generation = asked.generation;
    const bool first_prefix_under_way = !stopped_ && published_ == 0 && active_.request != nullptr;
    if (first_prefix_under_way) {
        pending_ = std::move(asked);
        has_pending_ = true;
    } else {
        start(std::move(asked));
    }
    wake_.notify_all();
    return generation;
}

void EnsembleService::cancel() {
    const std::lock_guard lock(mutex_);
    cancelled_up_to_ = generations_;
    stopped_ = true;
    has_pending_ = false;
    if (running_ == 0) idle_.notify_all();
}

std::shared_ptr<const EnsembleSummary> EnsembleService::latest() const {
    const std::lock_guard lock(mutex_);
    return latest_;
}

EnsembleProgress EnsembleService::progress() const {
    const std::lock_guard lock(mutex_);
    EnsembleProgress progress;
    progress.wanted = active_.request ? active_.request->replicates : 0;
    progress.finished = active_.request ? complete_in_all(stores_, progress.wanted) : 0;
    progress.busy = !stopped_;
    return progress;
}

std::string EnsembleService::take_error() {
    const std::lock_guard lock(mutex_);
    return std::exchange(error_, {});
}

std::pair<int, int> EnsembleService::branched_and_full() const {
    const std::lock_guard lock(mutex_);
    return {branched_, full_};
}

bool EnsembleService::wait_until_idle(std::chrono::milliseconds limit) const {
    std::unique_lock lock(mutex_);
    return idle_.wait_for(lock, limit, [this] { return stopped_ && running_ == 0; });
}

std::shared_ptr<EnsembleService::Store> EnsembleService::store_for(const EnsembleRequest& request,
                                                                   std::size_t scenario) {
    std::shared_ptr<Store>& store = known_[hash_of_results(request, *request.scenarios[scenario])];
    if (!store) store = std::make_shared<Store>();
    const auto wanted = static_cast<std::size_t>(request.replicates);
    if (store->runs.size() < wanted) store->runs.resize(wanted);
    store->last_used = ++uses_;
    return store;
}

void EnsembleService::start(Pending pending) {
    cancelled_up_to_ = pending.generation - 1;
    active_ = std::move(pending);
    has_pending_ = false;
    stores_.clear();
    for (std::size_t i = 0; i < active_.request->scenarios.size(); ++i)
        stores_.push_back(store_for(*active_.request, i));
    std::pair<std::uint64_t, MunicipalityChoice> world{active_.request->seed, {}};
    if (!stores_.empty()) world.second = active_.request->scenarios.front()->municipalities;
    if (world != snapshots_world_) snapshots_.clear();
    snapshots_world_ = std::move(world);
    forget_old_stores();
    next_ = 0;
    published_ = 0;
    stopped_ = active_.request->scenarios.empty();
    wake_.notify_all();
    publish();
}

void EnsembleService::forget_old_stores() {
    while (known_.size() > most_stores) {
        const auto oldest = std::min_element(known_.begin(), known_.end(), [](const auto& a, const auto& b) {
            return a.second->last_used < b.second->last_used;
        });
        known_.erase(oldest);
    }
}

bool EnsembleService::next_job(Job& job) {
    if (stopped_ || !active_.request) return false;
    const auto count = static_cast<std::int64_t>(active_.request->scenarios.size());
    const std::int64_t all = count * active_.request->replicates;
    for (; next_ < all; ++next_) {
        const auto scenario = static_cast<std::size_t>(next_ % count);
        const auto replicate = static_cast<int>(next_ / count);
        if (stores_[scenario]->runs[static_cast<std::size_t>(replicate)]) continue;
        job = {scenario, replicate, active_.generation, active_.request, stores_};
        ++next_;
        return true;
    }
    return false;
}

/// Waits for a job and does it; false when the window closes.
bool EnsembleService::work() {
    std::unique_lock lock(mutex_);
    Job job;
    wake_.wait(lock, [&] { return quit_ || next_job(job); });
    if (quit_) return false;
    ++running_;
    lock.unlock();
    run(job);
    lock.lock();
    --running_;
    if (stopped_ && running_ == 0) idle_.notify_all();
    return true;
}

void EnsembleService::run(const Job& job) {
    std::string problem;
    std::shared_ptr<const RunData> data;
    bool branched = false;
    try {
        Course course = begun_course(job);
        branched = course.branched;
        while (pass_month(course)) {
        }
        data = data_of(course);
    } catch (const std::exception& failure) {
        problem = failure.what();
    }
    take(job, data, branched, problem);
}

/// What became of a job: its results, nothing (it was cancelled), or a problem.
void EnsembleService::take(const Job& job, const std::shared_ptr<const RunData>& data, bool branched,
                           const std::string& problem) {
    const std::lock_guard lock(mutex_);
    if (!problem.empty() && job.generation == active_.generation) {
        error_ = problem;
        stopped_ = true;
        if (news_) news_();
    }
    if (!data) return;
    ++(branched ? branched_ : full_);
    job.stores[job.scenario]->runs[static_cast<std::size_t>(job.replicate)] = data;
    if (job.generation == active_.generation && !stopped_) publish();
}

std::unique_ptr<EnsembleService::Watched> EnsembleService::begun(const Job& job,
                                                                 const std::shared_ptr<const Scenario>& scenario,
                                                                 bool& branched) {
    const EnsembleRequest& request = *job.request;
    std::shared_ptr<const Watched> past;
    {
        const std::lock_guard lock(mutex_);
        for (const int month : request.branch_months) {
            if (past && past->run.month() >= month) continue;
            const auto found = snapshots_.find({hash_until(*scenario, month), month, job.replicate});
            if (found != snapshots_.end()) past = found->second;
        }
    }
    branched = past != nullptr;
    if (past) return std::make_unique<Watched>(ReplicateRun(past->run, scenario), past->towns);
    return std::make_unique<Watched>(ReplicateRun(scenario, *country_of_job(job), request.seed, job.replicate,
                                                  job.replicate < municipal_replicates));
}

std::shared_ptr<const Country> EnsembleService::country_of_job(const Job& job) {
    const EnsembleRequest& request = *job.request;
    const Scenario& scenario = *request.scenarios[job.scenario];
    const auto replicate = static_cast<std::uint64_t>(job.replicate);
    const bool at_hand = request.country && country_key(scenario, request.seed, replicate) ==
                                                country_key(*request.scenarios.front(), request.seed);
    return at_hand ? request.country : countries_.of(scenario, request.seed, replicate);
}

void EnsembleService::keep_snapshot(const Course& course) {
    const Job& job = course.job;
    const Watched& watched = *course.watched;
    const ReplicateRun& run = watched.run;
    const SnapshotKey key{hash_until(*course.scenario, run.month()), run.month(), job.replicate};
    {
        const std::lock_guard lock(mutex_);
        const std::size_t size = run.world().municipalities.size();
        if (snapshots_.contains(key) || job.generation != active_.generation) return;
        if ((snapshots_.size() + 1) * size > snapshot_room) {
            if (job.replicate >= 32) return;  // the first replicates are what a drag waits for
            snapshots_.erase(snapshots_.begin());
        }
    }
    auto copy = std::make_shared<const Watched>(watched);
    const std::lock_guard lock(mutex_);
    snapshots_.emplace(key, std::move(copy));
}

EnsembleService::Course EnsembleService::begun_course(const Job& job) {
    Course course{.job = job, .scenario = scenario_of(*job.request, job.scenario, job.replicate), .watched = nullptr};
    course.watched = begun(job, course.scenario, course.branched);
    return course;
}

/// False when nothing is left to pass: at the end, or because the job was cancelled.
bool EnsembleService::pass_month(Course& course) {
    const ReplicateRun& run = course.watched->run;
    const Job& job = course.job;
    if (run.finished() || cancelled_up_to_.load(std::memory_order_relaxed) >= job.generation) return false;
    const std::vector<int>& marks = job.request->branch_months;
    const bool marked = run.month() > 0 && std::find(marks.begin(), marks.end(), run.month()) != marks.end();
    if (marked) keep_snapshot(course);
    course.watched->pass_month();
    return true;
}

/// Null if the run did not come to its end.
std::shared_ptr<const RunData> EnsembleService::data_of(Course& course) const {
    Watched& watched = *course.watched;
    if (!watched.run.finished()) return nullptr;
    RunData data = run_data_of(watched.run.take_history(), course.job.replicate < municipal_replicates,
                               watched.towns.take_years(), watched.towns.take_withdrawn());
    data.spells = watched.run.spells();
    return std::make_shared<const RunData>(std::move(data));
}

bool EnsembleService::pass_month() {
    if (at_hand_) return go_on_with_course();
    Job job;
    {
        const std::lock_guard lock(mutex_);
        if (!next_job(job)) return false;
        ++running_;
    }
    try {
        at_hand_ = begun_course(job);
    } catch (const std::exception& failure) {
        take(job, nullptr, false, failure.what());
        --running_;
    }
    return true;
}

bool EnsembleService::go_on_with_course() {
    std::string problem;
    std::shared_ptr<const RunData> data;
    try {
        if (pass_month(*at_hand_)) return true;
        data = data_of(*at_hand_);
    } catch (const std::exception& failure) {
        problem = failure.what();
    }
    const Course course = std::move(*std::exchange(at_hand_, std::nullopt));
    take(course.job, data, course.branched, problem);
    --running_;
    return true;
}

void EnsembleService::publish() {
    const int wanted = active_.request->replicates;
    int prefix = complete_in_all(stores_, wanted);
    while (prefix > 0 && !is_prefix(prefix, wanted)) --prefix;
    if (prefix <= published_) return;
    published_ = prefix;
    auto summary = std::make_shared<EnsembleSummary>();
    summary->id = ++summaries_;
    summary->generation = active_.generation;
    summary->replicates = prefix;
    if (active_.request->members) summary->over = Over::assumptions;
    summary->country = active_.request->country;
    summary->seed = active_.request->seed;
    for (std::size_t i = 0; i < stores_.size(); ++i) {
        const auto& runs = stores_[i]->runs;
        summary->scenarios.push_back({active_.request->scenarios[i], {runs.begin(), runs.begin() + prefix}});
        const int months = active_.request->scenarios[i]->months();
        summary->months = i == 0 ? months : std::min(summary->months, months);
    }
    summary->seconds = std::chrono::duration<double>(Clock::now() - active_.asked).count();
    latest_ = std::move(summary);
    if (prefix == wanted) stopped_ = true;
    if (has_pending_) start(std::move(pending_));
    if (news_) news_();
}

}  // namespace algemeente::viewer
