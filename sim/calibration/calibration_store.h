// The store of a calibration: one SQLite file with the points that were visited and every run that has ended. All that
// is decided is decided again from the runs, so a calibration that was stopped anywhere goes on as if it had not been.
#pragma once

#include "calibration/calibration.h"
#include "experiments/run_record.h"
#include "experiments/sqlite.h"
#include "experiments/store_lock.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace algemeente {

/// A point that is visited: a candidate by its number (see CandidateSource), in one round of the calibration.
struct VisitedPoint {
    int round = 0;
    std::uint64_t candidate = 0;
    bool operator==(const VisitedPoint&) const = default;
};

/// Statistics of a run, as they are, in the order of statistics().
using StatisticsOfRun = std::vector<double>;

class CalibrationStore {
public:
    /// Opens the store of `calibration`, or makes it. Throws InputError when it is that of another calibration, of
    /// other data, or (unless `other_program`) of another build; and what SQLite and locks have to say.
    CalibrationStore(const std::filesystem::path& file, const Calibration& calibration, bool other_program);
    ~CalibrationStore();
    CalibrationStore(const CalibrationStore&) = delete;
    CalibrationStore& operator=(const CalibrationStore&) = delete;

    /// Adds points at the end. Those that are there already must be the same; throws InputError otherwise (another
    /// program would have chosen others).
    void visit(std::size_t first, const std::vector<VisitedPoint>& points);

    const std::map<std::pair<std::int64_t, int>, StatisticsOfRun>& runs() const { return runs_; }
    /// Of a point and replicate; nullptr if it has not been done.
    const StatisticsOfRun* run(std::int64_t point, int replicate) const;

    void keep(std::int64_t point, int replicate, const RunRecord& record);
    /// Makes durable what was kept.
    void commit();

private:
    void create(const Calibration& calibration);
    void require_same(const Calibration& calibration, bool other_program);
    void read();

    std::filesystem::path file_;
    StoreLock lock_;
    bool is_new_;
    SqliteConnection connection_;
    bool in_transaction_ = false;
    std::vector<VisitedPoint> points_;
    std::map<std::pair<std::int64_t, int>, StatisticsOfRun> runs_;
};

}  // namespace algemeente
