#include "experiments/workforce.h"

#include "threads/side_by_side.h"
#include "threads/start_threads.h"

#include <algorithm>
#include <utility>

namespace algemeente {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t largest_batch = 64;

}  // namespace

std::string_view status_word(RunStatus status) {
    switch (status) {
        case RunStatus::done: return "done";
        case RunStatus::failed: return "failed";
        case RunStatus::timeout: return "timeout";
        case RunStatus::cancelled: return "cancelled";
    }
    return "?";
}

ThreadWorkforce::ThreadWorkforce(RunModel model, int threads, const std::atomic<bool>& cancel)
    : model_(std::move(model)), cancel_(cancel), most_(static_cast<std::size_t>(thread_count(threads)), 1) {
    wanted_ = 2 * most_.size();
    workers_ = start_threads(1, 0, [this](std::size_t) {
        work_side_by_side(static_cast<int>(most_.size()), [this](std::size_t worker) { return work(worker); });
    });
}

ThreadWorkforce::~ThreadWorkforce() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    tasks_arrived_.notify_all();
    for (std::thread& worker : workers_) worker.join();
}

std::size_t ThreadWorkforce::room() {
    const std::lock_guard lock(mutex_);
    // refill in gulps: many small ones cost more than they give
    return tasks_.size() * 2 <= wanted_ ? wanted_ - tasks_.size() : 0;
}

void ThreadWorkforce::give(std::vector<RunTask> tasks) {
    {
        const std::lock_guard lock(mutex_);
        in_flight_ += tasks.size();
        for (RunTask& task : tasks) tasks_.push_back(std::move(task));
    }
    tasks_arrived_.notify_all();
}

std::vector<RunRecord> ThreadWorkforce::collect(std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    if (workers_.empty() && !tasks_.empty()) {
        lock.unlock();
        work(0);
        lock.lock();
    }
    records_arrived_.wait_for(lock, patience, [this] { return !records_.empty(); });
    in_flight_ -= records_.size();
    return std::exchange(records_, {});
}

std::size_t ThreadWorkforce::in_flight() {
    const std::lock_guard lock(mutex_);
    return in_flight_;
}

/// Waits for tasks and takes some; none when the work is over.
std::vector<RunTask> ThreadWorkforce::take(std::size_t most) {
    std::unique_lock lock(mutex_);
    tasks_arrived_.wait(lock, [this] { return closing_ || !tasks_.empty(); });
    std::vector<RunTask> taken;
    if (closing_) return taken;
    // leave as much for each of the others
    const std::size_t fair = std::max<std::size_t>(1, tasks_.size() / most_.size());
    for (std::size_t i = std::min(most, fair); i > 0; --i) {
        taken.push_back(std::move(tasks_.front()));
        tasks_.pop_front();
    }
    return taken;
}

bool ThreadWorkforce::work(std::size_t worker) {
    std::size_t& most = most_[worker];
    const std::vector<RunTask> tasks = take(most);
    if (tasks.empty()) return false;
    const Clock::time_point start = Clock::now();
    std::vector<RunRecord> records;
    records.reserve(tasks.size());
    for (const RunTask& task : tasks) {
        if (cancel_.load(std::memory_order_relaxed))
            records.push_back(
                {.run = task.run, .status = RunStatus::cancelled, .error = {}, .outcomes = {}, .series = {}});
        else
            records.push_back(model_(task, cancel_));
    }
    // short runs are taken and handed in by the dozen, long ones singly, so that all threads end together
    const bool brief = Clock::now() - start < std::chrono::milliseconds(2);
    most = brief ? std::min(largest_batch, most * 2) : 1;
    bool first = false;
    {
        const std::lock_guard lock(mutex_);
        first = records_.empty();
        wanted_ = most_.size() * std::max<std::size_t>(2, 8 * most);
        for (RunRecord& record : records) records_.push_back(std::move(record));
    }
    if (first) records_arrived_.notify_one();
    return true;
}

}  // namespace algemeente
