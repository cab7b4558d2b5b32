// How uncertain an assumption is, as declared for the studies of uncertainty: a shape over the scale of its slider.
#pragma once

#include "parameters/parameters.h"
#include "viewer/present.h"

namespace algemeente::viewer {

struct Prior {
    bool drawn = false;  ///< false: the studies leave it at its standard value
    double low = 0, high = 0;
    bool logarithmic = false;
};
Prior prior_of(const ParameterInfo& row);

/// The shape between row.low and row.high, a tick at the standard value, and a mark at `value`.
void draw_prior_chart(Scene& scene, Rect area, const Prior& prior, const ParameterInfo& row, double value, Ink ink);

}  // namespace algemeente::viewer
