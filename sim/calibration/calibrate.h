// The course of a calibration: waves of runs and emulators, finalists, members.
#pragma once

#include "calibration/calibration.h"
#include "calibration/calibration_store.h"
#include "calibration/candidates.h"
#include "calibration/stored_runs.h"
#include "experiments/workforce.h"
#include "statistics/estimate.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace algemeente {

/// How well the emulator of a statistic did on runs of a wave that it had not seen.
struct EmulatorCheck {
    std::size_t statistic = 0;
    double predicted_share = 0;  ///< of the variance
    Estimate coverage;           ///< share of unseen runs within its 95 % interval
};

struct WaveResult {
    int runs = 0;
    double passing_share = 0;           ///< of the wave's runs: no target is missed
    double possible_share = 1;          ///< of the candidates that the emulators looked at before it; 1 for the first
    std::vector<EmulatorCheck> checks;  ///< of the targets that are tuned by, in their order
};

/// A point with runs, held against the targets.
struct JudgedPoint {
    std::uint64_t candidate = 0;
    std::int64_t point = 0;     ///< in the store
    std::vector<double> means;  ///< of statistics(), over replicates, each on its target's scale
    double worst = 0;           ///< largest implausibility of targets that are tuned by
    double distance = 0;        ///< root of the mean over groups of mean squared implausibilities
};

struct CalibrationResult {
    std::vector<WaveResult> waves;
    std::vector<StatisticsOfRun> prior_runs;   ///< of the first wave: one of each plain draw
    std::vector<JudgedPoint> finalists;        ///< of the last round, the nearest first
    std::vector<JudgedPoint> members;          ///< not ruled out, the nearest first
    std::vector<StatisticsOfRun> member_runs;  ///< all runs of all members
    double tolerance = 0;                      ///< distance of the farthest member
    std::vector<EmulatedTarget> emulated;      ///< those of the last wave
    std::vector<double> luck;                  ///< variance of one run on the scale, by target that is tuned by
    std::size_t visited = 0;                   ///< points in the store
    double prior_share = 0;   ///< of plain draws whose single run is not ruled out and within that distance
    double guided_share = 0;  ///< the same of the candidates of the last choice
    double seconds_of_runs = 0, seconds_of_emulators = 0;  ///< wall time of this call
    bool cancelled = false;
};

struct CalibrateOptions {
    int threads = 0;  ///< of what is not a run
    RunsWatch watch;
    /// A wave has ended, its emulators are fitted and checked: the last of the waves so far.
    std::function<void(const CalibrationResult& so_far)> wave_ended;
};

/// Runs of the waves and the finals.
std::int64_t planned_runs(const Calibration& calibration);

/// Does what the store lacks and decides. Throws InputError when an emulator covers so badly that choosing by it would
/// mislead, when a run fails, and when fewer than two points are left.
CalibrationResult calibrate(const Calibration& calibration, CalibrationStore& store, Workforce& workforce,
                            const CalibrateOptions& options);

/// Those that parameters may be chosen by, in their order.
std::vector<Target> tuned_targets(const Calibration& calibration);

/// Worst implausibility and distance of means over `replicates` runs; `luck`: variance of one run, by target.
void judge_point(JudgedPoint& point, const std::vector<Target>& targets, std::span<const double> luck, int replicates);

}  // namespace algemeente
