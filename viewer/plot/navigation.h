// Moving and enlarging charts with the pointer: from what a hand does in one frame to new limits, without a window.
//
// Left drag moves the months, or moves the cursor while all months are in sight; a click sets the cursor. Ctrl and the
// wheel enlarge about the pointer (the wheel alone never does). A double click fits. The right button draws a box, or
// opens a menu where it is only clicked. Whatever happens at an axis concerns that axis only, and values stay as they
// fit until they are set free.
#pragma once

#include "viewer/present.h"

namespace algemeente::viewer {

inline constexpr double shortest_time = 6;  ///< months

/// `range` moved and, if need be, shortened or lengthened so that it lies in `all`.
Range within(Range range, Range all, double shortest = shortest_time);
/// Moved by `by`, as far as `all` reaches.
Range panned(Range range, Range all, double by);
/// A tenth smaller per step (larger for steps below 0), with `about` where it was.
Range zoomed(Range range, Range all, double about, double steps, double shortest = shortest_time);

enum class ChartZone : std::uint8_t { outside, plot, time_axis, value_axis };
/// `whole` is the chart with its axes.
ChartZone zone_of(const PlotArea& plot, Rect whole, Point at);

/// What the pointer does in one frame. A drag belongs to the zone in which it began.
struct Gesture {
    Point at{};
    Point moved{};         ///< since the frame before
    Point pressed{};       ///< where the button that is down, or was just let go, went down
    bool left = false;     ///< held
    bool clicked = false;  ///< left, let go near where it went down
    bool double_clicked = false;
    bool right = false;           ///< held
    bool right_released = false;  ///< just now
    bool cancelled = false;       ///< left was pressed while right was held
    float wheel = 0;
    bool ctrl = false, shift = false, alt = false;
};

/// Limits as they are, and how far they may go.
struct AxisLimits {
    Range time, all_time;
    Range y;
    bool y_free = false;
};

/// What has to change; what is empty stays.
struct Navigation {
    std::optional<Range> time{};
    bool fit_time = false;
    std::optional<Range> y{};
    bool fit_y = false;
    std::optional<int> cursor{};
    std::optional<Rect> box{};  ///< to be shown while it is drawn
    bool menu = false;
};

Navigation navigate(const PlotArea& plot, Rect whole, const Gesture& gesture, const AxisLimits& limits);

}  // namespace algemeente::viewer
