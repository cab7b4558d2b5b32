// A map: areas coloured by the class of their value, hatched where nothing is known, and the classes beside it.
#pragma once

#include "present/charts/style.h"

#include <array>

namespace algemeente::present {

/// Ends of the first four of five classes, rising.
using ClassEnds = std::array<double, 4>;
/// Quantiles of what is there; if zeros fill more than a class, zero is the first class and the rest is parted by
/// quantiles or by equal factors.
ClassEnds classes_of(std::vector<double> values);
/// The same on either side of zero.
ClassEnds classes_of_difference(const std::vector<double>& values);
int class_of(double value, const ClassEnds& ends);

/// Slanting lines inside rings, as pairs of points; `step` apart.
std::vector<Point> hatched(const std::vector<std::vector<Point>>& rings, float step);

/// Outline and fillings of one area, in the map's own units, x to the east and y to the south.
struct MapShape {
    std::vector<std::vector<Point>> rings{};  ///< outer rings
    std::shared_ptr<const std::vector<Point>> triangles{};
    std::shared_ptr<const std::vector<Point>> hatch{};  ///< pairs of points, for where nothing is known
};

struct MapArea {
    const MapShape* shape = nullptr;
    double value = 0;  ///< NaN: not known
};

struct MapChart {
    std::vector<MapArea> areas{};
    float width = 1, height = 1;  ///< of the map, in its own units
    Ink first_ink = Ink::map_social_0;
    ClassEnds ends{};
    bool difference = false;      ///< ends are written with their sign
    std::string unknown_words{};  ///< what an area without a value is
};

/// Where the map's units lie in pixels.
struct MapPlace {
    Point origin{};
    float scale = 1;

    Point placed(Point p) const { return {origin.x + p.x * scale, origin.y + p.y * scale}; }
};
MapPlace place_of_map(Rect area, float width, float height);

MapPlace draw_map(Scene& scene, Rect area, const MapChart& chart, const ChartStyle& style);
/// An outline that is seen on light and on dark colours.
void draw_map_ring(Scene& scene, const MapShape& shape, const MapPlace& place, const ChartStyle& style);
/// The limits of the classes, and how many areas each has.
void draw_map_legend(Scene& scene, Rect area, const MapChart& chart, const ChartStyle& style);

}  // namespace algemeente::present
