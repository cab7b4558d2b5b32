// Axes: from values to places in a drawing, and round numbers along them.
#pragma once

#include "present/words/language.h"

#include <string>
#include <vector>

namespace algemeente {

/// Maps values from..to on places first..last (pixels), in a straight line.
struct Scale {
    double from = 0;
    double to = 1;
    double first = 0;
    double last = 1;

    double operator()(double value) const {
        return to == from ? first : first + (value - from) / (to - from) * (last - first);
    }
};

/// Round step (1, 2 or 5 times a power of ten) that divides low..high into about `count` parts.
double round_step(double low, double high, int count);

/// Multiples of the round step from the first at or below `low` to the first at or above `high`: the axis then runs
/// from the first tick to the last. Two ticks at least, also when low equals high.
std::vector<double> round_ticks(double low, double high, int count);

/// "0.5", "12", "15,000", "40 %": just as many decimals as `step` needs.
std::string tick_label(double value, double step, bool percent, present::Language language);

}  // namespace algemeente
