// The 342 municipalities as triangles, read and cut up once.
#pragma once

#include "present/charts/map.h"
#include "viewer/present.h"

#include <filesystem>

namespace algemeente::viewer {

struct BorderRegion : MapShape {  ///< in 0..about 1
    std::string gm_code;
    std::string name;
    Rect bounds;

    bool contains(Point point) const;
};

struct Borders {
    std::vector<BorderRegion> regions;  ///< sorted by code
    float width = 1, height = 1;

    const BorderRegion* find(std::string_view gm_code) const;
    const BorderRegion* at(Point point) const;
};

/// Throws InputError if the file is missing or is not a collection of polygons.
Borders read_borders(const std::filesystem::path& file);

/// Ear clipping of one simple ring; three points per triangle.
std::vector<Point> triangulated(const std::vector<Point>& ring);

/// Signed area of a ring.
double area_of(const std::vector<Point>& ring);

}  // namespace algemeente::viewer
