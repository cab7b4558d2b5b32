// The use-case table of the specification, for numbers that the specification prints.
#pragma once

#include "parameters/use_cases.h"

namespace algemeente {

/// The table as it is in C3.0: before eleven cells followed the register of April 2025 (use_case_grounds.def).
inline UseCaseTable specified_use_cases() {
    UseCaseTable table = standard_use_cases();
    UseCase& cross_match = table[find_use_case("signal_cross_match")];
    cross_match.sources = 4;
    cross_match.impact = .6;
    cross_match.enforcement = .8;
    UseCase& sensing = table[find_use_case("asset_and_waste_sensing")];
    sensing.sources = 1.6;
    sensing.personal_data = .05;
    sensing.level_max = 2;
    UseCase& crowds = table[find_use_case("crowd_monitoring")];
    crowds.impact = .25;
    crowds.personal_data = .55;
    UseCase& scan_cars = table[find_use_case("scan_car_enforcement")];
    scan_cars.sources = 2.2;
    scan_cars.impact = .3;
    scan_cars.public_space = .7;
    return table;
}

}  // namespace algemeente
