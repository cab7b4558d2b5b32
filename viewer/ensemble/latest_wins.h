// One worker beside the screen that answers the latest request.
#pragma once

#include "threads/start_threads.h"

#include <atomic>
#include <condition_variable>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace algemeente::viewer {

/// Requests that come in while the worker is busy replace each other: it goes on with the last of them. `Request` has
/// an ==; asking again for what was asked last does nothing.
template <typename Request, typename Result>
class LatestWins {
public:
    using Answer = std::shared_ptr<const Result>;
    /// Makes the answer to a request. `last` is the answer before it, or null. `overtaken` becomes true when a newer
    /// request has come or the worker must end: whoever looks at it may stop and return null, which is no answer.
    using Work = std::function<Answer(const Request&, const Answer& last, const std::atomic<bool>& overtaken)>;

    /// `news` is called from the worker, without a lock, when there is an answer or a problem.
    explicit LatestWins(Work work, std::function<void()> news = {})
        : work_(std::move(work)), news_(std::move(news)), worker_(require_thread([this] { run(); })) {}
    ~LatestWins() {
        {
            const std::lock_guard lock(mutex_);
            quit_ = true;
            overtaken_ = true;
        }
        wake_.notify_all();
        worker_.join();
    }
    LatestWins(const LatestWins&) = delete;
    LatestWins& operator=(const LatestWins&) = delete;

    void ask(Request request) {
        {
            const std::lock_guard lock(mutex_);
            if (asked_ && *asked_ == request) return;
            asked_ = std::move(request);
            waiting_ = true;
            overtaken_ = true;
        }
        wake_.notify_all();
    }
    /// The latest answer, or null.
    Answer latest() const {
        const std::lock_guard lock(mutex_);
        return latest_;
    }
    /// Whether nothing is asked that has not been answered (or has failed).
    bool idle() const {
        const std::lock_guard lock(mutex_);
        return !waiting_ && !busy_;
    }
    /// What went wrong since the last call, or null.
    std::exception_ptr take_problem() {
        const std::lock_guard lock(mutex_);
        return std::exchange(problem_, nullptr);
    }

private:
    void run() {
        std::unique_lock lock(mutex_);
        while (true) {
            wake_.wait(lock, [this] { return quit_ || waiting_; });
            if (quit_) return;
            waiting_ = false;
            busy_ = true;
            overtaken_ = false;
            const Request request = *asked_;
            const Answer last = latest_;
            lock.unlock();
            Answer answer;
            std::exception_ptr problem;
            try {
                answer = work_(request, last, overtaken_);
            } catch (...) {
                problem = std::current_exception();
            }
            lock.lock();
            busy_ = false;
            if (answer) latest_ = answer;
            if (problem) problem_ = problem;
            lock.unlock();
            if (news_ && (answer || problem)) news_();
            lock.lock();
        }
    }

    Work work_;
    std::function<void()> news_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    bool quit_ = false;
    bool waiting_ = false;
    bool busy_ = false;
    std::atomic<bool> overtaken_{false};
    std::optional<Request> asked_;
    Answer latest_;
    std::exception_ptr problem_;
    std::thread worker_;  ///< last: it uses all of the above
};

}  // namespace algemeente::viewer
