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

PastRunner::PastRunner(const Calibration& calibration)
    : calibration_(calibration), dimensions_(calibration.dimensions()) {}

Scenario PastRunner::scenario_of(const RunTask& task) const {
    Scenario drawn = scenario_at(calibration_.base, dimensions_, task.values);
    return task.scenario == 0 ? drawn : Contrasts(std::move(drawn)).called("without:citizens");
}

RunRecord PastRunner::run(const RunTask& task, const std::atomic<bool>& cancel) const {
    const auto start = std::chrono::steady_clock::now();
    RunRecord record{.run = task.run, .status = RunStatus::cancelled, .error = {}, .outcomes = {}, .series = {}};
    try {
        const auto base = std::make_shared<const Scenario>(scenario_of(task));
        auto scandal = std::make_shared<Scenario>(*base);
        scandal->shocks = calibration_.with_scandal;
        scandal->parameters.months = scandal_months;
        const auto country = countries_.of(*base, calibration_.seed, static_cast<std::uint64_t>(task.replicate));
        ReplicateRun usual(base, *country, calibration_.seed, task.replicate, false);
        if (!pass_until(usual, scandal_month, cancel)) return record;
        ReplicateRun shaken(usual, scandal);  // the past is the same until then
        if (!pass_until(usual, past_months, cancel) || !pass_until(shaken, scandal_months, cancel)) return record;
        const History history = usual.take_history();
        const History shaken_history = shaken.take_history();
        for (const Statistic& statistic : statistics())
            record.outcomes.push_back(statistic.read({history, shaken_history, *country}));
        record.fingerprint = history.fingerprint;
        record.status = RunStatus::done;
    } catch (const std::exception& error) {
        record.status = RunStatus::failed;
        record.error = error.what();
    }
    record.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return record;
}

}  // namespace algemeente
