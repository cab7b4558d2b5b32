// Threads as far as the system starts any.
#pragma once

#include <cstddef>
#include <functional>
#include <thread>
#include <vector>

namespace algemeente {

/// Starts `work(first)`, `work(first + 1)`, ... on `count` threads of their own. Where the system refuses to start one
/// (a limit on processes or on memory), those that have started are all there are: results never depend on how many.
std::vector<std::thread> start_threads(std::size_t count, std::size_t first,
                                       const std::function<void(std::size_t)>& work);

/// For work that cannot go on without a thread of its own. Throws std::runtime_error, in words for the person before
/// the screen, when the system starts none.
std::thread require_thread(const std::function<void()>& work);

}  // namespace algemeente
