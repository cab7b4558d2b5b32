// The store of a calibration.
#pragma once

#include "calibration/calibration.h"
#include "calibration/points_store.h"

#include <filesystem>

namespace algemeente {

class CalibrationStore : public PointsStore {
public:
    /// As PointsStore; its columns are statistics(), in their order.
    CalibrationStore(const std::filesystem::path& file, const Calibration& calibration, bool other_program);
};

}  // namespace algemeente
