// What a calibration leaves for people and scripts.
#pragma once

#include "calibration/calibrate.h"
#include "text/table.h"

#include <filesystem>

namespace algemeente {

/// One row for each target: what is known, what plain draws gave, what the members give (5, 50 and 95 %), how many
/// plain draws miss it, and how well its emulator did in the last wave.
Table targets_table(const Calibration& calibration, const CalibrationResult& result);

/// One row for each number that was drawn, the most constrained first: its prior range, what of it the members span,
/// and how far they differ from plain draws. Most hardly do: history says little about single numbers.
Table numbers_table(const Calibration& calibration, const CalibrationResult& result);

/// One row for each wave: runs, and the shares that passed before and after.
Table waves_table(const CalibrationResult& result);

/// Members as members_file.h reads them.
Table members_table(const Calibration& calibration, const CalibrationResult& result);

/// targets.csv, numbers.csv, waves.csv and members.csv.
void write_calibration(const Calibration& calibration, const CalibrationResult& result,
                       const std::filesystem::path& folder);

}  // namespace algemeente
