#include "viewer/plot/fan_chart.h"

#include <algorithm>
#include <cmath>

namespace algemeente::viewer {

Range range_of(const std::vector<const Fan*>& fans, int replicates, Display display) {
    const bool runs = display != Display::bands || spread_of(replicates) == Spread::none;
    const bool wide = spread_of(replicates) == Spread::wide;
    double Band::*low = runs ? &Band::lowest : wide ? &Band::p05 : &Band::p25;
    double Band::*high = runs ? &Band::highest : wide ? &Band::p95 : &Band::p75;
    Range range{0, 0};
    bool any = false;
    for (const Fan* fan : fans) {
        for (const Band& point : *fan) {
            if (point.count == 0) continue;
            range.low = any ? std::min(range.low, point.*low) : point.*low;
            range.high = any ? std::max(range.high, point.*high) : point.*high;
            any = true;
        }
    }
    return range;
}

PredictionScore score_of(const std::vector<double>& drawn, const Fan& fan) {
    PredictionScore score;
    for (std::size_t i = 0; i < std::min(drawn.size(), fan.size()); ++i) {
        if (std::isnan(drawn[i]) || fan[i].count == 0) continue;
        ++score.months;
        score.distance += std::abs(drawn[i] - fan[i].p50);
        const Ends ends = shown_ends(fan[i]).value_or(Ends{fan[i].lowest, fan[i].highest});
        if (drawn[i] >= ends.low && drawn[i] <= ends.high) ++score.inside;
    }
    if (score.months > 0) score.distance /= score.months;
    return score;
}

}  // namespace algemeente::viewer
