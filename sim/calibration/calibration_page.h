// What is known after a calibration, as one page that needs nothing else.
#pragma once

#include "calibration/calibrate.h"
#include "calibration/twins.h"
#include "patterns/study_record.h"
#include "present/words/language.h"

#include <filesystem>

namespace algemeente {

/// `twins` may be empty.
void write_calibration_page(const Calibration& calibration, const CalibrationResult& result, const TwinStudy& twins,
                            const StudyRecord& record, const std::filesystem::path& file, present::Language language);

}  // namespace algemeente
