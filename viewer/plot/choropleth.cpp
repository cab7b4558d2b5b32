#include "viewer/plot/choropleth.h"

#include "text/calendar.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace algemeente::viewer {

namespace {

double measured(const MunicipalValues& values, MapMeasure measure) {
    switch (measure) {
        case MapMeasure::in_use: return values.in_use;
        case MapMeasure::pipeline: return values.pipeline;
        case MapMeasure::ever_in_use: return values.ever_in_use;
        case MapMeasure::abandoned: return values.abandoned;
        case MapMeasure::discontinued: return values.discontinued;
        case MapMeasure::value: return values.value;
    }
    return 0;
}

/// Two digits that count, downwards, so that a class holds the value it begins with: 0.128 becomes 0.12.
double two_digits(double value) {
    if (value == 0 || !std::isfinite(value)) return value;
    const double factor = std::pow(10.0, 1 - std::floor(std::log10(std::abs(value))));
    return std::floor(value * factor + 1e-9) / factor;
}

}  // namespace

double municipal_mean(const ScenarioRuns& runs, std::size_t municipalities, std::size_t year, std::size_t municipality,
                      Domain domain, MapMeasure measure) {
    const std::size_t at =
        (year * municipalities + municipality) * domain_count + static_cast<std::size_t>(index_of(domain));
    double sum = 0;
    int count = 0;
    for (const auto& run : runs.runs) {
        if (at >= run->municipal.size()) continue;
        sum += measured(run->municipal[at], measure);
        ++count;
    }
    return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

int municipal_runs(const ScenarioRuns& runs) {
    return static_cast<int>(
        std::count_if(runs.runs.begin(), runs.runs.end(), [](const auto& run) { return !run->municipal.empty(); }));
}

std::size_t map_year(int month) {
    return static_cast<std::size_t>(std::max(0, (month + 1) / months_per_year - 1));
}

std::array<double, 4> classes_of(std::vector<double> values) {
    std::erase_if(values, [](double value) { return std::isnan(value); });
    std::sort(values.begin(), values.end());
    const auto rising = [](const std::array<double, 4>& ends) {
        return ends[0] > 0 && ends[0] < ends[1] && ends[1] < ends[2] && ends[2] < ends[3];
    };
    const auto at_share = [&](double share) {
        return values[std::min(values.size() - 1,
                               static_cast<std::size_t>(share * static_cast<double>(values.size())))];
    };
    if (!values.empty()) {
        const std::array<double, 4> ends = {two_digits(at_share(0.2)), two_digits(at_share(0.4)),
                                            two_digits(at_share(0.6)), two_digits(at_share(0.8))};
        if (rising(ends)) return ends;
    }
    std::erase_if(values, [](double value) { return value <= 0; });
    if (values.empty()) return {1, 2, 3, 4};
    // many zeros are a class of their own; the others in equal parts, or else by equal factors
    const std::array<double, 4> parts = {two_digits(values.front()), two_digits(at_share(0.25)),
                                         two_digits(at_share(0.5)), two_digits(at_share(0.75))};
    if (rising(parts)) return parts;
    const double factor = std::max(1.2, std::pow(values.back() / values.front(), 0.25));
    std::array<double, 4> ends{};
    for (std::size_t i = 0; i < 4; ++i) ends[i] = two_digits(values.front() * std::pow(factor, static_cast<double>(i)));
    return ends;
}

std::array<double, 4> classes_of_difference(const std::vector<double>& values) {
    double most = 0;
    for (const double value : values)
        if (!std::isnan(value)) most = std::max(most, std::abs(value));
    const double step = nice_step(std::max(most, 0.05) * 2 / 5, 1);
    return {-1.5 * step, -0.5 * step, 0.5 * step, 1.5 * step};
}

int class_of(double value, const std::array<double, 4>& ends) {
    return static_cast<int>(std::upper_bound(ends.begin(), ends.end(), value) - ends.begin());
}

void draw_sparks(Scene& scene, Rect area, const std::vector<Spark>& sparks, std::size_t year, const ChartStyle& style) {
    double most = 0;
    std::size_t years = 0;
    for (const Spark& spark : sparks) {
        years = std::max(years, spark.values.size());
        for (const double value : spark.values) most = std::max(most, std::isnan(value) ? 0 : value);
    }
    if (years == 0) return;
    PlotArea plot;
    plot.months = static_cast<int>(years);
    plot.y = {0, most > 0 ? most : 1};
    plot.area = {area.x + style.letter * 2.2F, area.y + style.letter * 0.4F, area.width - style.letter * 3.2F,
                 area.height - style.letter * 1.8F};
    scene.add(Polyline{.points = {{plot.area.x, plot.area.bottom()}, {plot.area.right(), plot.area.bottom()}},
                       .ink = Ink::border});
    for (const double value : {0.0, plot.y.high})
        scene.add(Text{.at = {plot.area.x - style.letter * 0.3F, plot.y_of(value) - style.letter * 0.5F},
                       .words = number_words(value, style.language),
                       .size = style.letter * 0.9F,
                       .ink = Ink::soft_text,
                       .align = Align::right});
    for (const std::size_t one : {std::size_t{0}, years - 1})
        scene.add(Text{.at = {plot.x_of(static_cast<double>(one)), plot.area.bottom() + style.letter * 0.2F},
                       .words = std::to_string(first_year + static_cast<int>(one)),
                       .size = style.letter * 0.9F,
                       .ink = Ink::soft_text,
                       .align = one == 0 ? Align::left : Align::right});
    for (const Spark& spark : sparks) {
        Polyline line{.ink = spark.ink, .width = style.line, .dash = spark.dash};
        for (std::size_t i = 0; i < spark.values.size(); ++i)
            if (!std::isnan(spark.values[i]))
                line.points.push_back({plot.x_of(static_cast<double>(i)), plot.y_of(spark.values[i])});
        if (line.points.size() > 1) scene.add(std::move(line));
        if (year < spark.values.size() && !std::isnan(spark.values[year]))
            scene.add(Marker{.at = {plot.x_of(static_cast<double>(year)), plot.y_of(spark.values[year])},
                             .radius = style.letter * 0.25F,
                             .shape = static_cast<Shape>(spark.dash),
                             .ink = spark.ink});
    }
}

std::vector<Point> hatched(const std::vector<std::vector<Point>>& rings, float step) {
    float low = 1e9F;
    float high = -1e9F;
    for (const auto& ring : rings)
        for (const Point& p : ring) {
            low = std::min(low, p.x + p.y);
            high = std::max(high, p.x + p.y);
        }
    std::vector<Point> pieces;
    for (float sum = std::ceil(low / step) * step; sum < high; sum += step) {
        std::vector<Point> crossings;
        for (const auto& ring : rings)
            for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                const float a = ring[j].x + ring[j].y - sum;
                const float b = ring[i].x + ring[i].y - sum;
                if ((a > 0) == (b > 0)) continue;
                const float share = a / (a - b);
                crossings.push_back(
                    {ring[j].x + (ring[i].x - ring[j].x) * share, ring[j].y + (ring[i].y - ring[j].y) * share});
            }
        std::sort(crossings.begin(), crossings.end(), [](Point one, Point other) { return one.x < other.x; });
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
            pieces.push_back(crossings[i]);
            pieces.push_back(crossings[i + 1]);
        }
    }
    return pieces;
}

}  // namespace algemeente::viewer
