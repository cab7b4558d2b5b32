// The runs of a store of points: what it lacks is given to a workforce and kept.
#pragma once

#include "calibration/points_store.h"
#include "experiments/workforce.h"

#include <atomic>
#include <cstddef>
#include <functional>
#include <vector>

namespace algemeente {

/// Who is told how far it is, and who may stop it.
struct RunsWatch {
    const std::atomic<bool>* cancel = nullptr;
    std::function<void(std::int64_t done, std::int64_t all)> progress;  ///< in runs of the store

    bool is_cancelled() const { return cancel != nullptr && cancel->load(); }
};

class StoredRuns {
public:
    /// `planned`: runs that the store will hold at the end, for progress. All must outlive it.
    StoredRuns(PointsStore& store, Workforce& workforce, const RunsWatch& watch, std::int64_t planned)
        : store_(store), workforce_(workforce), watch_(watch), planned_(planned) {}

    /// As PointsStore::visit.
    void visit(std::size_t first, const std::vector<VisitedPoint>& points) { store_.visit(first, points); }

    /// Sees to it that all of these points have so many replicates. False when it was cancelled; what had ended is
    /// kept. Throws InputError when a run fails. `scenario`: as the model of the workforce takes it.
    bool complete(const std::vector<std::size_t>& points, int replicates,
                  const std::function<std::vector<double>(std::size_t point)>& place, int scenario = 0);

    /// Of a point and replicate that is complete.
    const StatisticsOfRun* of(std::size_t point, int replicate) const {
        return store_.run(static_cast<std::int64_t>(point), replicate);
    }

private:
    PointsStore& store_;
    Workforce& workforce_;
    const RunsWatch& watch_;
    std::int64_t planned_;
};

}  // namespace algemeente
