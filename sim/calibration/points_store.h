// A store of points that are chosen while it fills: one SQLite file with the points that were visited and every run
// that has ended. All that is decided is decided again from the runs, so what was stopped anywhere goes on as if it had
// not been. Calibrations and explorations keep their runs in one.
#pragma once

#include "experiments/run_record.h"
#include "experiments/sqlite.h"
#include "experiments/store_lock.h"
#include "output/made_with.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace algemeente {

/// A point that is visited: a candidate by its number, in one round of what the store is of.
struct VisitedPoint {
    int round = 0;
    std::uint64_t candidate = 0;
    bool operator==(const VisitedPoint&) const = default;
};

/// Statistics of a run, as they are, in the order of the store's columns.
using StatisticsOfRun = std::vector<double>;

/// What a store is of.
struct StoreSubject {
    std::string kind;      ///< "calibration": the name of its table
    std::string kind_of;   ///< "a calibration", in messages
    std::string title;     ///< for people
    std::string identity;  ///< equal for what makes equal runs
    MadeWith made_with;
    std::vector<std::string> columns;  ///< numbers kept of each run
};

class PointsStore {
public:
    /// Opens the store of `subject`, or makes it. Throws InputError when it is that of another one, of other data, or
    /// (unless `other_program`) of another build; and what SQLite and locks have to say.
    PointsStore(const std::filesystem::path& file, StoreSubject subject, bool other_program);
    ~PointsStore();
    PointsStore(const PointsStore&) = delete;
    PointsStore& operator=(const PointsStore&) = delete;

    /// Adds points from number `first` on. Those that are there already must be the same; throws InputError otherwise
    /// (another program would have chosen others).
    void visit(std::size_t first, const std::vector<VisitedPoint>& points);

    const std::map<std::pair<std::int64_t, int>, StatisticsOfRun>& runs() const { return runs_; }
    /// Of a point and replicate; nullptr if it has not been done.
    const StatisticsOfRun* run(std::int64_t point, int replicate) const;

    void keep(std::int64_t point, int replicate, const RunRecord& record);
    /// Makes durable what was kept.
    void commit();

private:
    void create();
    void require_same(bool other_program);
    void read();
    void begin();

    std::filesystem::path file_;
    StoreSubject subject_;
    StoreLock lock_;
    bool is_new_;
    SqliteConnection connection_;
    bool in_transaction_ = false;
    std::vector<VisitedPoint> points_;
    std::map<std::pair<std::int64_t, int>, StatisticsOfRun> runs_;
};

}  // namespace algemeente
