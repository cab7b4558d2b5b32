#include "threads/side_by_side.h"

#include "threads/start_threads.h"

#include <algorithm>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace algemeente {

int thread_count(int wanted) {
    return wanted > 0 ? wanted : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

void work_side_by_side(int threads, const std::function<bool(std::size_t worker)>& step,
                       const std::atomic<bool>* stop) {
    std::atomic<bool> failed{false};
    std::mutex mutex;
    std::exception_ptr failure;
    const auto stopped = [&] {
        return failed.load(std::memory_order_relaxed) || (stop != nullptr && stop->load(std::memory_order_relaxed));
    };
    const auto work = [&](std::size_t worker) {
        try {
            while (!stopped() && step(worker)) {
            }
        } catch (...) {
            const std::lock_guard lock(mutex);
            if (!failure) failure = std::current_exception();
            failed = true;
        }
    };
    std::vector<std::thread> helpers;
    if (threads > 1) helpers = start_threads(static_cast<std::size_t>(threads - 1), 1, work);
    work(0);
    for (std::thread& helper : helpers) helper.join();
    if (failure) std::rethrow_exception(failure);
}

}  // namespace algemeente
