#include "calibration/stored_runs.h"

#include "text/error.h"

#include <fmt/format.h>

#include <chrono>

namespace algemeente {

namespace {

constexpr int most_replicates = 64;  ///< of a point: their luck is numbered point * 64 + replicate

RunTask task_of(std::size_t point, int replicate, std::vector<double> place, int scenario) {
    RunTask task;
    task.point = static_cast<std::int64_t>(point);
    task.run = task.point * most_replicates + replicate;
    task.replicate = static_cast<int>(task.run);
    task.scenario = scenario;
    task.values = std::move(place);
    return task;
}

}  // namespace

bool StoredRuns::complete(const std::vector<std::size_t>& points, int replicates,
                          const std::function<std::vector<double>(std::size_t point)>& place, int scenario) {
    using Clock = std::chrono::steady_clock;
    constexpr std::chrono::milliseconds patience{20};
    constexpr std::chrono::milliseconds between_commits{500};
    std::vector<std::pair<std::size_t, int>> missing;
    for (int replicate = 0; replicate < replicates; ++replicate)
        for (const std::size_t point : points)
            if (of(point, replicate) == nullptr) missing.emplace_back(point, replicate);
    std::size_t done = 0;
    std::size_t given = 0;
    Clock::time_point committed = Clock::now();
    while (true) {
        std::vector<RunTask> tasks;
        for (std::size_t room = workforce_.room(); room > 0 && given < missing.size() && !watch_.is_cancelled();
             --room, ++given)
            tasks.push_back(
                task_of(missing[given].first, missing[given].second, place(missing[given].first), scenario));
        if (!tasks.empty()) workforce_.give(std::move(tasks));
        const bool over = (given == missing.size() || watch_.is_cancelled()) && workforce_.in_flight() == 0;
        if (!over)
            for (const RunRecord& record : workforce_.collect(patience)) {
                if (record.status == RunStatus::cancelled) continue;
                if (record.status != RunStatus::done)
                    throw InputError(fmt::format("run {} failed: {}", record.run, record.error));
                store_.keep(record.run / most_replicates, static_cast<int>(record.run % most_replicates), record);
                ++done;
            }
        if (over || Clock::now() - committed >= between_commits) {
            store_.commit();
            committed = Clock::now();
            if (watch_.progress) watch_.progress(static_cast<std::int64_t>(store_.runs().size()), planned_);
        }
        if (over) return done == missing.size();
    }
}

}  // namespace algemeente
