// The drawings of analyses, as inline SVG.
#pragma once

#include "present/words/language.h"
#include "statistics/bootstrap.h"

#include <string>
#include <string_view>
#include <vector>

namespace algemeente::analysis {

/// A name with one number for each series.
struct BarRow {
    std::string label;
    std::vector<Estimate> estimates;
};

/// Horizontal bars with their intervals. `series` names the estimates of every row (at most two are told apart).
std::string interval_bars_svg(std::string_view title, const std::vector<std::string>& series,
                              const std::vector<BarRow>& rows, present::Language language);

struct Spot {
    double x = 0;
    double y = 0;
    std::string label;    ///< beside the spot, where there is room; also under the pointer
    bool strong = false;  ///< filled, in colour
};

struct Scatter {
    std::string title;
    std::string x_title;
    std::string y_title;
    bool share_axes = false;  ///< both axes run from 0 to 1
    bool slopes = false;      ///< lines y = x / 10, x / 2, x: from nearly linear to strongly bent (Garcia Sanchez)
    std::vector<Spot> spots;
};
std::string scatter_svg(const Scatter& scatter, present::Language language);

/// One index over growing samples.
struct GrowingLine {
    std::string label;
    std::vector<Estimate> estimates;  ///< one a size
};
/// Lines with intervals against sizes, which stand at equal distances (they double).
std::string growing_lines_svg(std::string_view title, const std::vector<std::size_t>& sizes,
                              const std::vector<GrowingLine>& lines, present::Language language);

}  // namespace algemeente::analysis
