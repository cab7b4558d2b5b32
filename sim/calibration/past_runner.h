// The past, simulated at a point of the cube of assumptions: what a calibration gives to threads or ranks.
#pragma once

#include "calibration/calibration.h"
#include "experiments/run_record.h"
#include "netherlands/country_of.h"
#include "observe/history.h"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace algemeente {

/// A past, and the same past with other shocks after scandal_month.
struct TwoPasts {
    History base;
    History scandal;
};

/// Simulates both; nothing when it was cancelled. They share luck number `luck`.
std::optional<TwoPasts> pass_two_pasts(const std::shared_ptr<const Scenario>& base,
                                       const std::vector<Shock>& with_scandal, const Country& country,
                                       std::uint64_t seed, int luck, const std::atomic<bool>& cancel);

/// A record of the run that `work` does: it fills in outcomes and fingerprint and returns true, or false when it was
/// cancelled. What it throws is the record's error.
RunRecord recorded_run(const RunTask& task, const std::function<bool(RunRecord& record)>& work);

/// Every run has luck of its own (RunTask::replicate is its number among all runs): with luck in common, whole waves
/// would be off in the same direction, and nothing in them would tell.
class PastRunner {
public:
    /// `calibration` must outlive it.
    explicit PastRunner(const Calibration& calibration);

    /// `task.values`: a point of the unit cube; `task.scenario`: 0, or 1 for a world in which citizens decide nothing,
    /// which the calibrated model is not. The outcomes are all statistics(), as they are, in their order.
    RunRecord run(const RunTask& task, const std::atomic<bool>& cancel) const;

private:
    Scenario scenario_of(const RunTask& task) const;

    const Calibration& calibration_;
    std::vector<PriorDimension> dimensions_;
    mutable Countries countries_;
};

}  // namespace algemeente
