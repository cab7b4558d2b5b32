// Charts as inline SVG, in the style of pages.
#pragma once

#include "present/charts/dumbbell.h"
#include "present/charts/fan.h"
#include "present/charts/interval_bars.h"
#include "present/charts/lines.h"
#include "present/charts/scatter.h"
#include "present/charts/stacked.h"

#include <string>

namespace algemeente::present {

/// Widths of drawings: the whole page, half of it, a third.
inline constexpr float full_width = 860;
inline constexpr float half_width = 420;
inline constexpr float third_width = 276;

struct Size {
    float width = full_width;
    float height = 380;
};

std::string drawing(const FanChart& chart, Size size, Language language);
std::string drawing(const StackedChart& chart, Size size, Language language);
std::string drawing(const ScatterChart& chart, Size size, Language language);
std::string drawing(const EstimateLines& chart, Size size, Language language);
// as high as their rows need
std::string drawing(const DumbbellChart& chart, float width, Language language);
std::string drawing(const IntervalBars& chart, float width, Language language);

}  // namespace algemeente::present
