// Those who do the runs of a sweep: threads here, or ranks elsewhere (mpi/). They know nothing of the store.
#pragma once

#include "experiments/run_record.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace algemeente {

class Workforce {
public:
    Workforce() = default;
    virtual ~Workforce() = default;
    Workforce(const Workforce&) = delete;
    Workforce& operator=(const Workforce&) = delete;

    /// How many tasks it could take now, so that nobody waits until the next call.
    virtual std::size_t room() = 0;
    virtual void give(std::vector<RunTask> tasks) = 0;
    /// What has ended; waits at most `patience` for the first.
    virtual std::vector<RunRecord> collect(std::chrono::milliseconds patience) = 0;
    /// Given but not yet collected.
    virtual std::size_t in_flight() = 0;
};

/// Threads that share one queue. Where the system starts none at all, collect() does the runs itself.
class ThreadWorkforce : public Workforce {
public:
    /// `threads` 0: all cores. `cancel` reaches the runs that are under way.
    ThreadWorkforce(RunModel model, int threads, const std::atomic<bool>& cancel);
    ~ThreadWorkforce() override;

    std::size_t room() override;
    void give(std::vector<RunTask> tasks) override;
    std::vector<RunRecord> collect(std::chrono::milliseconds patience) override;
    std::size_t in_flight() override;

private:
    bool work(std::size_t worker);
    std::vector<RunTask> take(std::size_t most);

    RunModel model_;
    const std::atomic<bool>& cancel_;
    std::mutex mutex_;
    std::condition_variable tasks_arrived_;
    std::condition_variable records_arrived_;
    std::deque<RunTask> tasks_;
    std::vector<RunRecord> records_;
    std::size_t in_flight_ = 0;
    std::size_t wanted_ = 0;  ///< tasks that should wait; grows when runs are short
    bool closing_ = false;
    std::vector<std::size_t> most_;     ///< by worker: tasks that it takes at once
    std::vector<std::thread> workers_;  ///< the first of them, if any; the others are its helpers
};

}  // namespace algemeente
