// What a chart draws, as plain data in pixels: for the window, for SVG, and as text for tests.
#pragma once

#include "present/charts/palette.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace algemeente::present {

struct Point {
    float x = 0, y = 0;
};

struct Rect {
    float x = 0, y = 0, width = 0, height = 0;

    float right() const { return x + width; }
    float bottom() const { return y + height; }
    bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
};

/// Scenario A solid, B dashed, C dotted, D dash-dot.
enum class Dash : std::uint8_t { solid, dashed, dotted, dash_dot };
/// Scenario A disc, B square, C triangle, D diamond.
enum class Shape : std::uint8_t { disc, square, triangle, diamond };
enum class Align : std::uint8_t { left, centre, right };

constexpr Dash dash_of(std::size_t slot) {
    return static_cast<Dash>(slot % 4);
}
constexpr Shape shape_of(std::size_t slot) {
    return static_cast<Shape>(slot % 4);
}
/// Lengths of strokes and gaps, in turn; empty for a solid line.
std::span<const float> dash_pattern(Dash dash);
/// "A", "B", ... "Z", "A2": how a scenario is called.
std::string letter_of(std::size_t slot);

struct Polyline {
    std::vector<Point> points{};
    Ink ink = Ink::text;
    float width = 1;
    Dash dash = Dash::solid;
    float alpha = 1;
};
struct Ribbon {  ///< the area between two lines
    std::vector<float> x{}, low{}, high{};
    Ink ink = Ink::social;
    float alpha = 0.2F;
};
struct Text {
    Point at{};  ///< baseline is not used: top of the line
    std::string words{};
    float size = 14;
    Ink ink = Ink::text;
    Align align = Align::left;
    bool bold = false;
};
struct Marker {
    Point at{};
    float radius = 4;
    Shape shape = Shape::disc;
    Ink ink = Ink::text;
    float alpha = 1;
    std::string tip{};  ///< under the pointer, in a page
};
struct Box {
    Rect area{};
    Ink ink = Ink::panel;
    float alpha = 1;
    float rounding = 0;
    std::string tip{};  ///< under the pointer, in a page
};
struct Triangles {  ///< three points each; shared, because borders do not change
    std::shared_ptr<const std::vector<Point>> points{};
    Point origin{};
    float scale = 1;
    Ink ink = Ink::no_data;
};

struct Clip {  ///< what follows is cut off at this rectangle, until the next one; none: ends that
    std::optional<Rect> area{};
};

struct Segments {  ///< two points each: hatching
    std::shared_ptr<const std::vector<Point>> points{};
    Point origin{};
    float scale = 1;
    Ink ink = Ink::neutral;
};

using Item = std::variant<Polyline, Ribbon, Text, Marker, Box, Triangles, Clip, Segments>;

struct Scene {
    std::vector<Item> items;

    template <typename One>
    void add(One item) {
        items.emplace_back(std::move(item));
    }
};

/// One line per item with rounded numbers: what tests compare.
std::string dump(const Scene& scene);

/// A picture of its own, in a file. `title` names it for screen readers.
std::string svg_file(const Scene& scene, float width, float height, Theme theme, std::string_view title);
/// A picture inside a page: it takes the page's letters and background, and is as wide as the room it gets.
std::string svg_figure(const Scene& scene, float width, float height, std::string_view title);

/// Pieces of a dashed line, each to be drawn solid.
std::vector<std::vector<Point>> dashed(const std::vector<Point>& points, Dash dash, float unit);

/// A rough width, for leaving room: nothing is cut by it.
float rough_width(std::string_view words, float size);

/// `words`, cut with an ellipsis if they are wider than `width`.
std::string shortened(std::string words, float size, float width);

/// `words` in lines of at most `width`.
std::vector<std::string> wrapped(std::string_view words, float size, float width);

}  // namespace algemeente::present
