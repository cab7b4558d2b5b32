#include "calibration/past_runner.h"

#include "ensemble/replicate_run.h"
#include "patterns/contrasts.h"

#include <chrono>
#include <exception>
#include <memory>
#include <utility>

namespace algemeente {

namespace {

/// Passes months until `month`; false when it was cancelled.
bool pass_until(ReplicateRun& run, int month, const std::atomic<bool>& cancel) {
    while (run.month() < month) {
        if (cancel.load(std::memory_order_relaxed)) return false;
        run.pass_month();
    }
    return true;
}

}  // namespace

std::optional<TwoPasts> pass_two_pasts(const std::shared_ptr<const Scenario>& base,
                                       const std::vector<Shock>& with_scandal, const Country& country,
                                       std::uint64_t seed, int luck, const std::atomic<bool>& cancel) {
    auto scandal = std::make_shared<Scenario>(*base);
    scandal->shocks = with_scandal;
    scandal->parameters.months = scandal_months;
    ReplicateRun usual(base, country, seed, luck, false);
    if (!pass_until(usual, scandal_month, cancel)) return std::nullopt;
    ReplicateRun shaken(usual, scandal);  // the past is the same until then
    if (!pass_until(usual, past_months, cancel) || !pass_until(shaken, scandal_months, cancel)) return std::nullopt;
    return TwoPasts{usual.take_history(), shaken.take_history()};
}

RunRecord recorded_run(const RunTask& task, const std::function<bool(RunRecord& record)>& work) {
    const auto start = std::chrono::steady_clock::now();
    RunRecord record{.run = task.run, .status = RunStatus::cancelled, .error = {}, .outcomes = {}, .series = {}};
    try {
        if (work(record)) record.status = RunStatus::done;
    } catch (const std::exception& error) {
        record.status = RunStatus::failed;
        record.error = error.what();
    }
    record.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return record;
}

PastRunner::PastRunner(const Calibration& calibration)
    : calibration_(calibration), dimensions_(calibration.dimensions()) {}

Scenario PastRunner::scenario_of(const RunTask& task) const {
    Scenario drawn = scenario_at(calibration_.base, dimensions_, task.values);
    return task.scenario == 0 ? drawn : Contrasts(std::move(drawn)).called("without:citizens");
}

RunRecord PastRunner::run(const RunTask& task, const std::atomic<bool>& cancel) const {
    return recorded_run(task, [&](RunRecord& record) {
        const auto base = std::make_shared<const Scenario>(scenario_of(task));
        const auto country = countries_.of(*base, calibration_.seed, static_cast<std::uint64_t>(task.replicate));
        const std::optional<TwoPasts> pasts =
            pass_two_pasts(base, calibration_.with_scandal, *country, calibration_.seed, task.replicate, cancel);
        if (!pasts) return false;
        for (const Statistic& statistic : statistics())
            record.outcomes.push_back(statistic.read({pasts->base, pasts->scandal, *country}));
        record.fingerprint = pasts->base.fingerprint;
        return true;
    });
}

}  // namespace algemeente
