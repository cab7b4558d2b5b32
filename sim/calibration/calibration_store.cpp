#include "calibration/calibration_store.h"

namespace algemeente {

namespace {

StoreSubject subject_of(const Calibration& calibration) {
    StoreSubject subject{.kind = "calibration",
                         .kind_of = "a calibration",
                         .title = calibration.title,
                         .identity = calibration_identity(calibration),
                         .made_with = made_with_now({calibration.base}),
                         .columns = {}};
    for (const Statistic& statistic : statistics()) subject.columns.emplace_back(statistic.name);
    return subject;
}

}  // namespace

CalibrationStore::CalibrationStore(const std::filesystem::path& file, const Calibration& calibration,
                                   bool other_program)
    : PointsStore(file, subject_of(calibration), other_program) {}

}  // namespace algemeente
