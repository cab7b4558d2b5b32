// The layers of a fan, from back to front. For fan.cpp alone.
#pragma once

#include "present/charts/fan.h"

namespace algemeente::present {

/// What a layer is drawn with.
struct FanCanvas {
    Scene& scene;
    Rect whole;  ///< the chart with its axes
    const PlotArea& plot;
    const FanChart& chart;
    const ChartStyle& style;
};

void add_bands(const FanCanvas& canvas);
void add_runs(const FanCanvas& canvas);
void add_tint(const FanCanvas& canvas);
void add_medians(const FanCanvas& canvas);

/// Lines and strips of what happened.
void add_marks(const FanCanvas& canvas);
/// Their words above the plot, each in the lowest row that has room.
void add_mark_labels(const FanCanvas& canvas);
float mark_label_height(const FanChart& chart, const ChartStyle& style);

/// Labels beside the last values, pushed apart where they would meet.
void add_end_labels(const FanCanvas& canvas);
float end_label_width(const FanChart& chart, const ChartStyle& style);

}  // namespace algemeente::present
