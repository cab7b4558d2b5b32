// Work that comes in pieces of its own length, on several threads until none is left.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>

namespace algemeente {

/// As many threads as are wanted; 0: one for every core.
int thread_count(int wanted);

/// Repeats `step` on `threads` threads, the caller's included, each until its `step` says that nothing is left (false).
/// `worker` is the thread's number, from 0. Where the system starts fewer threads, those do all the work. All end
/// before their next step when `stop` is given and set, and when a step throws; what it threw first is thrown here.
void work_side_by_side(int threads, const std::function<bool(std::size_t worker)>& step,
                       const std::atomic<bool>* stop = nullptr);

}  // namespace algemeente
