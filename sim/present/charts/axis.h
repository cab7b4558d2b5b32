// Limits and ticks: steps of 1, 2 or 5 times a power of ten; years below.
#pragma once

#include "present/charts/range.h"
#include "present/charts/scene.h"
#include "present/words/language.h"

namespace algemeente::present {

/// A step of 1, 2 or 5 times a power of ten that gives at most `most` steps over `span`.
double nice_step(double span, int most);
/// The smallest range with nice ends that holds `range`.
Range nice_range(Range range, int most = 6);
std::vector<double> ticks(Range range, int most = 6);
/// Years to write, thinned out when there is little room.
std::vector<int> year_ticks(int months, float width, float letter_size);

/// A month to write at the time axis: a year, or a month of one when little time is shown.
struct TimeTick {
    int month = 0;
    std::string words;
};
std::vector<TimeTick> time_ticks(Range shown, float width, float letter_size, Language language);

/// From months and values to pixels and back.
struct PlotArea {
    Rect area;
    int months = 1;
    Range y;
    std::optional<Range> time{};  ///< months shown; none: all

    Range shown() const { return time.value_or(Range{0, static_cast<double>(std::max(1, months - 1))}); }
    float x_of(double month) const {
        return area.x + static_cast<float>((month - shown().low) / shown().span()) * area.width;
    }
    float y_of(double value) const {
        return area.bottom() - static_cast<float>((value - y.low) / y.span()) * area.height;
    }
    double time_at(float x) const;
    int month_at(float x) const;
    double value_at(float y_pixel) const;
};

}  // namespace algemeente::present
