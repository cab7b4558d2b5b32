#include "viewer/plot/fan_chart.h"

#include "text/calendar.h"

#include <algorithm>
#include <cmath>
#include <set>

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
    std::vector<std::size_t> ends_of_years;
    int months = 0;
    for (std::size_t i = 0; i < std::min(drawn.size(), fan.size()); ++i) {
        if (std::isnan(drawn[i]) || fan[i].count == 0) continue;
        ++months;
        score.distance += std::abs(drawn[i] - fan[i].p50);
        const bool same_year = !ends_of_years.empty() && ends_of_years.back() / months_per_year == i / months_per_year;
        if (same_year) ends_of_years.pop_back();
        ends_of_years.push_back(i);
    }
    if (months == 0) return score;
    score.distance /= months;
    score.years = static_cast<int>(ends_of_years.size());
    score.band = fan[ends_of_years.back()];
    for (const std::size_t i : ends_of_years) {
        const Ends ends = shown_ends(fan[i]).value_or(Ends{fan[i].lowest, fan[i].highest});
        if (drawn[i] >= ends.low && drawn[i] <= ends.high) ++score.years_inside;
    }
    const std::size_t last = ends_of_years.size() - 1;
    for (const std::size_t at : std::set<std::size_t>{0, last / 2, last}) {
        const std::size_t month = ends_of_years[at];
        score.moments.push_back({static_cast<int>(month), drawn[month], fan[month].p50});
    }
    return score;
}

Range with_span(Range range, NumberForm form) {
    if (range.span() > 0) return range;
    const double least = form.percent ? 0.01 : 1;
    return {form.sign ? range.low - least : range.low, range.high + least};
}

}  // namespace algemeente::viewer
