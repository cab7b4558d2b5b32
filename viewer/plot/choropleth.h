// The map's numbers: means over the replicates that keep municipalities, classes, and what a municipality was like.
#pragma once

#include "viewer/plot/fan_chart.h"
#include "viewer/present.h"

namespace algemeente::viewer {

/// Mean over the replicates that keep municipalities, at the end of a year from 2015 (0) on; NaN if none does.
double municipal_mean(const ScenarioRuns& runs, std::size_t municipalities, std::size_t year, std::size_t municipality,
                      Domain domain, MapMeasure measure);
/// How many replicates that mean is over.
int municipal_runs(const ScenarioRuns& runs);
/// The last full year at a month: 0 until the first December has passed.
std::size_t map_year(int month);

/// Ends of the first four of five classes, rising: quantiles of what is there; if zeros fill more than a class, zero
/// is the first class and the rest is parted by quantiles or by equal factors.
std::array<double, 4> classes_of(std::vector<double> values);
/// The same on either side of zero.
std::array<double, 4> classes_of_difference(const std::vector<double>& values);
int class_of(double value, const std::array<double, 4>& ends);

/// One line of a small chart of years.
struct Spark {
    Ink ink = Ink::social;
    Dash dash = Dash::solid;
    std::vector<double> values;
};
void draw_sparks(Scene& scene, Rect area, const std::vector<Spark>& sparks, std::size_t year, const ChartStyle& style);

/// Slanting lines inside rings, as pairs of points; `step` apart.
std::vector<Point> hatched(const std::vector<std::vector<Point>>& rings, float step);

}  // namespace algemeente::viewer
