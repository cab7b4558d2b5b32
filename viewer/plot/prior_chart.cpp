#include "viewer/plot/prior_chart.h"

#include "patterns/priors.h"

#include <algorithm>

namespace algemeente::viewer {

Prior prior_of(const ParameterInfo& row) {
    static const std::vector<PriorDimension> dimensions = prior_dimensions(standard_use_cases());
    const auto found = std::find_if(dimensions.begin(), dimensions.end(),
                                    [&](const PriorDimension& one) { return one.parameter == &row; });
    if (found == dimensions.end()) return {};
    return {true, found->low, found->high, found->logarithmic};
}

void draw_prior_chart(Scene& scene, Rect area, const Prior& prior, const ParameterInfo& row, double value, Ink ink) {
    const double span = std::max(1e-12, row.high - row.low);
    const auto x_of = [&](double v) {
        return area.x + static_cast<float>(std::clamp((v - row.low) / span, 0.0, 1.0)) * area.width;
    };
    if (prior.drawn) {
        constexpr int steps = 24;
        Ribbon shape{.ink = ink, .alpha = 0.3F};
        for (int i = 0; i <= steps; ++i) {
            const double v = prior.low + (prior.high - prior.low) * i / steps;
            // of a log-uniform number the density falls as one over the number
            const double density = prior.logarithmic ? prior.low / v : 1;
            shape.x.push_back(x_of(v));
            shape.low.push_back(area.bottom());
            shape.high.push_back(area.bottom() - static_cast<float>(density) * area.height * 0.8F);
        }
        scene.add(std::move(shape));
    }
    scene.add(Polyline{.points = {{area.x, area.bottom()}, {area.right(), area.bottom()}}, .ink = Ink::border});
    const float standard = x_of(row.standard);
    scene.add(Polyline{.points = {{standard, area.y + area.height * 0.3F}, {standard, area.bottom()}},
                       .ink = Ink::soft_text,
                       .width = 1.5F});
    scene.add(Marker{.at = {x_of(value), area.bottom() - area.height * 0.2F},
                     .radius = area.height * 0.2F,
                     .shape = Shape::diamond,
                     .ink = Ink::text});
}

}  // namespace algemeente::viewer
