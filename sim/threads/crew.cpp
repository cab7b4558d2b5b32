#include "threads/crew.h"

#include "threads/start_threads.h"

namespace algemeente {

Crew::Crew(int threads) {
    if (threads > 1)
        helpers_ = start_threads(static_cast<std::size_t>(threads - 1), 1, [this](std::size_t) { help(); });
}

Crew::~Crew() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    begin_.notify_all();
    for (std::thread& helper : helpers_) helper.join();
}

void Crew::take_pieces(const std::function<void(std::size_t)>& work, std::size_t count) {
    for (std::size_t piece = next_.fetch_add(1); piece < count; piece = next_.fetch_add(1)) work(piece);
}

void Crew::share_out(std::size_t count, const std::function<void(std::size_t)>& work) {
    if (helpers_.empty()) {
        for (std::size_t piece = 0; piece < count; ++piece) work(piece);
        return;
    }
    {
        const std::lock_guard lock(mutex_);
        work_ = &work;
        count_ = count;
        next_ = 0;
        busy_ = helpers_.size();
        ++round_;
    }
    begin_.notify_all();
    take_pieces(work, count);
    std::unique_lock lock(mutex_);
    end_.wait(lock, [this] { return busy_ == 0; });
}

void Crew::help() {
    std::uint64_t seen = 0;
    std::unique_lock lock(mutex_);
    while (true) {
        begin_.wait(lock, [&] { return closing_ || round_ != seen; });
        if (closing_) return;
        seen = round_;
        const std::function<void(std::size_t)>* work = work_;
        const std::size_t count = count_;
        lock.unlock();
        take_pieces(*work, count);
        lock.lock();
        if (--busy_ == 0) end_.notify_one();
    }
}

}  // namespace algemeente
