// Scalable vector graphics for the report: a few shapes, with escaping and short numbers.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace algemeente {

struct Point {
    double x = 0;
    double y = 0;
};

/// Text as it may stand in HTML or SVG, also inside quotes.
std::string escape_markup(std::string_view text);

/// A drawing inside a page. `attributes` are written as they are: only our own fixed text goes there.
class Svg {
public:
    /// `title` names the drawing for screen readers and for the pointer.
    Svg(double width, double height, std::string_view title);

    void line(Point from, Point to, std::string_view attributes);
    void rectangle(Point corner, double width, double height, std::string_view attributes);
    /// With `tip`, the words shown under the pointer.
    void rectangle_with_tip(Point corner, double width, double height, std::string_view attributes,
                            std::string_view tip);
    void circle(Point middle, double radius, std::string_view attributes);
    /// A square on its point, as wide as a circle of `radius`.
    void diamond(Point middle, double radius, std::string_view attributes);
    void path(std::span<const Point> points, std::string_view attributes);
    /// The area between two lines of as many points.
    void area(std::span<const Point> upper, std::span<const Point> lower, std::string_view attributes);
    /// Heading in the upper left corner; `letter` stands in a box before it, if there is one.
    void heading(std::string_view letter, std::string_view words);
    void text(Point at, std::string_view words, std::string_view attributes);

    /// The finished element. The drawing is empty afterwards.
    std::string finish();

private:
    std::string markup_;
};

}  // namespace algemeente
