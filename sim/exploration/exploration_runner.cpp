#include "exploration/exploration_runner.h"

#include "calibration/past_runner.h"

#include <memory>

namespace algemeente {

ExplorationRunner::ExplorationRunner(const Exploration& exploration)
    : exploration_(exploration), dimensions_(exploration.dimensions()) {}

RunRecord ExplorationRunner::run(const RunTask& task, const std::atomic<bool>& cancel) const {
    return recorded_run(task, [&](RunRecord& record) {
        const auto base = std::make_shared<const Scenario>(scenario_at(exploration_.base, dimensions_, task.values));
        const auto country = countries_.of(*base, exploration_.seed, static_cast<std::uint64_t>(task.replicate));
        const std::optional<TwoPasts> pasts =
            pass_two_pasts(base, exploration_.with_scandal, *country, exploration_.seed, task.replicate, cancel);
        if (!pasts) return false;
        for (const Statistic& result : explored_results())
            record.outcomes.push_back(result.read({pasts->base, pasts->scandal, *country}));
        record.fingerprint = pasts->base.fingerprint;
        return true;
    });
}

}  // namespace algemeente
