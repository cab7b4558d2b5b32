// Does the calibration recover a truth that it does not know? Twins: a run of the model at a drawn point is taken for
// history, the calibration gets its statistics and nothing else, and what it then says of statistics that it was not
// given is held against the twin's own.
#pragma once

#include "calibration/calibrate.h"
#include "text/table.h"

#include <array>
#include <cstddef>
#include <vector>

namespace algemeente {

/// What the calibration to one twin says of one statistic that it was not tuned by.
struct TwinStatement {
    std::size_t statistic = 0;
    double truth = 0;
    double low = 0, high = 0;              ///< 90 % of the runs that come nearest
    double prior_low = 0, prior_high = 0;  ///< 90 % of plain draws
    double rank = 0;                       ///< share of the nearest runs below the truth

    bool is_covered() const { return truth >= low && truth <= high; }
};

struct Twin {
    std::uint64_t candidate = 0;  ///< the truth
    bool is_other_model = false;  ///< its citizens decide nothing: the model can only imitate it
    double distance = 0;          ///< of the nearest tenth of the runs, on average
    std::vector<TwinStatement> statements;
};

struct TwinStudy {
    std::vector<Twin> twins;
    bool cancelled = false;

    /// Of statements about twins of the same model.
    double coverage() const;
    /// Mean width relative to that of plain draws; below 1: something was learnt.
    double relative_width() const;
    /// Share of twins of the other model that lie farther from all runs than 95 % of the others do.
    double detected_share() const;
};

struct TwinOptions {
    int twins = 20;
    int other_models = 4;     ///< twins besides, in which one mechanism is off
    int runs = 200;           ///< of each twin's calibration
    int nearest = 40;         ///< of those, that speak
    int candidates = 20'000;  ///< that the emulators look at for each twin
};

/// `result`: of the calibration whose emulators are used; the runs are kept in its store, behind its own.
TwinStudy calibrate_to_twins(const Calibration& calibration, const CalibrationResult& result, CalibrationStore& store,
                             Workforce& workforce, const CalibrateOptions& options, const TwinOptions& twins);

inline constexpr std::size_t rank_tenths = 10;
/// How many statements about twins of the same model have the rank of the truth in each tenth, the last with 1: as many
/// in each where the method is right.
std::array<int, rank_tenths> statements_by_rank(const TwinStudy& study);

/// One row for each statement.
Table twins_table(const TwinStudy& study);

}  // namespace algemeente
