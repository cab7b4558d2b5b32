#include "viewer/plot/navigation.h"

#include <algorithm>
#include <cmath>

namespace algemeente::viewer {

namespace {

constexpr double per_step = 0.9;
constexpr float box_begins = 6;  ///< pixels: less is a click

Range values_zoomed(Range y, double about, double steps) {
    const double factor = std::pow(per_step, steps);
    return {about + (y.low - about) * factor, about + (y.high - about) * factor};
}

/// The box from where the button went down to the pointer, within the plot; whole height or width where that is asked.
Rect box_of(const PlotArea& plot, const Gesture& gesture, bool y_free) {
    const Rect& area = plot.area;
    const auto x_in = [&](float x) { return std::clamp(x, area.x, area.right()); };
    const auto y_in = [&](float y) { return std::clamp(y, area.y, area.bottom()); };
    Point low = {std::min(x_in(gesture.pressed.x), x_in(gesture.at.x)),
                 std::min(y_in(gesture.pressed.y), y_in(gesture.at.y))};
    Point high = {std::max(x_in(gesture.pressed.x), x_in(gesture.at.x)),
                  std::max(y_in(gesture.pressed.y), y_in(gesture.at.y))};
    if (gesture.alt && y_free) low.x = area.x, high.x = area.right();
    if (gesture.shift || !y_free) low.y = area.y, high.y = area.bottom();
    return {low.x, low.y, high.x - low.x, high.y - low.y};
}

void wheel_turned(const PlotArea& plot, ChartZone zone, const Gesture& gesture, const AxisLimits& limits,
                  Navigation& result) {
    if (zone != ChartZone::value_axis)
        result.time = zoomed(limits.time, limits.all_time, plot.time_at(gesture.at.x), double{gesture.wheel});
    if (zone != ChartZone::time_axis && limits.y_free)
        result.y = values_zoomed(limits.y, plot.value_at(gesture.at.y), double{gesture.wheel});
}

void left_dragged(const PlotArea& plot, ChartZone zone, const Gesture& gesture, const AxisLimits& limits,
                  Navigation& result) {
    const bool all_in_sight = limits.time.span() >= limits.all_time.span() - 0.5;
    const double months = -double{gesture.moved.x} / plot.area.width * limits.time.span();
    const double values = double{gesture.moved.y} / plot.area.height * limits.y.span();
    if (zone == ChartZone::plot && all_in_sight && !limits.y_free) {
        result.cursor = plot.month_at(gesture.at.x);  // there is nothing to move but the cursor
        return;
    }
    if (zone != ChartZone::value_axis && months != 0 && !all_in_sight)
        result.time = panned(limits.time, limits.all_time, months);
    if (zone != ChartZone::time_axis && values != 0 && limits.y_free)
        result.y = Range{limits.y.low + values, limits.y.high + values};
}

void right_used(const PlotArea& plot, const Gesture& gesture, const AxisLimits& limits, Navigation& result) {
    const float width = std::abs(gesture.at.x - gesture.pressed.x);
    const float height = std::abs(gesture.at.y - gesture.pressed.y);
    const bool is_box = std::max(width, height) >= box_begins;
    if (gesture.cancelled) return;
    const Rect box = box_of(plot, gesture, limits.y_free);
    if (gesture.right) {
        if (is_box) result.box = box;
        return;
    }
    if (!is_box) {
        result.menu = true;
        return;
    }
    if (box.width >= box_begins)
        result.time = within({plot.time_at(box.x), plot.time_at(box.right())}, limits.all_time);
    if (limits.y_free && !gesture.shift && box.height >= box_begins)
        result.y = Range{plot.value_at(box.bottom()), plot.value_at(box.y)};
}

}  // namespace

Range within(Range range, Range all, double shortest) {
    const double span = std::min(std::max(range.span(), shortest), all.span());
    const double middle = (range.low + range.high) / 2;
    const double low = std::clamp(middle - span / 2, all.low, all.high - span);
    return {low, low + span};
}

Range panned(Range range, Range all, double by) {
    by = std::clamp(by, all.low - range.low, std::max(all.low - range.low, all.high - range.high));
    return {range.low + by, range.high + by};
}

Range zoomed(Range range, Range all, double about, double steps, double shortest) {
    const double wanted = range.span() * std::pow(per_step, steps);
    const double span = std::min(std::max(wanted, shortest), all.span());
    const double share = range.span() > 0 ? std::clamp((about - range.low) / range.span(), 0.0, 1.0) : 0.5;
    const double low = std::clamp(range.low + share * (range.span() - span), all.low, all.high - span);
    return {low, low + span};
}

ChartZone zone_of(const PlotArea& plot, Rect whole, Point at) {
    if (plot.area.contains(at)) return ChartZone::plot;
    if (!whole.contains(at)) return ChartZone::outside;
    const bool beside = at.y >= plot.area.y && at.y < plot.area.bottom();
    const bool below = at.x >= plot.area.x && at.x < plot.area.right();
    if (at.x < plot.area.x && beside) return ChartZone::value_axis;
    return at.y >= plot.area.bottom() && below ? ChartZone::time_axis : ChartZone::outside;
}

Navigation navigate(const PlotArea& plot, Rect whole, const Gesture& gesture, const AxisLimits& limits) {
    Navigation result;
    const ChartZone over = zone_of(plot, whole, gesture.at);
    const ChartZone began = zone_of(plot, whole, gesture.pressed);
    if (gesture.wheel != 0 && gesture.ctrl && over != ChartZone::outside)
        wheel_turned(plot, over, gesture, limits, result);
    if (gesture.double_clicked) {
        result.fit_time = over != ChartZone::value_axis && over != ChartZone::outside;
        result.fit_y = over != ChartZone::time_axis && over != ChartZone::outside;
        return result;
    }
    if (gesture.right || gesture.right_released) {
        if (began == ChartZone::plot) right_used(plot, gesture, limits, result);
        return result;
    }
    if (gesture.left && began != ChartZone::outside) left_dragged(plot, began, gesture, limits, result);
    if (gesture.clicked && began == ChartZone::plot) result.cursor = plot.month_at(gesture.at.x);
    return result;
}

}  // namespace algemeente::viewer
