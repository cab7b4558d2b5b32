#include "threads/start_threads.h"

#include <stdexcept>
#include <system_error>
#include <utility>

namespace algemeente {

std::vector<std::thread> start_threads(std::size_t count, std::size_t first,
                                       const std::function<void(std::size_t)>& work) {
    std::vector<std::thread> threads;
    threads.reserve(count);  // no thread may be lost because the list cannot grow
    for (std::size_t i = 0; i < count; ++i) {
        try {
            threads.emplace_back(work, first + i);
        } catch (const std::system_error&) {  // the next would be refused, too
            break;
        }
    }
    return threads;
}

std::thread require_thread(const std::function<void()>& work) {
    std::vector<std::thread> threads = start_threads(1, 0, [work](std::size_t) { work(); });
    if (threads.empty())
        throw std::runtime_error(
            "the system starts no more threads; end other programs, or raise the limit on processes (ulimit -u)");
    return std::move(threads.front());
}

}  // namespace algemeente
