#include "viewer/plot/borders.h"

#include "text/error.h"
#include "viewer/plot/choropleth.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>

namespace algemeente::viewer {

namespace {

constexpr float hatch_step = 0.011F;

double cross(Point o, Point a, Point b) {
    return (double{a.x} - o.x) * (double{b.y} - o.y) - (double{a.y} - o.y) * (double{b.x} - o.x);
}

bool inside(Point p, Point a, Point b, Point c) {
    const double d1 = cross(a, b, p);
    const double d2 = cross(b, c, p);
    const double d3 = cross(c, a, p);
    const bool negative = d1 < 0 || d2 < 0 || d3 < 0;
    const bool positive = d1 > 0 || d2 > 0 || d3 > 0;
    return !(negative && positive);
}

bool is_ear(const std::vector<Point>& ring, const std::vector<std::size_t>& left, std::size_t i) {
    const std::size_t n = left.size();
    const Point a = ring[left[(i + n - 1) % n]];
    const Point b = ring[left[i]];
    const Point c = ring[left[(i + 1) % n]];
    if (cross(a, b, c) <= 0) return false;
    for (std::size_t k = 0; k < n; ++k) {
        if (k == i || k == (i + 1) % n || k == (i + n - 1) % n) continue;
        const Point p = ring[left[k]];
        const bool corner = (p.x == a.x && p.y == a.y) || (p.x == b.x && p.y == b.y) || (p.x == c.x && p.y == c.y);
        if (!corner && inside(p, a, b, c)) return false;
    }
    return true;
}

/// Degrees to a plane on which the Netherlands look as usual.
Point placed(const nlohmann::json& position) {
    constexpr double west = 3.3;
    constexpr double north = 53.6;
    constexpr double shrink = 0.6157;  // cosine of 52 degrees
    constexpr double unit = 3.3;
    return {static_cast<float>((position[0].get<double>() - west) * shrink / unit),
            static_cast<float>((north - position[1].get<double>()) / unit)};
}

void add_polygon(const nlohmann::json& polygon, BorderRegion& region, std::vector<Point>& triangles) {
    std::vector<Point> ring;
    for (const auto& position : polygon.at(0)) ring.push_back(placed(position));
    if (ring.size() > 1) ring.pop_back();  // the first position is repeated
    const std::vector<Point> cut = triangulated(ring);
    triangles.insert(triangles.end(), cut.begin(), cut.end());
    region.rings.push_back(std::move(ring));
}

Rect bounds_of(const BorderRegion& region) {
    float left = 1e9F;
    float top = 1e9F;
    float right = -1e9F;
    float bottom = -1e9F;
    for (const auto& ring : region.rings)
        for (const Point& p : ring) {
            left = std::min(left, p.x);
            right = std::max(right, p.x);
            top = std::min(top, p.y);
            bottom = std::max(bottom, p.y);
        }
    return {left, top, right - left, bottom - top};
}

BorderRegion region_of(const nlohmann::json& feature) {
    BorderRegion region;
    region.gm_code = feature.at("properties").at("gm_code").get<std::string>();
    region.name = feature.at("properties").at("name").get<std::string>();
    const auto& geometry = feature.at("geometry");
    std::vector<Point> triangles;
    if (geometry.at("type") == "Polygon") {
        add_polygon(geometry.at("coordinates"), region, triangles);
    } else {
        for (const auto& polygon : geometry.at("coordinates")) add_polygon(polygon, region, triangles);
    }
    region.triangles = std::make_shared<const std::vector<Point>>(std::move(triangles));
    region.hatch = std::make_shared<const std::vector<Point>>(hatched(region.rings, hatch_step));
    region.bounds = bounds_of(region);
    return region;
}

}  // namespace

double area_of(const std::vector<Point>& ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point& a = ring[i];
        const Point& b = ring[(i + 1) % ring.size()];
        twice += double{a.x} * b.y - double{b.x} * a.y;
    }
    return twice / 2;
}

std::vector<Point> triangulated(const std::vector<Point>& given) {
    std::vector<Point> ring = given;
    if (area_of(ring) < 0) std::reverse(ring.begin(), ring.end());
    std::vector<std::size_t> left(ring.size());
    for (std::size_t i = 0; i < left.size(); ++i) left[i] = i;
    std::vector<Point> triangles;
    std::size_t misses = 0;
    for (std::size_t i = 0; left.size() > 2 && misses < left.size();) {
        i %= left.size();
        const std::size_t n = left.size();
        const double turn = cross(ring[left[(i + n - 1) % n]], ring[left[i]], ring[left[(i + 1) % n]]);
        if (turn != 0 && !is_ear(ring, left, i)) {
            ++misses;
            ++i;
            continue;
        }
        if (turn != 0)
            for (const std::size_t k : {left[(i + n - 1) % n], left[i], left[(i + 1) % n]})
                triangles.push_back(ring[k]);
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
        misses = 0;
    }
    return triangles;
}

bool BorderRegion::contains(Point point) const {
    if (!bounds.contains(point)) return false;
    bool is_inside = false;
    for (const auto& ring : rings)
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const bool between = (ring[i].y > point.y) != (ring[j].y > point.y);
            if (between &&
                point.x < (ring[j].x - ring[i].x) * (point.y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x)
                is_inside = !is_inside;
        }
    return is_inside;
}

const BorderRegion* Borders::find(std::string_view gm_code) const {
    const auto found =
        std::find_if(regions.begin(), regions.end(), [&](const BorderRegion& r) { return r.gm_code == gm_code; });
    return found == regions.end() ? nullptr : &*found;
}

const BorderRegion* Borders::at(Point point) const {
    const auto found =
        std::find_if(regions.begin(), regions.end(), [&](const BorderRegion& r) { return r.contains(point); });
    return found == regions.end() ? nullptr : &*found;
}

Borders read_borders(const std::filesystem::path& file) {
    std::ifstream stream(file);
    if (!stream) throw InputError(file.string() + ": cannot be read");
    Borders borders;
    try {
        const nlohmann::json root = nlohmann::json::parse(stream);
        for (const auto& feature : root.at("features")) borders.regions.push_back(region_of(feature));
    } catch (const nlohmann::json::exception& problem) {
        throw InputError(file.string() + ": " + problem.what());
    }
    borders.width = 0;
    borders.height = 0;
    for (const BorderRegion& region : borders.regions) {
        borders.width = std::max(borders.width, region.bounds.right());
        borders.height = std::max(borders.height, region.bounds.bottom());
    }
    return borders;
}

}  // namespace algemeente::viewer
