#include "present/charts/map.h"

#include "present/charts/axis.h"

#include <algorithm>
#include <cmath>

namespace algemeente::present {

namespace {

constexpr double finest = 0.01;  ///< end of a class: a reader is told no less

/// Two digits that count but no thousandths, downwards, so that a class holds the value it begins with: 0.128 becomes
/// 0.12. What is less than a hundredth is in the class of what is hardly anything.
double two_digits(double value) {
    if (!(value > 0) || !std::isfinite(value)) return value;
    const double power = std::pow(10.0, 1 - std::floor(std::log10(value)));
    const double factor = std::min(power, 1 / finest);
    return std::max(finest, std::floor(value * factor + 1e-9) / factor);
}

void add_outline(Scene& scene, const MapShape& shape, const MapPlace& place, Ink ink, float width) {
    for (const auto& ring : shape.rings) {
        Polyline line{.ink = ink, .width = width};
        for (const Point& p : ring) line.points.push_back(place.placed(p));
        line.points.push_back(line.points.front());
        scene.add(std::move(line));
    }
}

/// "< 2", "2 – 5", or the last class with its lower end.
std::string class_words(const MapChart& chart, std::size_t position, Language language) {
    const auto end = [&](std::size_t i) { return number_words(chart.ends[i], language, {.sign = chart.difference}); };
    if (position == 0) return "< " + end(0);
    if (position == chart.ends.size()) return "\u2265 " + end(chart.ends.size() - 1);
    return end(position - 1) + " \u2013 " + end(position);
}

}  // namespace

ClassEnds classes_of(std::vector<double> values) {
    std::erase_if(values, [](double value) { return std::isnan(value); });
    std::sort(values.begin(), values.end());
    const auto rising = [](const ClassEnds& ends) {
        return ends[0] > 0 && ends[0] < ends[1] && ends[1] < ends[2] && ends[2] < ends[3];
    };
    const auto at_share = [&](double share) {
        return values[std::min(values.size() - 1,
                               static_cast<std::size_t>(share * static_cast<double>(values.size())))];
    };
    if (!values.empty()) {
        const ClassEnds ends = {two_digits(at_share(0.2)), two_digits(at_share(0.4)), two_digits(at_share(0.6)),
                                two_digits(at_share(0.8))};
        if (rising(ends)) return ends;
    }
    std::erase_if(values, [](double value) { return value <= 0; });
    if (values.empty()) return {1, 2, 3, 4};
    // many zeros are a class of their own; the others in equal parts, or else by equal factors
    const ClassEnds parts = {two_digits(values.front()), two_digits(at_share(0.25)), two_digits(at_share(0.5)),
                             two_digits(at_share(0.75))};
    if (rising(parts)) return parts;
    const double factor = std::max(1.2, std::pow(values.back() / values.front(), 0.25));
    ClassEnds ends{};
    for (std::size_t i = 0; i < 4; ++i) {
        ends[i] = two_digits(values.front() * std::pow(factor, static_cast<double>(i)));
        if (i > 0) ends[i] = std::max(ends[i], ends[i - 1] + finest);
    }
    return ends;
}

ClassEnds classes_of_difference(const std::vector<double>& values) {
    double most = 0;
    for (const double value : values)
        if (!std::isnan(value)) most = std::max(most, std::abs(value));
    const double step = nice_step(std::max(most, 0.05) * 2 / 5, 1);
    return {-1.5 * step, -0.5 * step, 0.5 * step, 1.5 * step};
}

int class_of(double value, const ClassEnds& ends) {
    return static_cast<int>(std::upper_bound(ends.begin(), ends.end(), value) - ends.begin());
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

MapPlace place_of_map(Rect area, float width, float height) {
    const float scale = std::min(area.width / width, area.height / height);
    return {{area.x + (area.width - width * scale) / 2, area.y}, scale};
}

MapPlace draw_map(Scene& scene, Rect area, const MapChart& chart, const ChartStyle& style) {
    const MapPlace place = place_of_map(area, chart.width, chart.height);
    for (const MapArea& one : chart.areas) {
        const bool unknown = std::isnan(one.value);
        const Ink ink = unknown ? Ink::no_data : nth(chart.first_ink, class_of(one.value, chart.ends));
        scene.add(Triangles{.points = one.shape->triangles, .origin = place.origin, .scale = place.scale, .ink = ink});
        if (unknown)
            scene.add(
                Segments{.points = one.shape->hatch, .origin = place.origin, .scale = place.scale, .ink = Ink::border});
    }
    for (const MapArea& one : chart.areas) add_outline(scene, *one.shape, place, Ink::border, style.line * 0.5F);
    return place;
}

void draw_map_ring(Scene& scene, const MapShape& shape, const MapPlace& place, const ChartStyle& style) {
    add_outline(scene, shape, place, Ink::background, style.line * 1.9F);
    add_outline(scene, shape, place, Ink::text, style.line * 0.9F);
}

void draw_map_legend(Scene& scene, Rect area, const MapChart& chart, const ChartStyle& style) {
    std::array<int, std::tuple_size_v<ClassEnds> + 1> counts{};
    int unknown = 0;
    for (const MapArea& one : chart.areas)
        if (std::isnan(one.value)) {
            ++unknown;
        } else {
            ++counts[static_cast<std::size_t>(class_of(one.value, chart.ends))];
        }
    Rect swatch{area.x, area.y, style.letter * 1.6F, style.letter * 1.1F};
    const auto line = [&](Ink ink, const std::string& words, int count) {
        scene.add(Box{.area = swatch, .ink = ink, .rounding = 2});
        scene.add(Text{.at = {area.x + style.letter * 2.1F, swatch.y},
                       .words = words + "  (" + std::to_string(count) + ")",
                       .size = style.letter});
    };
    for (std::size_t i = 0; i < counts.size(); ++i) {
        line(nth(chart.first_ink, static_cast<int>(i)), class_words(chart, i, style.language), counts[i]);
        swatch.y += style.letter * 1.5F;
    }
    if (unknown == 0) return;
    line(Ink::no_data, chart.unknown_words, unknown);
    const std::vector<Point> box = {{swatch.x, swatch.y},
                                    {swatch.right(), swatch.y},
                                    {swatch.right(), swatch.bottom()},
                                    {swatch.x, swatch.bottom()}};
    scene.add(Segments{.points = std::make_shared<const std::vector<Point>>(hatched({box}, style.letter * 0.4F)),
                       .ink = Ink::border});
}

}  // namespace algemeente::present
