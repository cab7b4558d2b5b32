// One worker beside the screen that answers the latest request.
#pragma once

#include "threads/start_threads.h"
#include "viewer/ensemble/hands.h"

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
    /// Long work in pieces: each call does one, the last of them returns the answer.
    using Piece = std::function<std::optional<Answer>()>;
    using Begin = std::function<Piece(const Request&)>;

    /// `news` is called from the worker, without a lock, when there is an answer or a problem.
    explicit LatestWins(Work work, std::function<void()> news = {}, Hands hands = Hands::threads)
        : work_(std::move(work)), news_(std::move(news)) {
        start(hands);
    }
    /// Without threads a frame waits for one piece only.
    LatestWins(Begin begin, std::function<void()> news, Hands hands)
        : begin_(std::move(begin)), news_(std::move(news)) {
        start(hands);
    }
    ~LatestWins() {
        {
            const std::lock_guard lock(mutex_);
            quit_ = true;
            overtaken_ = true;
        }
        wake_.notify_all();
        if (worker_.joinable()) worker_.join();
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

    /// One piece of work, by the caller, where no thread does it. True if more is left.
    bool work() {
        std::unique_lock lock(mutex_);
        if (waiting_) {
            take_request(lock);
        } else if (!busy_) {
            return false;
        }
        do_piece(lock);
        return waiting_ || busy_;
    }

private:
    void start(Hands hands) {
        if (hands == Hands::threads) worker_ = require_thread([this] { run(); });
    }

    void run() {
        std::unique_lock lock(mutex_);
        while (true) {
            wake_.wait(lock, [this] { return quit_ || waiting_; });
            if (quit_) return;
            take_request(lock);
            while (busy_ && !quit_) do_piece(lock);
        }
    }

    /// The latest request becomes the one at hand.
    void take_request(std::unique_lock<std::mutex>& lock) {
        waiting_ = false;
        busy_ = true;
        overtaken_ = false;
        const Request request = *asked_;
        const Answer last = latest_;
        lock.unlock();
        Piece piece;
        if (work_) {
            piece = [this, request, last] { return std::optional(work_(request, last, overtaken_)); };
        } else {
            piece = [this, request, begun = Piece()]() mutable {
                if (!begun) begun = begin_(request);
                return begun();
            };
        }
        lock.lock();
        piece_ = std::move(piece);
    }

    /// The next piece of the request at hand. After it the request is answered, has failed, is overtaken, or goes on.
    void do_piece(std::unique_lock<std::mutex>& lock) {
        lock.unlock();
        std::optional<Answer> done;
        std::exception_ptr problem;
        try {
            done = piece_();
        } catch (...) {
            problem = std::current_exception();
        }
        lock.lock();
        const bool over = done || problem || overtaken_;
        if (!over) return;
        busy_ = false;
        piece_ = {};
        const bool news = problem || (done && *done);
        if (done && *done) latest_ = *done;
        if (problem) problem_ = problem;
        if (!news || !news_) return;
        lock.unlock();
        news_();
        lock.lock();
    }

    Work work_;
    Begin begin_;
    Piece piece_;  ///< of the request at hand
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
    std::thread worker_;  ///< last: it uses all of the above; none if others do the work
};

}  // namespace algemeente::viewer
