// Packages as spots against two axes, and as lines over all of them: an axis lies in each row, and its better end is at
// the right.
#pragma once

#include "viewer/plot/packages.h"

#include <optional>

namespace algemeente::viewer {

/// What is lit of the packages.
struct PackageLight {
    std::vector<bool> in_sight{};  ///< by package: within all limits
    std::optional<std::size_t> pointed{};
    std::optional<std::size_t> chosen{};  ///< stands in B
    std::size_t across = 0;               ///< axes of the spots
    std::size_t upwards = 0;
    std::vector<std::optional<Range>> limits{};  ///< by axis
};

/// Packages whose values lie within all limits. Others beside the front are in sight like them.
std::vector<bool> within_limits(const Packages& packages, const std::vector<std::optional<Range>>& limits);

/// Where spots were drawn.
struct SpotsPlace {
    PlotArea plot;
    Point at(const Packages& packages, const PackageLight& light, std::size_t package) const;
};
SpotsPlace draw_spots(Scene& scene, Rect area, const Packages& packages, const PackageLight& light,
                      const ChartStyle& style);
/// The package in sight that is nearest to a pixel, within reach of a hand.
std::optional<std::size_t> spot_under(const SpotsPlace& place, const Packages& packages, const PackageLight& light,
                                      Point at, float reach);

/// Where lines were drawn: rows for axes.
struct LinesPlace {
    Rect area;  ///< of all rows, from the worst to the best of each axis
    std::size_t rows = 1;

    Rect row(std::size_t axis) const {
        const float each = area.height / static_cast<float>(rows);
        return {area.x, area.y + each * static_cast<float>(axis), area.width, each};
    }
    float x_of(const PackageAxis& axis, double value) const;
    double value_at(const PackageAxis& axis, float x) const;
};
LinesPlace draw_lines(Scene& scene, Rect area, const Packages& packages, const PackageLight& light,
                      const ChartStyle& style);
/// The package in sight whose line crosses the axis nearest to a pixel.
std::optional<std::size_t> line_under(const LinesPlace& place, const Packages& packages, const PackageLight& light,
                                      std::size_t axis, float x, float reach);

/// The limit that a hand leaves which was at one value of an axis and is at another. It takes the nearest end of the
/// limit along; or `begins`, where it went down away from both ends, a limit of its own.
Range dragged_limit(const std::optional<Range>& before, double was, double is, bool begins, double near);

/// Packages in the order in which the keys go through them: along the axis of the spots. `by` from the one that is
/// pointed at, and round; none if nothing is in sight.
std::optional<std::size_t> next_package(const Packages& packages, const PackageLight& light, int by);

}  // namespace algemeente::viewer
