// Limits and ticks: steps of 1, 2 or 5 times a power of ten; years below.
#pragma once

#include "viewer/plot/scene.h"

namespace algemeente::viewer {

struct Range {
    double low = 0;
    double high = 1;

    double span() const { return high - low; }
    bool operator==(const Range&) const = default;
};

/// A step of 1, 2 or 5 times a power of ten that gives at most `most` steps over `span`.
double nice_step(double span, int most);
/// The smallest range with nice ends that holds `range`.
Range nice_range(Range range, int most = 6);
std::vector<double> ticks(Range range, int most = 6);
/// Years to write, thinned out when there is little room.
std::vector<int> year_ticks(int months, float width, float letter_size);

/// From months and values to pixels and back.
struct PlotArea {
    Rect area;
    int months = 1;
    Range y;

    float x_of(double month) const { return area.x + static_cast<float>(month / std::max(1, months - 1)) * area.width; }
    float y_of(double value) const {
        return area.bottom() - static_cast<float>((value - y.low) / y.span()) * area.height;
    }
    int month_at(float x) const;
    double value_at(float y_pixel) const;
};

}  // namespace algemeente::viewer
