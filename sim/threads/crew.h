// A few threads that share out numbered pieces of work, again and again.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace algemeente {

/// Runs pieces 0..count-1 on all its threads, the caller's included. Who takes which piece is left to chance, so
/// pieces must not depend on each other; results then do not depend on the number of threads.
/// With one thread everything runs in the caller, without any locking.
class Crew {
public:
    /// `threads` in all, at least 1; fewer where the system starts no more.
    explicit Crew(int threads);
    ~Crew();
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;

    int threads() const { return static_cast<int>(helpers_.size()) + 1; }

    /// Returns when all pieces are done. `work` must not throw.
    void share_out(std::size_t count, const std::function<void(std::size_t)>& work);

private:
    void help();
    void take_pieces(const std::function<void(std::size_t)>& work, std::size_t count);

    std::vector<std::thread> helpers_;
    std::mutex mutex_;
    std::condition_variable begin_;
    std::condition_variable end_;
    const std::function<void(std::size_t)>* work_ = nullptr;
    std::size_t count_ = 0;
    std::atomic<std::size_t> next_{0};
    std::size_t busy_ = 0;
    std::uint64_t round_ = 0;
    bool closing_ = false;
};

}  // namespace algemeente
