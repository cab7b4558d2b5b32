// The runs of a calibration: what the store lacks is given to a workforce and kept.
#pragma once

#include "calibration/calibrate.h"
#include "calibration/calibration_store.h"
#include "experiments/workforce.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace algemeente {

/// Runs of the waves and the finals.
std::int64_t planned_runs(const Calibration& calibration);

class CalibrationRuns {
public:
    /// `planned`: runs that the store will hold at the end, for progress.
    CalibrationRuns(CalibrationStore& store, Workforce& workforce, const CalibrateOptions& options,
                    std::int64_t planned)
        : store_(store), workforce_(workforce), options_(options), planned_(planned) {}

    /// As CalibrationStore::visit.
    void visit(std::size_t first, const std::vector<VisitedPoint>& points) { store_.visit(first, points); }

    /// Sees to it that all of these points have so many replicates. False when it was cancelled; what had ended is
    /// kept. Throws InputError when a run fails. `scenario`: as PastRunner takes it.
    bool complete(const std::vector<std::size_t>& points, int replicates,
                  const std::function<std::vector<double>(std::size_t point)>& place, int scenario = 0);

    /// Of a point and replicate that is complete.
    const StatisticsOfRun* of(std::size_t point, int replicate) const {
        return store_.run(static_cast<std::int64_t>(point), replicate);
    }

private:
    CalibrationStore& store_;
    Workforce& workforce_;
    const CalibrateOptions& options_;
    std::int64_t planned_;
};

}  // namespace algemeente
