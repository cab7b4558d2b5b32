// What goes to a worker and what comes back.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente {

/// One run that is to be done: a point, a replicate.
struct RunTask {
    std::int64_t run = 0;  ///< point * replicates + replicate
    std::int64_t point = 0;
    int scenario = 0;
    int replicate = 0;
    std::vector<double> values;  ///< of the inputs
};

enum class RunStatus : std::uint8_t { done, failed, timeout, cancelled };

/// One run that has ended. A cancelled one is not kept.
struct RunRecord {
    std::int64_t run = 0;
    RunStatus status = RunStatus::done;
    double seconds = 0;
    std::uint64_t fingerprint = 0;
    std::string error;             ///< why it failed
    std::vector<double> outcomes;  ///< in the order of kept_outcomes()
    std::vector<double> series;    ///< [month][domain][outcome of the experiment], when asked for
};

/// Does a run; called from many threads at once. Never throws: what goes wrong is the record's error.
using RunModel = std::function<RunRecord(const RunTask& task, const std::atomic<bool>& cancel)>;

std::string_view status_word(RunStatus status);

}  // namespace algemeente
