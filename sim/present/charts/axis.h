// Axes: limits, ticks and the words at them. Steps of 1, 2 or 5 times a power of ten; years and months below.
#pragma once

#include "present/charts/range.h"
#include "present/charts/style.h"
#include "present/words/numbers.h"

namespace algemeente::present {

/// A step of 1, 2 or 5 times a power of ten that gives at most `most` steps over `span`.
double nice_step(double span, int most);
/// The smallest range that holds `range` and is at most `most` nice steps long, from one tick to another.
Range nice_range(Range range, int most = 6);
/// Multiples of the nice step within `range`.
std::vector<double> ticks(Range range, int most = 6);
/// "0.5", "12", "15,000", "40%": as many decimals as `step` needs.
std::string tick_words(double value, double step, Language language, NumberForm form = {});

/// A month to write at the time axis: a year, or a month of one when little time is shown.
struct TimeTick {
    int month = 0;
    std::string words;
};
/// As many as there is room for.
std::vector<TimeTick> time_ticks(Range shown, float width, float letter_size, Language language);

/// From months, or values of another kind, and values to pixels and back.
struct PlotArea {
    Rect area;
    int months = 1;
    Range y{};
    std::optional<Range> x{};  ///< what is shown from left to right; none: all months

    Range shown() const { return x.value_or(Range{0, static_cast<double>(std::max(1, months - 1))}); }
    float x_of(double month) const {
        return area.x + static_cast<float>((month - shown().low) / shown().span()) * area.width;
    }
    float y_of(double value) const {
        return area.bottom() - static_cast<float>((value - y.low) / y.span()) * area.height;
    }
    double time_at(float x_pixel) const;
    int month_at(float x_pixel) const;
    double value_at(float y_pixel) const;
};

/// How values are written along an axis.
struct ValueAxis {
    NumberForm form{};
    int most = 6;            ///< ticks at most, and fewer where there is little room
    bool labels = true;      ///< small charts beside each other write them once
    bool zero_line = false;  ///< a stronger line at zero
};
/// Ticks that fit a plot of that height.
int most_ticks_upwards(const ValueAxis& axis, float height, const ChartStyle& style);
/// Room for the words left of a plot.
float left_axis_room(Range y, const ValueAxis& axis, const ChartStyle& style);
/// Lines across, with their values to the left.
void draw_left_axis(Scene& scene, const PlotArea& plot, const ValueAxis& axis, const ChartStyle& style);
/// Lines upwards, with their values below.
void draw_bottom_axis(Scene& scene, const PlotArea& plot, const ValueAxis& axis, const ChartStyle& style);
/// Small strokes below the plot, and their words.
void draw_time_axis(Scene& scene, const PlotArea& plot, const std::vector<TimeTick>& at, bool labels,
                    const ChartStyle& style);

}  // namespace algemeente::present
